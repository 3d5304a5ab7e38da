namespace Homeward.Cases.Bulletins;

/// <summary>All that is recorded about one bulletin.</summary>
public sealed record BulletinFacts
{
    public required Bulletin Bulletin { get; init; }

    /// <summary>In the order of time; the last one is what is approved.</summary>
    public IReadOnlyList<BulletinCount> Counts { get; init; } = [];

    /// <summary>Of all counts.</summary>
    public IReadOnlyList<BulletinApproval> Approvals { get; init; } = [];

    public BulletinPublication? Publication { get; init; }

    public BulletinCount? Last => Counts.Count == 0 ? null : Counts[^1];

    /// <summary>The count that was published; else the last one.</summary>
    public BulletinCount? Current => Publication is { } it ? Counts.Single(count => count.Id == it.Count) : Last;

    public IEnumerable<BulletinApproval> ApprovalsOf(CountId count) => Approvals.Where(it => it.Count == count);
}
