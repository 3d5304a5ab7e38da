using Homeward.Cases.Investigations;
using Homeward.Cases.People;

namespace Homeward.Cases.Rings;

/// <summary>What must hold for a ring to count as broken up, with the figures at that time.</summary>
/// <param name="Organisers">Known organisers.</param>
/// <param name="OrganisersDetained">Those of them who are deprived of liberty.</param>
/// <param name="Core">Known core members, organisers among them.</param>
/// <param name="CoreDetained">Those of them who are deprived of liberty.</param>
/// <remarks>A member whose place in the ring is unconfirmed is not known: a guess must neither help nor hinder.
/// </remarks>
public sealed record BreakUpCriteria(int Organisers, int OrganisersDetained, int Core, int CoreDetained)
{
    /// <summary>The share of known core members that must be detained, in percent.</summary>
    public const int CoreShare = 60;

    /// <summary>An organiser is known and none is free, and enough of the core is detained.</summary>
    public bool AreMet =>
        Organisers > 0 && OrganisersDetained == Organisers && CoreDetained * 100 >= CoreShare * Core;

    /// <param name="members">The current row of each member.</param>
    /// <param name="detained">Who is deprived of liberty.</param>
    public static BreakUpCriteria Of(IReadOnlyList<RingMembership> members, IReadOnlySet<PersonId> detained)
    {
        var known = members.Where(it => it.Certainty != LinkCertainty.Unconfirmed).ToList();
        var organisers = known.Where(it => it.Role == RingRole.Organiser).ToList();
        var core = known.Where(it => it.Role != RingRole.Associate).ToList();
        return new(
            organisers.Count, organisers.Count(it => detained.Contains(it.Person)),
            core.Count, core.Count(it => detained.Contains(it.Person)));
    }
}
