using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Genetics.Kinship;
using Spectre.Console;

namespace Homeward.Cli.Commands.Lr;

/// <summary>LRs of pedigrees from files: each family of the file is a hypothesis about the same samples.</summary>
/// <param name="Assumptions">What was taken for granted.</param>
/// <param name="DropOut">Of a Familias project that considers it; else null.</param>
/// <param name="Populations">The comparisons under each population.</param>
/// <param name="Inconsistencies">Markers that break Mendel's laws, by hypothesis, each with its explanation.</param>
sealed record PedigreeLr(
    AssumptionsAnswer Assumptions,
    DropOuts? DropOut,
    IReadOnlyList<PedigreeLr.PopulationPart> Populations,
    IReadOnlyList<PedigreeLr.InconsistentMarker> Inconsistencies)
{
    public sealed record PopulationPart(string Population, IReadOnlyList<Ratio> Comparisons);

    /// <param name="Numerator">The first family of the file.</param>
    /// <param name="Denominator">Another.</param>
    /// <param name="Log10">Of the whole LR; ±∞ when one hypothesis is impossible, null when both are.</param>
    /// <param name="Markers">Those calculated with.</param>
    public sealed record Ratio(
        string Numerator, string Denominator, double? Log10, IReadOnlyList<MarkerPart> Markers);

    public sealed record MarkerPart(string Name, double? Lr, double Log10Numerator, double Log10Denominator);

    public sealed record InconsistentMarker(string Hypothesis, string Marker, string Explanation);

    /// <summary>The families as hypotheses; null when they are not about the same samples.</summary>
    public static IReadOnlyList<Hypothesis>? Hypotheses(
        string file, IReadOnlyList<Family> families, Refusals refusals)
    {
        if (families.Count < 2) refusals.Add(file, "", $"has {families.Count} hypotheses; a ratio needs two or more");
        var first = families.Count > 0 ? Samples(families[0]) : [];
        if (families.Count > 0 && first.Count < 2)
            refusals.Add(file, families[0].Id, "has fewer than two samples; there is nothing to compare");
        foreach (var family in families)
            if (!Samples(family).SetEquals(first))
                refusals.Add(
                    file, family.Id, $"must have the same samples as {families[0].Id}: {string.Join(", ", first)}");
        return refusals.Any ? null : [.. families.Select(it => new Hypothesis(it.Id, it.Pedigree, it.Profiles))];
    }

    static HashSet<string> Samples(Family family) => [.. family.Typed.Select(it => family.Profiles[it]!.Id)];

    public static PedigreeLr Of(
        IReadOnlyList<Hypothesis> hypotheses, Assumptions assumptions, DropOuts? dropOut = null)
    {
        var ladders = assumptions.Populations[0];
        var usable = hypotheses.Select(it => Comparison.UsableMarkers(it, ladders).ToHashSet()).ToList();
        List<string> markers = [.. assumptions.Markers.Where(marker => usable.TrueForAll(it => it.Contains(marker)))];
        var groups = dropOut?.Groups(hypotheses, markers).ToList() ?? [(hypotheses, markers)];
        var populations = assumptions.Populations.Select(it => new PopulationPart(
            it.Assumptions.Population.Name,
            Ratios(hypotheses, [.. groups.SelectMany(of => Comparison.Of(of.Hypotheses, of.Markers, it).Markers)
                .OrderBy(of => markers.IndexOf(of.Marker))])));
        var inconsistent = groups.SelectMany(of => of.Hypotheses.SelectMany(
            it => InconsistentOf(it, of.Markers, ladders)));
        return new(assumptions.Answer, dropOut, [.. populations], [.. inconsistent]);
    }

    static List<Ratio> Ratios(IReadOnlyList<Hypothesis> hypotheses, List<MarkerLikelihoods> markers)
    {
        var ratios = new List<Ratio>();
        for (var i = 1; i < hypotheses.Count; i++)
        {
            var parts = markers.Select(it => Part(it.Marker, it.Ratio(0, i)));
            var total = LikelihoodRatio.OfUnlinked(markers.Select(it => it.Ratio(0, i)));
            ratios.Add(new(hypotheses[0].Name, hypotheses[i].Name, OrNull(total), [.. parts]));
        }
        return ratios;
    }

    static MarkerPart Part(string marker, LikelihoodRatio ratio) => new(
        marker, OrNull(ratio) is { } log10 ? Math.Pow(10, log10) : null, ratio.Log10Numerator, ratio.Log10Denominator);

    static double? OrNull(LikelihoodRatio ratio) => ratio.IsUndefined ? null : ratio.Log10;

    static IEnumerable<InconsistentMarker> InconsistentOf(
        Hypothesis hypothesis, IReadOnlyList<string> markers, MarkerLadders ladders)
    {
        var profiles = hypothesis.Profiles.OfType<Genetics.Profiles.Profile>().ToList();
        var found = Inconsistency.Of(hypothesis, markers, marker => ladders.Of(marker, AllelesAt(marker, profiles)));
        return found.Select(it => new InconsistentMarker(
            hypothesis.Name, it.Marker, ExplanationWords.Of(it.Explanation)));
    }

    static IEnumerable<Genetics.Markers.Allele> AllelesAt(string marker, List<Genetics.Profiles.Profile> profiles)
    {
        foreach (var profile in profiles)
            if (profile.Genotypes.TryGetValue(marker, out var read))
            {
                yield return read.Low;
                yield return read.High;
            }
    }

    public void Draw(IAnsiConsole console)
    {
        console.WriteLine($"Populations: {string.Join(", ", Assumptions.Populations)}; theta {Assumptions.Theta}; "
            + $"minimum frequency {Assumptions.MinimumFrequency}; silent allele {Assumptions.SilentInWords()}");
        console.WriteLine($"Mutation: {Assumptions.Mutation}");
        if (DropOut is { } dropOut) console.WriteLine($"Of the project: {dropOut.InWords()}");
        foreach (var part in Populations)
            foreach (var ratio in part.Comparisons)
            {
                console.WriteLine();
                console.WriteLine($"{part.Population}: {ratio.Numerator} against {ratio.Denominator}");
                var table = Tables.Of("marker", ">LR", ">log10 numerator", ">log10 denominator", "");
                foreach (var it in ratio.Markers)
                    table.Add(
                        it.Name, it.Lr is null ? "impossible either way" : $"{it.Lr:G6}",
                        Number(it.Log10Numerator), Number(it.Log10Denominator), Remark(it.Name));
                console.Write(table);
                console.WriteLine(
                    $"log10 LR {(ratio.Log10 is { } log10 ? Number(log10) : "undefined")}: "
                    + PlainWords.Compared(ratio.Numerator, ratio.Denominator, ratio.Log10));
            }
        foreach (var it in Inconsistencies)
            console.WriteLine($"Inconsistent under {it.Hypothesis}: {it.Marker}, likeliest {it.Explanation}");
    }

    string Remark(string marker)
    {
        var under = Inconsistencies.Where(it => it.Marker == marker).Select(it => it.Hypothesis).ToList();
        return under.Count == 0 ? "" : $"inconsistent under {string.Join(", ", under)}";
    }

    static string Number(double log10) =>
        double.IsInfinity(log10) ? (log10 > 0 ? "infinite" : "impossible") : $"{log10:0.0000}";
}
