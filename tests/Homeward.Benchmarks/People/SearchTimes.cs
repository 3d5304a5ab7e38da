using System.Diagnostics;
using System.Globalization;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Names;
using Homeward.Cases.People;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Storage;
using Homeward.Storage.Access;
using Homeward.Storage.Agencies;
using Homeward.Storage.Audit;
using Homeward.Storage.People;
using Homeward.Storage.Postgres;
using Homeward.Storage.Sqlite;

namespace Homeward.Benchmarks.People;

/// <summary>Finding people by a name among many, each search with its entry in the log, on SQLite with full sync or on
/// an empty database of a PostgreSQL server.</summary>
static class SearchTimes
{
    /// <summary>As few acts as memory allows: each one touches nearly every page of the index of keys.</summary>
    const int PeopleAnAct = 50_000;

    const int Searches = 200;

    /// <summary>Common family names and characters of given names, drawn at random: nobody's.</summary>
    const string Families = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜单仇";
    const string Given = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀兰霞平刚桂英华玉红建国文辉志鹏飞宇浩晨阳子轩梓涵雨欣怡佳琪";

    static readonly Ids Ids = new(TimeProvider.System);

    static readonly Region Country =
        new() { Code = new("CN"), Level = Level.National, Name = "SYNTHETIC", Parent = null };

    static readonly Agency Police = new()
    {
        Id = new(Ids.Next()),
        Kind = AgencyKind.PublicSecurity,
        Level = Level.National,
        Region = Country.Code,
        Name = "SYNTHETIC",
        Parent = null,
    };

    static readonly User Administrator = UserOf("SYNTHETIC administrator");
    static readonly User Approver = UserOf("SYNTHETIC approver");
    static readonly User Officer = UserOf("SYNTHETIC officer");

    public static async Task PrintAsync(TextWriter output, int people)
    {
        var folder = Directory.CreateTempSubdirectory("homeward-people-");
        try
        {
            var place = new SqliteCases(Path.Combine(folder.FullName, "cases.db"));
            var log = new SqliteAuditDatabase(Path.Combine(folder.FullName, "audit.db"));
            log.Create();
            await CaseDatabase.CreateAsync(place, CancellationToken.None);
            await PrintAsync(output, place, log, people);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"cases.db {new FileInfo(Path.Combine(folder.FullName, "cases.db")).Length / 1e6:N0} MB"));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    /// <param name="output">Where the times go.</param>
    /// <param name="people">How many.</param>
    /// <param name="owner">Connection of who owns the empty database.</param>
    /// <param name="application">Connection of the role that reads and writes.</param>
    public static async Task PrintAsync(TextWriter output, int people, string owner, string application)
    {
        var role = new Npgsql.NpgsqlConnectionStringBuilder(application).Username!;
        new PostgresAuditDatabase(owner, role).Create();
        await CaseDatabase.CreateAsync(new PostgresCases(owner, role), CancellationToken.None);
        await PrintAsync(
            output, new PostgresCases(application, role), new PostgresAuditDatabase(application, role), people);
    }

    static async Task PrintAsync(TextWriter output, CaseLocation location, AuditDatabase logDatabase, int people)
    {
        await using var log = AuditLog.Open(logDatabase, AuditNode.Alone, TimeProvider.System);
        using var cases = await CaseDatabase.OpenAsync(location, log, TimeProvider.System, CancellationToken.None);
        await SetUpAsync(cases);

        var random = new Random(1);
        var time = Stopwatch.StartNew();
        foreach (var names in Enumerable.Range(0, people).Select(_ => NameOf(random)).Chunk(PeopleAnAct))
            await AddAsync(new(As(cases, Officer)), names);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{people:N0} people recorded in {time.Elapsed.TotalSeconds:N0} s, processor "
            + $"{Environment.CpuUsage.TotalTime.TotalSeconds:N0} s"));

        var search = new PersonSearch(As(cases, Officer));
        PrintTimes(output, "in characters", await TimesAsync(search, () => NameOf(random)));
        PrintTimes(output, "in letters", await TimesAsync(search, () => NameForm.Of(NameOf(random)).Letters));
        PrintTimes(output, "in letters, one missing",
            await TimesAsync(search, () => NameForm.Of(NameOf(random)).Letters.Remove(2, 1)));
    }

    static async Task<(List<TimeSpan> Times, double Found)> TimesAsync(PersonSearch search, Func<string> name)
    {
        var (times, found) = (new List<TimeSpan>(), 0);
        for (var i = 0; i < Searches; i++)
        {
            var query = new PersonQuery { Name = name(), Sex = Sex.Female, Region = Country.Code, Marks = "chin" };
            var time = Stopwatch.StartNew();
            found += (await search.FindAsync(query, CancellationToken.None)).Total;
            times.Add(time.Elapsed);
        }
        times.Sort();
        return (times, (double)found / Searches);
    }

    static void PrintTimes(TextWriter output, string what, (List<TimeSpan> Times, double Found) of) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: median {of.Times[Searches / 2].TotalMilliseconds:N1} ms, "
            + $"95 % within {of.Times[Searches * 95 / 100].TotalMilliseconds:N1} ms, {of.Found:N0} people on average"));

    static string NameOf(Random random)
    {
        var given = Enumerable.Range(0, random.Next(4) == 0 ? 1 : 2).Select(_ => Given[random.Next(Given.Length)]);
        // The first family names are the most common, as in life.
        return Families[(int)(Families.Length * Math.Pow(random.NextDouble(), 2))] + string.Concat(given);
    }

    static async Task AddAsync(PeopleStore store, string[] names) =>
        Check.That((await store.AddAllAsync([.. names.Select(PersonOf)], CancellationToken.None)).IsAllowed);

    static (Person, PersonName[]) PersonOf(string name)
    {
        var person = new Person { Id = new(Ids.Next()), Sex = Sex.Female, Marks = "SYNTHETIC scar on the chin" };
        var text = new PersonName
        {
            Id = new(Ids.Next()),
            Person = person.Id,
            Text = name,
            Script = Script.Hans,
            Kind = NameKind.Birth,
            At = Instant.Of(TimeProvider.System.GetUtcNow()),
        };
        return (person, [text]);
    }

    static async Task SetUpAsync(CaseDatabase cases)
    {
        var agencies = new AgencyStore(As(cases, Administrator));
        Check.That((await agencies.AddAsync([Country], CancellationToken.None)).IsAllowed);
        Check.That((await agencies.AddAsync(Police, CancellationToken.None)).IsAllowed);
        foreach (var user in new[] { Administrator, Approver, Officer })
            Check.That((await agencies.AddAsync(user, CancellationToken.None)).IsAllowed);
        var access = new AccessStore(As(cases, Administrator));
        Check.That((await access.SetUpAsync(Administrator, Country.Code, CancellationToken.None)).IsAllowed);
        await GiveAsync(access, Approver, Role.Approver);
        await GiveAsync(new AccessStore(As(cases, Approver)), Officer, Role.Investigator);
    }

    static async Task GiveAsync(AccessStore giver, User user, Role role)
    {
        var until = Instant.Of(TimeProvider.System.GetUtcNow()) + TimeSpan.FromDays(30);
        Check.That((await giver.GiveAsync(user, role, Country.Code, until, CancellationToken.None)).IsAllowed);
    }

    static CaseSession As(CaseDatabase cases, User user) => cases.For(new(user.Id, user.Agency), Purpose.Rescue);

    static User UserOf(string name) => new() { Id = new(Ids.Next()), Agency = Police.Id, Name = name };
}
