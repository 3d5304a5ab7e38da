using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Audit;

/// <summary>The machine or process that keeps a chain of its own.</summary>
public readonly record struct AuditNode
{
    public const int MostCharacters = 40;

    public AuditNode(string name)
    {
        Check.That(name.Length is > 0 and <= MostCharacters && name.All(it => char.IsAsciiLetterLower(it)
            || char.IsAsciiDigit(it) || it == '-'));
        Name = name;
    }

    public string Name { get; }

    /// <summary>The only node of a server that runs alone.</summary>
    public static AuditNode Alone { get; } = new("alone");

    public override string ToString() => Name;
}
