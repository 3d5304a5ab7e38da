using Homeward.Cases.Agencies;
using Homeward.Cases.Bulletins;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Routes;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;

namespace Homeward.Tests.Cases.Bulletins;

/// <summary>The two operations of July 2011 as facts to count, figures from the reports of 27 July and 2 August 2011.
/// Which jurisdictions took part beside Guangdong, Guangxi, Fujian and Hebei is SYNTHETIC, and so is everybody.
/// </summary>
static class July2011
{
    public static OperationId A { get; } = new(Id(1, 1));
    public static OperationId B { get; } = new(Id(1, 2));

    /// <summary>Codes of the 14, Guangdong and Guangxi first: these take part in both.</summary>
    static readonly string[] Provinces =
    [
        "440000", "450000", "350000", "130000", "110000", "320000", "330000", "340000", "360000", "370000", "410000",
        "430000", "510000", "530000",
    ];

    public static Region[] Regions { get; } =
    [
        RegionOf("VN", Level.National, parent: null),
        .. Provinces.Where(it => it != "130000").Select(it => RegionOf(it, Level.Province, "CN")),
    ];

    public static BulletinPlan Plan(string number, int day) => new()
    {
        Number = number,
        Day = new(2011, day > 26 ? 7 : 8, day),
        Since = new(2009, 4, 1),
        Profile = "cn",
        Zone = "+08:00",
        AgeRules = BulletinPlan.RulesOf(JurisdictionProfile.China),
        Operations = [new(A, "A", new(2011, 7, 15)), new(B, "B", new(2011, 7, 20))],
    };

    /// <summary>What was known on 27 July.</summary>
    public static IEnumerable<Tally> Known() =>
    [
        .. Parts(),
        .. Children(A, number: 0, count: 8, lead: "450000", day: 15),
        .. Children(B, number: 8, count: 81, lead: "130000", day: 20),
        .. Suspects(A, number: 0, count: 39, lead: "450000", day: 15),
        .. Suspects(B, number: 39, count: 330, lead: "350000", day: 20),
        Fact(CountKey.Of(new RouteId(Id(4, 1))), "450000", A, 15, it => it with { Route = RouteKind.CrossBorder }),
    ];

    /// <summary>14 children and 40 suspects more, of 2 August: they belong to operation B.</summary>
    public static IEnumerable<Tally> Later() =>
    [
        .. Children(B, number: 89, count: 14, lead: "410000", day: 20),
        .. Suspects(B, number: 369, count: 40, lead: "410000", day: 20),
    ];

    /// <summary>What an earlier register had counted since April 2009, so that the totals of 2 August 2011 are reached
    /// (over 39,000 cases, 4,885 rings, 14,600 children, 24,800 women), with the operations' own.</summary>
    public static IEnumerable<Tally> Before(int children) =>
    [
        .. TakenOver(Metric.CasesSolved, 39_025),
        .. TakenOver(Metric.RingsBrokenUp, 4_885),
        .. TakenOver(Metric.PersonsRescued, children, Sex.Male, new(2006, 1, 1)),
        .. TakenOver(Metric.PersonsRescued, 24_800, Sex.Female, new(1985, 1, 1)),
    ];

    public static RescuedIdentity Child(int number, params RescueFact[] rescues) => new()
    {
        Root = new(Id(2, number)),
        Sex = Sex.Male,
        Birth = DayInterval.On(new(2011, 3, 1)),
        Rescues = rescues,
    };

    public static RescueFact Rescue(OperationId during, int number, string lead, int day) =>
        new(Id(3, number), new(2011, 7, day), new(lead), during);

    static IEnumerable<Tally> Parts()
    {
        // 2,614 officers in B: 186 from each of 13 jurisdictions, 196 from Hebei.
        foreach (var (number, code) in Provinces.Index())
            yield return Part(100 + number, B, code, forces: code == "130000" ? 196 : 186, day: 20);
        yield return Part(1, A, "440000", forces: 210, day: 15);
        yield return Part(2, A, "450000", forces: 260, day: 15);
        yield return Part(3, A, "VN", forces: 12, day: 15);
    }

    static Tally Part(int number, OperationId operation, string code, int forces, int day) =>
        Fact(CountKey.Of(new ParticipantId(Id(5, number))), code, operation, day, it => it with { Strength = forces });

    static IEnumerable<Tally> Children(OperationId during, int number, int count, string lead, int day) =>
        Enumerable.Range(number, count).SelectMany(it =>
            Counting.Of(Child(it, Rescue(during, it, lead, day)), CountReason.Recorded));

    static IEnumerable<Tally> Suspects(OperationId during, int number, int count, string lead, int day) =>
        Enumerable.Range(number, count).SelectMany(it => Counting.Of(
            new DetainedIdentity
            {
                Root = new(Id(6, it)),
                Sex = Sex.Male,
                Detentions = [new(new(Id(6, it)), new(2011, 7, day), new(lead), during)],
            },
            CountReason.Recorded));

    static Tally Fact(CountKey key, string lead, OperationId operation, int day, Func<Counted, Counted> with) => new(
        key,
        with(new() { OccurredOn = new(2011, 7, day), Lead = new(lead), Operation = operation }),
        CountReason.Recorded);

    static IEnumerable<Tally> TakenOver(
        Metric metric, int count, Sex? sex = null, DateOnly? born = null) =>
        Enumerable.Range(0, count).Select(it => new Tally(
            CountKey.TakenOver(metric, $"synthetic {sex?.ToString().ToLowerInvariant()} {it}"),
            new Counted
            {
                OccurredOn = new DateOnly(2009, 4, 9).AddDays(it % 800),
                Lead = new(Provinces[it % Provinces.Length]),
                Sex = sex,
                Birth = born is { } day ? DayInterval.On(day) : DayInterval.Unknown,
            },
            CountReason.TakenOver));

    static Guid Id(int kind, int number) => new(kind, (short)(number / 1000), (short)(number % 1000), new byte[8]);

    static Region RegionOf(string code, Level level, string? parent) => new()
    {
        Code = new(code),
        Level = level,
        Name = "SYNTHETIC " + code,
        Parent = parent is null ? null : new RegionCode(parent),
    };
}
