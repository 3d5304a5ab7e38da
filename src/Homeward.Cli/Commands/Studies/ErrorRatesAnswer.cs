using Homeward.Cli.Inputs;
using Homeward.Genetics.Markers;
using Homeward.Search.ErrorRates;

namespace Homeward.Cli.Commands.Studies;

/// <summary>Error rates, property by property the JSON of docs/guide/command-line.md.</summary>
/// <param name="Assumptions">To draw and to calculate.</param>
/// <param name="Samples">True pairs drawn for each type.</param>
/// <param name="Searched">Families searched.</param>
/// <param name="Seed">Of the draws.</param>
/// <param name="Families">By type.</param>
sealed record ErrorRatesAnswer(
    AssumptionsAnswer Assumptions,
    int Samples,
    int Searched,
    ulong Seed,
    IReadOnlyList<ErrorRatesAnswer.OfFamily> Families)
{
    /// <summary>Bands of docs/math/posterior.md.</summary>
    static readonly double[] Limits = [4, 6, 10];

    const double StrongMargin = 4;

    /// <param name="Type">Its name.</param>
    /// <param name="Title">Who was typed.</param>
    /// <param name="Kits">In the order asked for.</param>
    public sealed record OfFamily(string Type, string Title, IReadOnlyList<OfKit> Kits);

    /// <param name="Kit">Its name.</param>
    /// <param name="Markers">Autosomal markers of it that the population has.</param>
    /// <param name="MedianLog10">Of true pairs.</param>
    /// <param name="Limits">Lead, candidate, 10¹⁰.</param>
    /// <param name="Strong">Share of true pairs of 10¹⁰ and 10⁴ times every other family searched.</param>
    public sealed record OfKit(
        string Kit, int Markers, double MedianLog10, IReadOnlyList<OfLimit> Limits, Estimate Strong);

    /// <param name="Log10">The limit.</param>
    /// <param name="Hits">Share of true pairs that reach it.</param>
    /// <param name="FalsePerMillion">Of a million unrelated families, those that reach it for one child.</param>
    /// <param name="FalseAmongSearched">Of all families searched.</param>
    public sealed record OfLimit(double Log10, Estimate Hits, Estimate FalsePerMillion, Estimate FalseAmongSearched);

    public static ErrorRatesAnswer Of(ErrorRatesCommand.Plan plan, Action<double> done, CancellationToken stop)
    {
        var ladders = plan.Assumptions.Populations[0];
        string[] MarkersOf(Kit kit) => ErrorRatesCommand.MarkersOf(kit, plan.Assumptions);
        string[] all = [.. plan.Kits.SelectMany(MarkersOf).Distinct().Order(StringComparer.Ordinal)];
        var families = new List<OfFamily>();
        foreach (var type in StudiedFamily.All)
        {
            stop.ThrowIfCancellationRequested();
            var pairs = DrawnPairs.Draw(type, all, ladders, plan.Samples, plan.Seed);
            var kits = plan.Kits.AsParallel().AsOrdered().Select(kit => KitOf(kit.Name, pairs, MarkersOf(kit)));
            families.Add(new(type.Name, type.Title, [.. kits]));
            done((double)families.Count / StudiedFamily.All.Count);
        }
        return new(plan.Assumptions.Answer, plan.Samples, plan.Searched, plan.Seed, families);

        OfKit KitOf(string name, DrawnPairs pairs, string[] markers)
        {
            var hits = new HitRates(pairs.Totals(markers));
            return new(
                name, markers.Length, hits.Median,
                [.. Limits.Select(it => LimitOf(it, hits.At(it), FalseRate.Of(pairs, markers, it, plan.Seed)))],
                hits.StrongAt(Limits[^1], StrongMargin, plan.Searched));
        }

        OfLimit LimitOf(double log10, Estimate hits, Estimate ofUnrelated) =>
            new(log10, hits, 1e6 * ofUnrelated, plan.Searched * ofUnrelated);
    }
}
