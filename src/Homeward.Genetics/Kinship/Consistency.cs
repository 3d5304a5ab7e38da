using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Kinship;

/// <summary>
/// Whether the typed relatives of a family agree with its pedigree, and if not, who least belongs there.
/// </summary>
/// <param name="Markers">Markers at which at least two members were typed.</param>
/// <param name="Inconsistencies">Markers that break Mendel's laws.</param>
/// <param name="Suspects">When there are any: each typed member, the likeliest culprit first.</param>
public sealed record Consistency(
    IReadOnlyList<string> Markers,
    IReadOnlyList<Inconsistency> Inconsistencies,
    IReadOnlyList<Consistency.Suspect> Suspects)
{
    /// <summary>What taking one member's profile for a stranger's would explain.</summary>
    /// <param name="Member">Id in the pedigree.</param>
    /// <param name="InconsistenciesLeft">Markers that would still break Mendel's laws.</param>
    /// <param name="Log10">log10 LR that the profile is a stranger's, over the family as declared.</param>
    public sealed record Suspect(string Member, int InconsistenciesLeft, double Log10);

    const string Stranger = "\u0001stranger";

    public static Consistency Of(Family family, MarkerLadders ladders)
    {
        var declared = new Hypothesis("as declared", family.Pedigree, family.Profiles);
        var markers = Comparison.UsableMarkers(declared, ladders).ToArray();
        var profiles = family.Profiles.OfType<Profiles.Profile>().ToArray();
        MarkerLadder LadderOf(string marker) => ladders.Of(marker, Comparison.AllelesAt(marker, profiles));
        var inconsistencies = Inconsistency.Of(declared, markers, LadderOf);
        if (inconsistencies.Count == 0) return new(markers, [], []);
        var theta = ladders.Assumptions.Theta;
        var suspects = family.Typed
            .Select(it => SuspectOf(family, it, declared, markers, LadderOf, theta))
            .OrderByDescending(it => it.Log10).ThenBy(it => it.InconsistenciesLeft)
            .ThenBy(it => it.Member, StringComparer.Ordinal);
        return new(markers, inconsistencies, [.. suspects]);
    }

    static Suspect SuspectOf(
        Family family,
        int member,
        Hypothesis declared,
        string[] markers,
        Func<string, MarkerLadder> ladderOf,
        Theta theta)
    {
        var without = WithStranger(family, member);
        var ratio = LikelihoodRatio.OfUnlinked(markers.Select(it => new LikelihoodRatio(
            without.Log10(it, ladderOf(it), theta), declared.Log10(it, ladderOf(it), theta))));
        var left = markers.Count(it => !Inconsistency.IsMendelian(without, it, ladderOf(it)));
        return new(family.Pedigree.Members[member].Id, left, ratio.Log10);
    }

    /// <summary>The same pedigree with the member untyped, and the profile on somebody without relatives.</summary>
    static Hypothesis WithStranger(Family family, int member)
    {
        var members = family.Pedigree.Members;
        var rows = members.Select(it => new PedigreeRow(it.Id, it.Sex, IdOf(it.Father), IdOf(it.Mother)));
        PedigreeRow stranger = new(Stranger, members[member].Sex, null, null);
        var twins = members.Index().Where(it => family.Pedigree.IdenticalTo[it.Index] != it.Index)
            .Select(it => (members[family.Pedigree.IdenticalTo[it.Index]].Id, it.Item.Id));
        var profiles = family.Profiles.Select((it, i) => i == member ? null : it);
        Check.That(family.Profiles[member] is not null);
        return new("a stranger's profile", Pedigree.Trusted([.. rows, stranger], [.. twins]),
            [.. profiles, family.Profiles[member]]);

        string? IdOf(int parent) => parent < 0 ? null : members[parent].Id;
    }
}
