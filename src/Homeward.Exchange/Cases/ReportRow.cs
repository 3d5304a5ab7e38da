using Homeward.Cases.Agencies;
using Homeward.Cases.Families;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Exchange.Cases;

/// <summary>One missing person as a table reports it.</summary>
/// <param name="Place">Its row in the file.</param>
/// <param name="Number">The agency's own number, under which the report is known when the file comes again.</param>
public sealed record ReportRow(string Place, string Number)
{
    public required string Name { get; init; }
    public required Sex Sex { get; init; }
    public required DayInterval Born { get; init; }
    public required DateBasis Basis { get; init; }
    public string? Marks { get; init; }
    public required DayInterval LastSeen { get; init; }
    public required RegionCode Region { get; init; }
    public required MissingCategory Category { get; init; }

    /// <summary>SHA-256 of what the row says, however it is written.</summary>
    public string Digest => RowDigest.Of(
        Number, Name, Sex.ToString(), RowDigest.Days(Born), Basis.ToString(), Marks, RowDigest.Days(LastSeen),
        Region.Value, Category.ToString());
}
