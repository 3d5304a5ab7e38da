using Homeward.Genetics.Primitives;
using Homeward.Genetics.Simulation;

namespace Homeward.Cli.Commands.Demonstration.Nation;

/// <summary>The years from April 2009 until the demonstration's own July 2011, in parts of a quarter and a province.
/// The totals are those that the article tells; their spread is made up.</summary>
/// <param name="Cases">Solved.</param>
/// <param name="Rings">Broken up.</param>
/// <param name="Children">Rescued, all of them surely under fourteen.</param>
/// <param name="Women">Rescued.</param>
/// <param name="Families">That search.</param>
/// <param name="Seed">The same one makes the same nation.</param>
sealed record NationPlan(int Cases, int Rings, int Children, int Women, int Families, ulong Seed)
{
    const int FirstQuarter = 2009 * 4 + 1;                       // April to June 2009
    /// <summary>April 2009 to June 2011; fewer are for tests.</summary>
    public int Quarters { get; init; } = 9;

    /// <summary>Each part touches nearly every page of the index of names: few large parts write less.</summary>
    const int FamiliesOfPart = 1000;

    /// <summary>Somewhat more each quarter: by the end half as many again.</summary>
    const double Growth = 0.05;

    /// <summary>Provinces with their weights, about as the census of 2010 found them, in millions.</summary>
    public static IReadOnlyList<(string Region, int Weight)> Provinces { get; } =
    [
        ("440000", 104), ("370000", 96), ("410000", 94), ("510000", 80), ("320000", 79), ("130000", 72),
        ("430000", 66), ("340000", 60), ("420000", 57), ("330000", 54), ("450000", 46), ("530000", 46),
        ("360000", 45), ("210000", 44), ("230000", 38), ("610000", 37), ("350000", 37), ("140000", 36),
        ("520000", 35), ("500000", 29), ("220000", 27), ("620000", 26), ("150000", 25), ("310000", 23),
        ("650000", 22), ("110000", 20), ("120000", 13), ("460000", 9), ("640000", 6), ("630000", 6), ("540000", 3),
    ];

    /// <summary>39,025 cases, 4,885 rings, 14,600 children and 24,800 women, less what July 2011 itself brings.
    /// </summary>
    public static NationPlan Of(int families, ulong seed) => new(
        39_025 - 2, 4_885 - 4, 14_600 - DemoPlan.A.Children - DemoPlan.B.Children, 24_800, families, seed);

    /// <param name="First">Number of the first, from 0.</param>
    /// <param name="Count">How many.</param>
    public readonly record struct Run(int First, int Count);

    /// <summary>All that is recorded at once.</summary>
    /// <param name="Key">Names it, so that it is made once.</param>
    /// <param name="At">When the last of it was recorded.</param>
    public abstract record Part(string Key, DateTimeOffset At);

    /// <summary>What the police of a province did in a quarter, which begins on its first day.</summary>
    public sealed record Quarter(string Key, DateTimeOffset At, string Region, DateOnly From) : Part(Key, At)
    {
        public required Run Cases { get; init; }
        public required Run Rings { get; init; }
        public required Run Children { get; init; }
        public required Run Women { get; init; }

        /// <summary>How many of the province's children came before.</summary>
        public required int ChildrenBefore { get; init; }
    }

    /// <summary>Families that begin to search.</summary>
    public sealed record Searching(string Key, DateTimeOffset At, string Region, Run Families) : Part(Key, At);

    /// <summary>In the order in which they happen.</summary>
    public IReadOnlyList<Part> Parts() =>
    [
        .. QuarterParts().Concat<Part>(FamilyParts())
            .OrderBy(it => it.At).ThenBy(it => it.Key, StringComparer.Ordinal),
    ];

    /// <summary>How many children come to each province's homes.</summary>
    public IReadOnlyDictionary<string, int> ChildrenByProvince() =>
        QuarterParts().GroupBy(it => it.Region).ToDictionary(it => it.Key, it => it.Sum(part => part.Children.Count));

    IEnumerable<Quarter> QuarterParts()
    {
        var before = Provinces.ToDictionary(it => it.Region, _ => 0);
        var (done, all) = (0.0, Enumerable.Range(0, Quarters).Sum(WeightOf) * Provinces.Sum(it => it.Weight));
        for (var quarter = 0; quarter < Quarters; quarter++)
            foreach (var (region, weight) in Provinces)
            {
                var (from, to) = (done / all, (done + WeightOf(quarter) * weight) / all);
                done += WeightOf(quarter) * weight;
                var first = new DateOnly((FirstQuarter + quarter) / 4, (FirstQuarter + quarter) % 4 * 3 + 1, 1);
                var part = new Quarter(
                    $"{region} {first:yyyy-MM}", Evening(first.AddMonths(3).AddDays(-1)), region, first)
                {
                    Cases = Between(Cases, from, to),
                    Rings = Between(Rings, from, to),
                    Children = Between(Children, from, to),
                    Women = Between(Women, from, to),
                    ChildrenBefore = before[region],
                };
                before[region] += part.Children.Count;
                yield return part;
            }
    }

    IEnumerable<Searching> FamilyParts()
    {
        var begins = new DateOnly((FirstQuarter + 0) / 4, 4, 1);
        var days = begins.AddMonths(3 * Quarters).DayNumber - begins.DayNumber;
        for (var first = 0; first < Families; first += FamiliesOfPart)
        {
            var run = new Run(first, Math.Min(FamiliesOfPart, Families - first));
            yield return new(
                $"families {first}", Evening(begins.AddDays((int)((long)days * (first + run.Count) / Families) - 1)),
                ProvinceAt(new SeededRandom((ulong)first).NextShare()), run);
        }
    }

    static string ProvinceAt(double share)
    {
        var left = share * Provinces.Sum(it => it.Weight);
        foreach (var (region, weight) in Provinces)
            if ((left -= weight) < 0) return region;
        return Provinces[^1].Region;
    }

    static double WeightOf(int quarter) => 1 + Growth * quarter;

    /// <summary>Rounded so that all parts together make the total.</summary>
    static Run Between(int total, double from, double to)
    {
        Check.That(from >= 0 && to <= 1 + 1e-9);
        var first = (int)Math.Round(total * from);
        return new(first, (int)Math.Round(total * to) - first);
    }

    static DateTimeOffset Evening(DateOnly day) => new(day.ToDateTime(new(20, 0)), TimeSpan.FromHours(8));
}
