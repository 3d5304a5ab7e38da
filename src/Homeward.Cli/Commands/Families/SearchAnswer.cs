using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;
using Homeward.Search.Ranking;

namespace Homeward.Cli.Commands.Families;

/// <summary>What a search found, property by property the JSON of docs/guide/command-line.md.</summary>
/// <param name="Assumptions">What was taken for granted.</param>
/// <param name="Threshold">log10 of the smallest LR shown.</param>
/// <param name="AlternativePrior">Prior of each alternative over that of the claim.</param>
/// <param name="Markers">Markers calculated with: those of all populations that some child was typed at.</param>
/// <param name="MarkersNotUsed">Typed in a child, but lacking in a population, or of no use for kinship.</param>
/// <param name="Families">Families searched.</param>
/// <param name="PairsCompared">Children times missing members.</param>
/// <param name="Children">Every child, in the order of the files.</param>
/// <param name="Unreachable">Missing members whose family cannot reach the threshold, whoever the child is.</param>
/// <param name="TooOpen">Missing members not searched for: no exact calculation with theta is in reach.</param>
sealed record SearchAnswer(
    AssumptionsAnswer Assumptions,
    double Threshold,
    double AlternativePrior,
    IReadOnlyList<string> Markers,
    IReadOnlyList<string> MarkersNotUsed,
    int Families,
    long PairsCompared,
    IReadOnlyList<SearchAnswer.Child> Children,
    IReadOnlyList<SearchAnswer.MissingMember> Unreachable,
    IReadOnlyList<SearchAnswer.MissingMember> TooOpen)
{
    /// <param name="Name">The sample's name.</param>
    /// <param name="Sex">By amelogenin.</param>
    /// <param name="MarkersTyped">Of the markers calculated with.</param>
    /// <param name="Candidates">Best first.</param>
    public sealed record Child(string Name, Sex Sex, int MarkersTyped, IReadOnlyList<FamilyFound> Candidates);

    public sealed record MissingMember(string Family, string Missing);

    public sealed record FamilyFound
    {
        public required int Rank { get; init; }
        public required bool IsTied { get; init; }
        public required string Family { get; init; }
        public required string Missing { get; init; }
        public required double Log10 { get; init; }
        public required string InWords { get; init; }
        public required Band Band { get; init; }

        /// <summary>Whether markers, inconsistencies and alternatives were worked out.</summary>
        public required bool IsExplained { get; init; }

        public required int MarkersCompared { get; init; }
        public required IReadOnlyList<InconsistentMarker> Inconsistencies { get; init; }
        public required IReadOnlyList<PopulationRatio> ByPopulation { get; init; }
        public required IReadOnlyList<Alternative> Alternatives { get; init; }
        public required Margin OverNextFamily { get; init; }
        public required Margin OverNextChild { get; init; }
        public required double Prior { get; init; }
        public required double Posterior { get; init; }
        public required double Log10PosteriorOdds { get; init; }
        public required Sex ChildSex { get; init; }
        public required Sex MissingSex { get; init; }
        public required bool SexesDiffer { get; init; }

        /// <summary>Only with <c>--explain</c>.</summary>
        public IReadOnlyList<ExplainedMarker>? Markers { get; init; }
    }

    public sealed record InconsistentMarker(string Marker, string Explanation);

    /// <param name="Marker">Canonical name.</param>
    /// <param name="Child">The child's genotype.</param>
    /// <param name="Relatives">Genotype by member, for the typed ones.</param>
    /// <param name="Log10">Of the marker's LR; −∞ when it excludes, null when it is impossible either way.</param>
    public sealed record ExplainedMarker(
        string Marker, string Child, IReadOnlyDictionary<string, string> Relatives, double? Log10);

    public static SearchAnswer Of(SearchInput input, SearchResult result)
    {
        var typed = input.Children.SelectMany(it => it.Profile.Genotypes.Keys).Distinct().ToList();
        var markers = input.Assumptions.Markers.Intersect(typed).ToList();
        var found = result.Candidates.ToLookup(it => it.Child, StringComparer.Ordinal);
        var families = FamiliesToExplain(input, result);
        return new(
            input.Assumptions.Answer, input.Threshold, input.AlternativePrior, markers, [.. typed.Except(markers)],
            input.Families.Count, result.PairsCompared,
            [.. input.Children.Select(child => new Child(
                child.Id, child.Sex, child.Profile.Genotypes.Keys.Intersect(markers).Count(),
                [.. found[child.Id].Select(it => FoundOf(it, child, families.GetValueOrDefault(it.Family)))]))],
            [.. result.Unreachable.Select(it => new MissingMember(it.Family, it.Missing))],
            [.. result.TooOpen.Select(it => new MissingMember(it.Family, it.Missing))]);
    }

    /// <summary>Those whose markers are shown; a nation's others are not made for it.</summary>
    static Dictionary<string, Family> FamiliesToExplain(SearchInput input, SearchResult result)
    {
        if (!input.Explain) return [];
        var found = result.Candidates.Select(it => it.Family).ToHashSet(StringComparer.Ordinal);
        return input.Families.Where(it => found.Contains(it.Id)).ToDictionary(it => it.Id, StringComparer.Ordinal);
    }

    static FamilyFound FoundOf(Candidate it, RescuedChild child, Family? family) => new()
    {
        Rank = it.Rank,
        IsTied = it.IsTied,
        Family = it.Family,
        Missing = it.Missing,
        Log10 = it.Log10,
        InWords = PlainWords.Times(it.Log10),
        Band = it.Band,
        IsExplained = it.IsExplained,
        MarkersCompared = it.Markers.Count,
        Inconsistencies = [.. it.Inconsistencies.Select(Inconsistent)],
        ByPopulation = it.ByPopulation,
        Alternatives = it.Alternatives,
        OverNextFamily = it.OverNextFamily,
        OverNextChild = it.OverNextChild,
        Prior = it.Prior,
        Posterior = it.Posterior,
        Log10PosteriorOdds = it.Log10 + Math.Log10(it.Prior / (1 - it.Prior)),
        ChildSex = it.ChildSex,
        MissingSex = it.MissingSex,
        SexesDiffer = it.SexesDiffer,
        Markers = family is null ? null
            : [.. it.Markers.Select(marker => Explained(marker, child.Profile, family))],
    };

    static InconsistentMarker Inconsistent(Inconsistency it) => new(it.Marker, ExplanationWords.Of(it.Explanation));

    static ExplainedMarker Explained(MarkerResult marker, Profile child, Family family)
    {
        var relatives = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var i in family.Typed)
            if (family.Profiles[i]!.Genotypes.TryGetValue(marker.Marker, out var read))
                relatives.Add(family.Pedigree.Members[i].Id, $"{read}");
        double? log10 = marker.Ratio.IsUndefined ? null : marker.Ratio.Log10;
        return new(marker.Marker, $"{child.Genotypes[marker.Marker]}", relatives, log10);
    }
}
