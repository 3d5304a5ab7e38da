using System.Diagnostics;
using System.Globalization;
using Homeward.Cases.Audit;
using Homeward.Cases.Identification;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Cli.Commands.Bench;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Profiles;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;
using Homeward.Server.Genes;
using Homeward.Storage.Audit;
using Homeward.Storage.Genes;

namespace Homeward.Benchmarks.Genes;

/// <summary>A nation's families and children in encrypted SQLite databases: the first search of everybody, the start of
/// a process whose records are there, and how soon a new child's candidates are written.</summary>
/// <remarks>70 % couples, 20 % one parent, 10 % others, 24 markers, mutation and theta; one child to ten families, of
/// whom one in ten has a family here.</remarks>
sealed class ResidentTimes : IAsyncDisposable
{
    const int FamiliesAtATime = 5000;
    const int FamiliesToAChild = 10;
    const int LateChildren = 40;

    readonly TextWriter _output;
    readonly BenchNation _nation = new();
    readonly Ids _ids = new(TimeProvider.System);
    readonly AuditLog _log;
    readonly GeneDatabase _genes;

    ResidentTimes(TextWriter output, string folder)
    {
        _output = output;
        string In(string name) => Path.Combine(folder, name);
        var audit = new SqliteAuditDatabase(In("audit.db"));
        var (keys, location) = (new EpochKeys(In("keys")), new SqliteGenes(In("genes.db"), In("keys.db")));
        if (!File.Exists(In("genes.db")))
        {
            audit.Create();
            GeneDatabase.Create(location, keys, TimeProvider.System);
        }
        _log = AuditLog.Open(audit, AuditNode.Alone, TimeProvider.System);
        _genes = GeneDatabase.Open(location, keys, _log, TimeProvider.System);
    }

    /// <param name="output">Where the times go.</param>
    /// <param name="families">How many.</param>
    /// <param name="kept">A folder that stays, and is used again when it is there; null for one that goes.</param>
    public static async Task PrintAsync(TextWriter output, int families, string? kept)
    {
        var folder = kept is null
            ? Directory.CreateTempSubdirectory("homeward-resident-") : Directory.CreateDirectory(kept);
        try
        {
            await using var times = new ResidentTimes(output, folder.FullName);
            if (times._genes.Version() == 0)
            {
                await times.FillAsync(families);
                times.SearchAll();
            }
            await times.LiveAsync();
        }
        finally
        {
            if (kept is null) folder.Delete(recursive: true);
        }
    }

    public ValueTask DisposeAsync() => _log.DisposeAsync();

    SearchSettings Settings => new()
    {
        Populations = [_nation.Ladders],
        Threshold = 4,
        AlternativePrior = 1,
        ExplainedRanks = 0,
        Scan = ScanOptions.Fastest,
    };

    GeneSession Session => _genes.For(actor: null, Purpose.Demonstration);

    async Task FillAsync(int families)
    {
        var clock = Clock.Start();
        var taken = 0;
        foreach (var some in _nation.Families(families).Chunk(FamiliesAtATime))
        {
            var numbers = new Dictionary<string, AccessionNumber>(StringComparer.Ordinal);
            var acceptances = some.SelectMany(it => it.Family.Profiles).OfType<Profile>()
                .Select(it => AcceptanceOf(it, ProfileKind.Reference, numbers)).ToList();
            // One child in ten of those rescued has a family here: of the others the family never asked.
            for (var i = 0; i < some.Length / FamiliesToAChild; i++)
                acceptances.Add(AcceptanceOf(
                    i % 10 == 0 ? some[i].Child : _nation.Family("couple", "").Child, ProfileKind.Unidentified,
                    numbers: null));
            await AcceptAsync(acceptances);
            await new FamilyInbox(Session).TakeAllAsync(
                [.. some.Select(it => Numbered(it.Family, numbers))], CancellationToken.None);
            taken += acceptances.Count;
        }
        Say($"drawn and taken in: {families:N0} families, {taken:N0} profiles: {clock}");
    }

