using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Imports;

/// <summary>Why a file is not taken in; nothing of it is.</summary>
public abstract record ImportRefusal(string Reason) : Refusal(Reason)
{
    /// <summary>What only the database can tell is wrong, by place.</summary>
    public sealed record Rows(Problems Problems) : ImportRefusal("Rows of the file cannot be taken in.");
}
