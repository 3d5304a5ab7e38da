using Homeward.Cases.Families;
using Homeward.Cases.People;

namespace Homeward.Cases.Imports;

/// <summary>A row as it would be recorded.</summary>
/// <param name="Place">In the file, for problems.</param>
/// <param name="Number">The agency's own.</param>
/// <param name="Digest">Of what the row says.</param>
public sealed record ImportDraft(string Place, string Number, string Digest)
{
    public required Person Person { get; init; }
    public required PersonName Name { get; init; }

    /// <summary>Null in a table of people.</summary>
    public MissingReport? Report { get; init; }
}
