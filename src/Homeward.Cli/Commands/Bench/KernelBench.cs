using System.Diagnostics;
using Homeward.Genetics.Kinship;
using Homeward.Search.Compiling;
using Homeward.Search.Index;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;

namespace Homeward.Cli.Commands.Bench;

/// <summary>Pairs a second by kernel, kind of family and cores, and families compiled a second.</summary>
/// <param name="nation">Draws families and children.</param>
/// <param name="kernels">The kernels to measure.</param>
/// <param name="threads">The most cores.</param>
/// <param name="limits">Of the machine; null where it has no such kernel.</param>
sealed class KernelBench(
    BenchNation nation, IReadOnlyList<ScanKernel> kernels, int threads, BenchAnswer.MachineLimits? limits)
{
    const double Threshold = 4;
    const int Children = 51_200, Families = 1024, FamiliesOfScalar = 64, Runs = 9, Explained = 30;
    static readonly string[] Scanned = ["father", "couple", "siblings", "grandparents"];

    static readonly (string Kind, int Count)[] Compiled =
    [
        ("father", 50_000), ("couple", 50_000), ("siblings", 10_000), ("two grandparents", 10_000),
        ("grandmother and uncle", 10_000), ("mother-sister", 10_000), ("grandparents", 10_000),
        ("mother-uncle", 10_000),
    ];

    readonly CodeBook _codes = SettingsOf(nation).CodeBookFor(nation.Typed);

    SearchSettings Settings => SettingsOf(nation);

    static SearchSettings SettingsOf(BenchNation nation) => new()
    {
        Populations = [nation.Ladders],
        Threshold = Threshold,
        AlternativePrior = 1,
        Scan = ScanOptions.Fastest,
    };

    public IReadOnlyList<BenchAnswer.ScanRate> ScanRates(CancellationToken cancel)
    {
        using var children = new ProfileIndex(_codes);
        for (var i = 0; i < Children; i++) children.Append(nation.Family("couple", "").Child with { Id = $"C{i}" });
        var rates = new List<BenchAnswer.ScanRate>();
        foreach (var kind in Scanned)
        {
            var compiler = new FamilyCompiler(_codes, nation.Ladders, _ => []);
            ScanTable[] tables = [.. Drawn(kind, Families).Select(it =>
                ScanTable.Of(_codes, compiler.Of(it, it.Missing[0]).Scores, Threshold))];
            foreach (var kernel in kernels)
                foreach (var cores in (IEnumerable<int>)(threads == 1 ? [1] : [1, threads]))
                {
                    cancel.ThrowIfCancellationRequested();
                    rates.Add(Measure(kind, tables, children, new() { Kernel = kernel, Threads = cores }));
                }
        }
        return rates;
    }

    public IReadOnlyList<BenchAnswer.CompileRate> CompileRates(CancellationToken cancel) =>
        [.. Compiled.Select(it => Measure(it.Kind, it.Count, cancel))];

    /// <summary>What explaining adds to a search of families for their own children.</summary>
    public IReadOnlyList<BenchAnswer.ExplainRate> ExplainRates(CancellationToken cancel) =>
        [.. Compiled.Select(it => new BenchAnswer.ExplainRate(it.Kind, MillisecondsToExplain(it.Kind, cancel)))];

    double MillisecondsToExplain(string kind, CancellationToken cancel)
    {
        var drawn = Enumerable.Range(0, Explained).Select(it => nation.Family(kind, $"F{it}")).ToArray();
        RescuedChild[] children = [.. drawn.Select((it, i) => new RescuedChild(it.Child with { Id = $"C{i}" }))];
        Family[] families = [.. drawn.Select(it => it.Family)];
        Run(ranks: 1);                                           // warms up
        var without = Run(ranks: 0).Processor;
        var (explained, processor) = Run(ranks: 1);
        return (processor - without).TotalMilliseconds / Math.Max(1, explained);

        (int Explained, TimeSpan Processor) Run(int ranks)
        {
            var before = Environment.CpuUsage.TotalTime;
            var search = new FamilySearch(Settings with { Threshold = 0, ExplainedRanks = ranks }, children);
            var found = search.Run(families, progress: null, cancel).Candidates.Count(it => it.IsExplained);
            return (found, Environment.CpuUsage.TotalTime - before);
        }
    }

    BenchAnswer.ScanRate Measure(string kind, ScanTable[] tables, ProfileIndex children, ScanOptions options)
    {
        var some = options.Kernel == ScanKernel.Scalar ? tables[..FamiliesOfScalar] : tables;
        var pairs = (double)some.Length * children.ProfileCount;
        var survivors = Scan.Run(some, children, options).Count;
        var (clock, processor) = Quickest(some, children, options);
        var (_, ofAllMarkers) = Quickest(some, children, options with { LeaveEarly = false });
        return new(
            ScanKernels.NameOf(options.Kernel), kind, options.Threads, pairs / 1e9 / clock, pairs / 1e9 / processor,
            pairs / 1e9 / ofAllMarkers,
            options.Kernel == ScanKernel.Vector512 ? pairs / 1e9 / ofAllMarkers / limits!.MostPairsPerSecond : null,
            pairs / clock * _codes.Markers.Count / Scan.FamiliesOfTile / 1e9, survivors / pairs * 1e6);
    }

    /// <summary>Of several runs the quickest by the clock, and the one of least processor time.</summary>
    static (double Clock, double Processor) Quickest(ScanTable[] tables, ProfileIndex children, ScanOptions options)
    {
        var (clock, processor) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < Runs; run++)
        {
            var before = Environment.CpuUsage.TotalTime;
            clock = Math.Min(clock, Time(() => Scan.Run(tables, children, options)));
            processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }
        return (clock, processor);
    }

    BenchAnswer.CompileRate Measure(string kind, int count, CancellationToken cancel)
    {
        var families = Drawn(kind, count);
        var compiler = new FamilyCompiler(_codes, nation.Ladders, _ => []);
        var scores = new double[_codes.Markers.Count * MarkerCodes.Count];
        var processor = Environment.CpuUsage.TotalTime;
        var seconds = Time(() =>
        {
            foreach (var family in families)
            {
                cancel.ThrowIfCancellationRequested();
                compiler.Compile(family, family.Missing[0], scores);
                GC.KeepAlive(ScanTable.Of(_codes, scores, Threshold));
            }
        });
        var ofProcessor = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        return new(kind, count, count / seconds, count / ofProcessor);
    }

    Family[] Drawn(string kind, int count) =>
        [.. Enumerable.Range(0, count).Select(it => nation.Family(kind, $"F{it}").Family)];

    static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
