namespace Homeward.Genetics.Markers;

/// <summary>What two spellings of one marker or kit have in common: PENTA_E, Penta-E and penta e are one name.</summary>
static class NameKey
{
    const string Ignored = "_-./()";

    public static string Of(string name) => string.Concat(
        name.Where(it => !char.IsWhiteSpace(it) && !Ignored.Contains(it)).Select(char.ToUpperInvariant));
}
