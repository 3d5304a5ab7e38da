using Homeward.Genetics.Kinship;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;
using Homeward.Search.Ranking;

namespace Homeward.Search.Assignment;

/// <summary>A family with some of its missing members found: one joint likelihood ratio of all of them.</summary>
/// <remarks>
/// Never a product of pairs: two children in one family also tell of each other (docs/math/assignment.md). With one
/// child it is the likelihood ratio that a search shows.
/// </remarks>
sealed class FilledFamily(Family family, MarkerLadders ladders)
{
    // No id of a file can hold a control character, so the added members never meet a member's own id.
    const string Unrelated = "\u0001unrelated";

    readonly IReadOnlyList<Individual> _members = family.Pedigree.Members;

    /// <summary>log10 LR of the children in these places over all of them unrelated, to the family too.</summary>
    public double Log10(IReadOnlyList<(RescuedChild Child, int Member)> placed)
    {
        var (rows, twins) = (RowsWith(placed), Twins());
        var profiles = family.Profiles.ToArray();
        foreach (var (child, member) in placed) profiles[member] = child.Profile;
        var claim = new Hypothesis("found", PedigreeOf(rows, twins), profiles);
        var strangers = placed.Select(
            (it, i) => new PedigreeRow($"{Unrelated} {i}", rows[it.Member].Sex, null, null));
        var unrelated = new Hypothesis(
            "unrelated", PedigreeOf([.. rows, .. strangers], twins),
            [.. family.Profiles, .. placed.Select(it => it.Child.Profile)]);
        var markers = ladders.Markers.Where(it => Counts(it, placed, claim, unrelated));
        return Comparison.Of([claim, unrelated], markers, ladders).Over(1).Log10;
    }

    /// <summary>log10 P(profiles of the relatives), over every marker typed in one of them.</summary>
    public double Log10OfRelatives() => Log10Of(new("as declared", family.Pedigree, family.Profiles), ladders);

    /// <summary>log10 P(profile of a child without relatives).</summary>
    public static double Log10OfStranger(RescuedChild child, MarkerLadders ladders)
    {
        var alone = PedigreeOf([new(Unrelated, child.Sex, null, null)], []);
        return Log10Of(new("without relatives", alone, [child.Profile]), ladders);
    }

    static double Log10Of(Hypothesis hypothesis, MarkerLadders ladders)
    {
        var profiles = hypothesis.Profiles.OfType<Profile>().ToArray();
        if (profiles.Length == 0) return 0;
        var markers = ladders.Markers.Where(marker =>
            Array.Exists(profiles, it => it.Genotypes.ContainsKey(marker)) &&
            (!ladders.IsX(marker) || Comparison.FitsX(marker, hypothesis)));
        return Comparison.Of([hypothesis], markers, ladders).Markers.Sum(it => it.Log10[0]);
    }

    /// <summary>
    /// A marker counts that a placed child and at least one other of them all was typed at; on the X, where it fits
    /// everybody's sex.
    /// </summary>
    bool Counts(
        string marker,
        IReadOnlyList<(RescuedChild Child, int Member)> placed,
        Hypothesis claim,
        Hypothesis unrelated) =>
        placed.Any(it => it.Child.Profile.Genotypes.ContainsKey(marker)) &&
        claim.Profiles.Count(it => it?.Genotypes.ContainsKey(marker) == true) >= 2 &&
        (!ladders.IsX(marker) || (Comparison.FitsX(marker, claim) && Comparison.FitsX(marker, unrelated)));

    PedigreeRow[] RowsWith(IReadOnlyList<(RescuedChild Child, int Member)> placed)
    {
        PedigreeRow[] rows =
            [.. _members.Select(it => new PedigreeRow(it.Id, it.Sex, IdOf(it.Father), IdOf(it.Mother)))];
        foreach (var (child, member) in placed)
            // A father cannot become female, nor one of two identical twins: these keep the recorded sex.
            if (child.Sex != Sex.Unknown && !IsParent(member) && !HasTwin(member))
                rows[member] = rows[member] with { Sex = child.Sex };
        return rows;

        string? IdOf(int parent) => parent < 0 ? null : _members[parent].Id;
    }

    bool IsParent(int member) => _members.Any(it => it.Father == member || it.Mother == member);

    bool HasTwin(int member) =>
        family.Pedigree.IdenticalTo.Count(it => it == family.Pedigree.IdenticalTo[member]) > 1;

    (string, string)[] Twins() =>
        [.. family.Pedigree.IdenticalTo.Index().Where(it => it.Item != it.Index)
            .Select(it => (_members[it.Item].Id, _members[it.Index].Id))];

    static Pedigree PedigreeOf(PedigreeRow[] rows, (string, string)[] twins)
    {
        var parsed = Pedigree.From(rows, twins);
        Check.That(parsed.IsValid, "a valid pedigree stays one when its missing members are found");
        return parsed.Value;
    }
}
