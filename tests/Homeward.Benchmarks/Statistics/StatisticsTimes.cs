using System.Diagnostics;
using System.Globalization;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Bulletins;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Storage;
using Homeward.Storage.Access;
using Homeward.Storage.Agencies;
using Homeward.Storage.Audit;
using Homeward.Storage.Sqlite;
using Homeward.Storage.Statistics;

namespace Homeward.Benchmarks.Statistics;

/// <summary>Counts 100,000 lines of a ledger, with two age rules side by side. Everybody is SYNTHETIC.</summary>
static class StatisticsTimes
{
    const int Lines = 100_000;
    const int LinesOfOneAct = 10_000;
    const int Rounds = 7;

    public static async Task PrintAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("homeward-statistics-");
        try
        {
            var audit = new SqliteAuditDatabase(Path.Combine(folder.FullName, "audit.db"));
            audit.Create();
            var cases = new SqliteCases(Path.Combine(folder.FullName, "cases.db"));
            await CaseDatabase.CreateAsync(cases, default);
            await using var log = AuditLog.Open(audit, AuditNode.Alone, TimeProvider.System);
            using var database = await CaseDatabase.OpenAsync(cases, log, TimeProvider.System, default);
            await PrintAsync(output, database.For(await StatisticianAsync(database), Purpose.Statistics));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    static async Task PrintAsync(TextWriter output, CaseSession session)
    {
        var time = Stopwatch.StartNew();
        foreach (var act in Enumerable.Range(0, Lines).Select(TallyOf).Chunk(LinesOfOneAct))
            Allowed(await new LedgerStore(session).BookAsync(act, default));
        Say(output, $"{Lines:N0} lines written: {time.Elapsed.TotalSeconds:N1} s");

        var plan = new BulletinPlan
        {
            Number = "benchmark",
            Day = new(2011, 7, 27),
            Since = new(2009, 4, 1),
            Profile = "cn",
            Zone = "+08:00",
            AgeRules = BulletinPlan.RulesOf(JurisdictionProfile.China),
            Operations = [],
        };
        var times = new List<double>();
        // The processor's time tells what a quiet machine could do.
        var processor = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            time.Restart();
            var before = Environment.CpuUsage.TotalTime;
            var sums = await new StatisticsStore(session).SumsAsync(new(plan.Since, plan.Day), default);
            var figures = BulletinFigures.Of(plan, sums, JurisdictionProfile.China);
            times.Add(time.Elapsed.TotalSeconds);
            processor.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
            Check.That(figures.National.Counts.Values.Sum() == Lines);
        }
        Say(output, $"figures counted: first {times[0]:N3} s, then median {MedianOf(times):N3} s");
        Say(output, $"  of processor: median {MedianOf(processor):N3} s");
    }

    /// <summary>As the national ledger of 2011: 4 of 10 lines are cases, 4 are people, the others rings and rescues.
    /// </summary>
    static Tally TallyOf(int number)
    {
        var metric = (number % 10) switch
        {
            < 4 => Metric.CasesSolved,
            < 8 => Metric.PersonsRescued,
            8 => Metric.RingsBrokenUp,
            _ => Metric.Rescues,
        };
        var isPerson = metric == Metric.PersonsRescued;
        var what = new Counted
        {
            OccurredOn = new DateOnly(2009, 4, 9).AddDays(number % 800),
            Lead = new("440000"),
            Sex = !isPerson ? null : number % 3 == 0 ? Sex.Male : Sex.Female,
            Birth = isPerson ? DayInterval.On(new DateOnly(1980, 1, 1).AddDays(number % 11_000)) : DayInterval.Unknown,
        };
        var key = CountKey.TakenOver(metric, number.ToString(CultureInfo.InvariantCulture));
        return new(key, what, CountReason.TakenOver);
    }

    static async Task<Actor> StatisticianAsync(CaseDatabase database)
    {
        var ids = new Ids(TimeProvider.System);
        var country = new Cases.Agencies.Region
        {
            Code = new("CN"),
            Level = Level.National,
            Name = "SYNTHETIC",
            Parent = null,
        };
        var agency = new Agency
        {
            Id = new(ids.Next()),
            Kind = AgencyKind.Statistics,
            Level = Level.National,
            Region = country.Code,
            Name = "SYNTHETIC",
            Parent = null,
        };
        User[] users =
            [.. Enumerable.Range(0, 3).Select(_ => new User { Id = new(ids.Next()), Agency = agency.Id, Name = "x" })];
        var store = new AgencyStore(database.For(new(users[0].Id, agency.Id), Purpose.Administration));
        Allowed(await store.AddAsync([country], default));
        Allowed(await store.AddAsync(agency, default));
        foreach (var user in users) Allowed(await store.AddAsync(user, default));
        AccessStore By(User user) => new(database.For(new(user.Id, agency.Id), Purpose.Administration));
        var until = Instant.Of(TimeProvider.System.GetUtcNow()) + TimeSpan.FromDays(1);
        Allowed(await By(users[0]).SetUpAsync(users[0], country.Code, default));
        Allowed(await By(users[0]).GiveAsync(users[1], Role.Approver, country.Code, until, default));
        Allowed(await By(users[1]).GiveAsync(users[2], Role.Statistician, country.Code, until, default));
        return new(users[2].Id, agency.Id);
    }

    static T Allowed<T>(Outcome<T> outcome)
        where T : class
    {
        Check.That(outcome.IsAllowed, outcome.Refusal?.Reason ?? "");
        return outcome.Value;
    }

    static double MedianOf(List<double> rounds) => rounds.Skip(1).Order().ElementAt(3);

    static void Say(TextWriter output, FormattableString line) =>
        output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
