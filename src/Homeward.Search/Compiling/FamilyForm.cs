using Homeward.Genetics.Kinship;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;
using Homeward.Search.Index;

namespace Homeward.Search.Compiling;

/// <summary>
/// What families have in common whose pedigrees differ in names only: both hypotheses with an untyped child, for a boy
/// and for a girl, prepared once.
/// </summary>
sealed class FamilyForm
{
    static readonly Profile Nobody = new("", new Dictionary<string, Genotype>());
    readonly Sides[] _bySex;
    readonly int[] _places;
    readonly int _missing;

    /// <summary>The claim and "unrelated", whose child comes after everybody else.</summary>
    readonly record struct Sides(Hypothesis Claim, Hypothesis Unrelated);

    /// <param name="family">Any family of the form.</param>
    /// <param name="missing">Index of the missing member.</param>
    /// <param name="number">Tells forms apart.</param>
    public FamilyForm(Family family, int missing, int number)
    {
        (_missing, Number, MemberCount) = (missing, number, family.Profiles.Count);
        _bySex = [Of(Sex.Male), Of(Sex.Female)];
        Typed = [.. family.Typed];
        _places = new int[MemberCount];
        for (var place = 0; place < Typed.Count; place++) _places[Typed[place]] = place;
        Interchangeable = GroupsOf(family, missing);

        Sides Of(Sex sex)
        {
            var (claim, unrelated) = FamilyClaims.Main(family, missing, Nobody, sex);
            return new(claim, unrelated);
        }
    }

    public int Number { get; }

    public int MemberCount { get; }

    /// <summary>Indices of the typed members.</summary>
    public IReadOnlyList<int> Typed { get; }

    /// <summary>
    /// Typed full siblings without children: at an autosomal marker their readings may be exchanged.
    /// </summary>
    public IReadOnlyList<int[]> Interchangeable { get; }

    /// <summary>Puts exchangeable readings of an autosomal marker in ascending order. They are few: neighbours are
    /// exchanged until they are.</summary>
    /// <param name="readings">By typed member.</param>
    public void Order(Span<ushort> readings)
    {
        foreach (var group in Interchangeable)
            for (var last = group.Length - 1; last > 0; last--)
                for (var i = 0; i < last; i++)
                {
                    var (left, right) = (_places[group[i]], _places[group[i + 1]]);
                    if (readings[left] > readings[right])
                        (readings[left], readings[right]) = (readings[right], readings[left]);
                }
    }

    /// <summary>One marker of the members, from readings by typed member.</summary>
    public Profile?[] ProfilesOf(ReadOnlySpan<ushort> readings, string marker, MarkerLadder ladder)
    {
        var profiles = new Profile?[MemberCount];
        for (var i = 0; i < Typed.Count; i++)
        {
            var genotypes = new Dictionary<string, Genotype>(1);
            if (readings[i] > 0) genotypes.Add(marker, LadderReading.GenotypeOf(readings[i], ladder));
            profiles[Typed[i]] = new("", genotypes);
        }
        return profiles;
    }

    /// <summary>Equal for families of one form: parents, sexes, twins, who is typed and who is missing.</summary>
    public static string KeyOf(Family family, int missing)
    {
        const int Chars = 4;
        var members = family.Pedigree.Members;
        return string.Create(members.Count * Chars + 1, (family, missing), static (key, it) =>
        {
            key[^1] = (char)it.missing;
            for (var i = 0; i < it.family.Profiles.Count; i++)
            {
                var member = it.family.Pedigree.Members[i];
                key[Chars * i] = (char)(2 * (int)member.Sex + (it.family.Profiles[i] is null ? 0 : 1));
                key[Chars * i + 1] = (char)(member.Father + 1);
                key[Chars * i + 2] = (char)(member.Mother + 1);
                key[Chars * i + 3] = (char)it.family.Pedigree.IdenticalTo[i];
            }
        });
    }

    /// <summary>The scores of one marker, by the engine.</summary>
    /// <param name="row">Receives a score a code.</param>
    /// <param name="profiles">Of the members of a family of this form.</param>
    /// <param name="codes">The marker.</param>
    /// <param name="ladders">The population.</param>
    /// <param name="outside">Alleles outside the ladder that some profile of the index has together.</param>
    public void Fill(
        Span<double> row,
        IReadOnlyList<Profile?> profiles,
        MarkerCodes codes,
        MarkerLadders ladders,
        IReadOnlyList<Allele[]> outside)
    {
        var seen = Comparison.AllelesAt(codes.Marker, profiles.OfType<Profile>()).ToArray();
        var ladder = ladders.Of(codes.Marker, seen);
        var theta = ladders.Assumptions.Theta;
        row.Fill(double.NegativeInfinity);
        row[MarkerCodes.NotTyped] = 0;
        foreach (var sides in ladder.Model.IsX ? _bySex : _bySex.AsSpan(0, 1))
        {
            var (claim, unrelated) = (sides.Claim.With(profiles), sides.Unrelated.With([.. profiles, null]));
            if (ladder.Model.IsX && !Comparison.FitsX(codes.Marker, unrelated)) continue;
            var table = RatiosOn(ladder);
            for (var code = 0; code < codes.Genotypes.Count; code++)
                row[code] = Math.Max(row[code], table.Log10(codes.Genotypes[code]));
            row[MarkerCodes.Shared] = Math.Max(row[MarkerCodes.Shared], table.Largest);
            foreach (var alleles in outside)
            {
                var widened = RatiosOn(ladders.Of(codes.Marker, seen.Concat(alleles)));
                row[MarkerCodes.Shared] = Math.Max(row[MarkerCodes.Shared], widened.Largest);
            }

            GenotypeRatios RatiosOn(MarkerLadder on) => new(
                claim, _missing, unrelated, profiles.Count, codes.Marker, on, theta);
        }
        if (!ladder.Model.IsX) return;
        // The exact stage leaves an X marker out where it does not fit the child's sex: then it counts 0.
        foreach (ref var score in row) score = Math.Max(score, 0);
    }

    static List<int[]> GroupsOf(Family family, int missing)
    {
        var pedigree = family.Pedigree;
        var parents = pedigree.Members.SelectMany(it => (int[])[it.Father, it.Mother]).ToHashSet();
        return [.. family.Typed
            .Where(it => it != missing && !parents.Contains(it) && !pedigree.Members[it].IsFounder)
            .Where(it => pedigree.IdenticalTo.Count(twin => twin == pedigree.IdenticalTo[it]) == 1)
            .GroupBy(it => (pedigree.Members[it].Father, pedigree.Members[it].Mother))
            .Select(it => it.ToArray())
            .Where(it => it.Length > 1)];
    }
}
