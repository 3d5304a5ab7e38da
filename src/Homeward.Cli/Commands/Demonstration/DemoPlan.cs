namespace Homeward.Cli.Commands.Demonstration;

/// <summary>What the article of 27 July 2011 tells, spread over jurisdictions. The spread and every name are made up.
/// </summary>
static class DemoPlan
{
    /// <summary>The jurisdictions that the article names.</summary>
    static readonly string[] Named = ["440000", "450000", "350000", "130000"];

    /// <param name="Region">GB/T 2260.</param>
    /// <param name="Officers">How many it sends.</param>
    /// <param name="Suspects">How many are detained there.</param>
    /// <param name="Children">How many are rescued there.</param>
    public sealed record Share(string Region, int Officers, int Suspects, int Children)
    {
        /// <summary>Whether the article says that this jurisdiction took part.</summary>
        public bool IsNamed => Named.Contains(Region);
    }

    /// <param name="Letter">A or B.</param>
    /// <param name="HHour">The night of the raid.</param>
    /// <param name="Shares">By jurisdiction, the leading one first.</param>
    public sealed record Raid(string Letter, DateTimeOffset HHour, IReadOnlyList<Share> Shares)
    {
        public int Suspects => Shares.Sum(it => it.Suspects);
        public int Children => Shares.Sum(it => it.Children);
    }

    /// <summary>8 children and 39 suspects; a ring from across the border and its route.</summary>
    public static Raid A { get; } = new(
        "A", DemoClock.Local(7, 15, 4), [new("440000", 300, 22, 5), new("450000", 220, 17, 3)]);

    /// <summary>81 children and 330 suspects; more than 2,600 officers.</summary>
    public static Raid B { get; } = new(
        "B", DemoClock.Local(7, 20, 4),
        [
            new("350000", 500, 60, 14), new("130000", 420, 55, 13), new("410000", 260, 36, 9),
            new("370000", 240, 34, 9), new("360000", 180, 24, 6), new("340000", 170, 22, 6),
            new("330000", 150, 18, 5), new("320000", 140, 16, 4), new("430000", 120, 15, 4),
            new("420000", 110, 13, 3), new("140000", 100, 12, 3), new("530000", 90, 11, 2),
            new("440000", 84, 8, 2), new("450000", 50, 6, 1),
        ]);

    /// <summary>2 August: 14 more children and 40 more suspects, of operation B.</summary>
    public static IReadOnlyList<Share> Later { get; } =
        [new("350000", 0, 18, 6), new("130000", 0, 12, 5), new("410000", 0, 10, 3)];

    /// <summary>Nobody waits longer than the placement clock allows, but for two of these on purpose: the thirteen
    /// children in Handan stayed with policewomen until the next day, as the article tells, and two in Yunnan wait
    /// still, so that there is something to be seen to.</summary>
    public static IReadOnlyDictionary<string, DateTimeOffset?> LateInB { get; } =
        new Dictionary<string, DateTimeOffset?> { [Hebei] = DemoClock.Local(7, 21, 10), [Yunnan] = null };

    public static IReadOnlyDictionary<string, DateTimeOffset?> NobodyLate { get; } =
        new Dictionary<string, DateTimeOffset?>();

    public static IReadOnlyList<string> Regions { get; } = [.. B.Shares.Select(it => it.Region)];

    /// <summary>Where thirteen children stayed with policewomen before they moved to a home.</summary>
    public const string Handan = "130400";
    public const string Hebei = "130000";
    public const string Yunnan = "530000";
}