    void SearchAll()
    {
        var clock = Clock.Start();
        using var search = new GeneSearch(_genes, Settings);
        search.Begin();
        search.Refresh(CancellationToken.None);
        Say($"first load: {clock}");
        clock = Clock.Start();
        var round = search.Run(done: null, CancellationToken.None);
        Say($"first search of {round.Children:N0} children and {round.Families:N0} families: "
            + $"{round.Pairs:N0} pairs, {clock}");
    }

    async Task LiveAsync()
    {
        GC.Collect();
        var clock = Clock.Start();
        using var search = new GeneSearch(_genes, Settings);
        search.Begin();
        search.Refresh(CancellationToken.None);
        Say($"start, ready to search: {clock}; {search.Progress}");
        Say($"memory: {Environment.WorkingSet / 1e9:F2} GB");
        clock = Clock.Start();
        search.Run(done: null, CancellationToken.None);
        Say($"nobody left, or what was: {clock}");

        var families = new List<(Family Family, Profile Child)>();
        while (families.Count < LateChildren) families.Add(_nation.Family("couple", $"L{families.Count}"));
        var late = new Dictionary<string, AccessionNumber>(StringComparer.Ordinal);
        await AcceptAsync([.. families.SelectMany(it => it.Family.Profiles).OfType<Profile>()
            .Select(it => AcceptanceOf(it, ProfileKind.Reference, late))]);
        clock = Clock.Start();
        await new FamilyInbox(Session).TakeAllAsync(
            [.. families.Select(it => Numbered(it.Family, late))], CancellationToken.None);
        search.Run(done: null, CancellationToken.None);
        Say($"{LateChildren} new families accepted, searched and written: {clock}");

        var times = new List<double>();
        foreach (var (_, child) in families)
        {
            await AcceptAsync([AcceptanceOf(child, ProfileKind.Unidentified, numbers: null)]);
            var start = Stopwatch.GetTimestamp();
            search.Run(done: null, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        Say($"new child accepted, candidates written: median {times[times.Count / 2]:N0} ms, "
            + $"slowest {times[^1]:N0} ms of {times.Count}");
    }

    async Task AcceptAsync(IReadOnlyList<Acceptance> acceptances)
    {
        await using var batch = await Session.AcceptAsync(CancellationToken.None);
        await batch.AddAllAsync(acceptances, (_, _) => { }, CancellationToken.None);
        batch.Commit();
    }

    Acceptance AcceptanceOf(Profile profile, ProfileKind kind, Dictionary<string, AccessionNumber>? numbers)
    {
        var accession = AccessionNumber.Draw();
        numbers?.Add(profile.Id, accession);
        return new() { Accession = accession, Donor = new(_ids.Next()), Kind = kind, Profile = profile };
    }

    GeneFamily Numbered(Family family, Dictionary<string, AccessionNumber> numbers)
    {
        string? NameOf(int member) => member < 0 ? null : family.Pedigree.Members[member].Id;
        return GeneFamily.From(
            new(_ids.Next()), 1,
            [
                .. family.Pedigree.Members.Select((it, i) => new GeneFamilyMember(
                    it.Id, it.Sex, NameOf(it.Father), NameOf(it.Mother),
                    family.Profiles[i] is { } profile ? numbers[profile.Id] : null, family.Missing.Contains(i))),
            ]).Value!;
    }

    void Say(string line) => _output.WriteLine(line);

    /// <summary>Seconds by the wall and of the processor.</summary>
    readonly record struct Clock(long Started, TimeSpan Before)
    {
        public static Clock Start() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Stopwatch.GetElapsedTime(Started).TotalSeconds:N1} s, "
            + $"processor {(Environment.CpuUsage.TotalTime - Before).TotalSeconds:N1} s");
    }
}
