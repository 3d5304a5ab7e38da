namespace Homeward.Storage;

/// <summary>What leads from a case database to this version.</summary>
/// <param name="Changes">Changes of tables, in order, by name. All rules are made anew after them.</param>
/// <param name="Rules">When there are none: what this version makes otherwise than the database has it, by kind and
/// name.</param>
public sealed record SchemaPlan(IReadOnlyList<string> Changes, IReadOnlyList<string> Rules)
{
    public bool IsOfThisVersion => Changes.Count == 0 && Rules.Count == 0;
}
