using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Rings;

/// <summary>All that is recorded about one ring.</summary>
public sealed record RingFacts
{
    public required Ring Ring { get; init; }

    /// <summary>All rows, by people as they are after merges.</summary>
    public IReadOnlyList<RingMembership> Memberships { get; init; } = [];
    public IReadOnlyList<RingStep> Steps { get; init; } = [];

    /// <summary>Members who are deprived of liberty now.</summary>
    public IReadOnlySet<PersonId> Detained { get; init; } = new HashSet<PersonId>();

    /// <summary>The last row of each member.</summary>
    public IReadOnlyList<RingMembership> MembersAt(Instant moment) =>
    [
        .. Memberships.Where(it => it.At <= moment)
            .GroupBy(it => it.Person, (_, rows) => rows.OrderBy(it => it.At).Last()),
    ];

    public BreakUpCriteria CriteriaAt(Instant moment) => BreakUpCriteria.Of(MembersAt(moment), Detained);
}
