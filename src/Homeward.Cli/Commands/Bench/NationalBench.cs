using System.Diagnostics;
using Homeward.Cli.Files;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;
using Homeward.Search.Tables;

namespace Homeward.Cli.Commands.Bench;

/// <summary>A whole nation from saved files, and one child after another against all its families.</summary>
/// <param name="nation">Draws it.</param>
/// <param name="size">How many children and families.</param>
/// <param name="scan">The kernel and the cores.</param>
sealed class NationalBench(BenchNation nation, NationalSize size, ScanOptions scan)
{
    const double Threshold = 4;
    const int ChildrenTimed = 200;

    readonly SearchSettings _settings = new()
    {
        Populations = [nation.Ladders],
        Threshold = Threshold,
        AlternativePrior = 1,
        ExplainedRanks = 1,
        Scan = scan,
    };

    /// <summary>Why these files cannot be kept, or searched again; null when they can.</summary>
    public static string? RefusalOf(NationalSize size)
    {
        if (size.Folder is not { } folder || !Directory.Exists(folder)) return null;
        var isEmpty = !Directory.EnumerateFileSystemEntries(folder).Any();
        var isKept = IndexManifest.Read(folder).Value is { } it && it.Assumptions.SequenceEqual(size.InWords());
        return isEmpty || isKept ? null
            : "holds something else, or a national run of another size; give another folder";
    }

    /// <summary>Builds what is not there yet, then measures.</summary>
    public BenchAnswer.NationalRun Run(Action<double> done, CancellationToken cancel)
    {
        if (size.Folder is { } kept) return Run(kept, done, cancel);
        var folder = Directory.CreateTempSubdirectory("homeward-bench-").FullName;
        try
        {
            return Run(folder, done, cancel);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    BenchAnswer.NationalRun Run(string folder, Action<double> done, CancellationToken cancel)
    {
        if (IndexManifest.Read(folder).Value is { } before) return Measure(folder, before, build: null, cancel);
        var (manifest, build) = Build(folder, done, cancel);
        // What drawing and compiling left behind is not the search's.
        GC.Collect();
        return Measure(folder, manifest, build, cancel);
    }

    (IndexManifest Manifest, Took Build) Build(string folder, Action<double> done, CancellationToken cancel)
    {
        var codes = _settings.CodeBookFor(nation.Typed);
        using var contents = new IndexContents(_settings, new(codes), new(codes));
        nation.Draw(
            size.Families, size.Children,
            it => contents.Families.Append(it), it => contents.Children.Append(it), cancel);
        var clock = new Clock();
        var work = new TableWork(scan.Threads, done, cancel);
        var first = IndexManifest.First(size.InWords(), Threshold);
        var (manifest, _) = IndexFolder.Save(folder, first, contents, earlier: null, work);
        return (manifest, clock.Took);
    }

    BenchAnswer.NationalRun Measure(
        string folder, IndexManifest manifest, Took? build, CancellationToken cancel)
    {
        var clock = new Clock();
        using var opened = IndexFolder.Open(folder, manifest, _settings).Value!;
        Genetics.Primitives.Check.That(opened.Tables.IsValid);
        var open = clock.Took.Seconds;
        var stages = new StageClock(clock);
        var result = opened.Search().AllAgainstAll(stages, cancel);
        var all = clock.Took;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        var (median, slowest) = OneChild(opened, cancel);
        var truth = size.Children / 10;
        return new(
            opened.Children.ProfileCount, opened.Families.Count, Threshold, build?.Seconds, build?.ProcessorSeconds,
            new FileInfo(Path.Combine(folder, manifest.Tables)).Length / 1e9,
            all.Seconds, all.ProcessorSeconds, open, stages.LastScanned - open, all.Seconds - stages.LastScanned,
            result.ExactCount, result.Candidates.Count, Math.Min(truth, size.Families),
            result.Candidates.Count(it => it.Child[1..] == it.Family[1..]),
            peak > 0 ? peak / 1e9 : null, median, slowest);
    }

    /// <summary>Every child once, half of them with a family there; the first ones warm up.</summary>
    static (double Median, double Slowest) OneChild(IndexFolder opened, CancellationToken cancel)
    {
        using var tables = new OneChildScan(opened.Tables.Value!);
        var search = opened.Search();
        var times = new List<double>();
        for (var i = 0; i < 2 * ChildrenTimed; i++)
        {
            var slot = i % 2 == 0 ? i : opened.Children.SlotCount - 1 - i;
            if (slot < 0 || slot >= opened.Children.SlotCount) break;
            var child = search.ChildOf(slot);
            var start = Stopwatch.GetTimestamp();
            search.OneChild(child, tables, cancel);
            if (i >= ChildrenTimed) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        return times.Count == 0 ? (0, 0) : (times[times.Count / 2], times[times.Count * 99 / 100]);
    }

    readonly record struct Took(double Seconds, double ProcessorSeconds);

    sealed class Clock
    {
        readonly long _start = Stopwatch.GetTimestamp();
        readonly TimeSpan _processor = Environment.CpuUsage.TotalTime;

        public Took Took => new(
            Stopwatch.GetElapsedTime(_start).TotalSeconds, (Environment.CpuUsage.TotalTime - _processor).TotalSeconds);
    }

    sealed class StageClock(Clock clock) : IProgress<(string Stage, double Share)>
    {
        public double LastScanned { get; private set; }

        public void Report((string Stage, double Share) value)
        {
            if (value.Stage == SearchStages.Scanning) LastScanned = clock.Took.Seconds;
        }
    }
}
