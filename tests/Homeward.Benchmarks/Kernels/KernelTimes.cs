using System.Diagnostics;
using System.Globalization;
using Homeward.Search.Index;
using Homeward.Search.Kernels;

namespace Homeward.Benchmarks.Kernels;

/// <summary>Pairs a second by kernel and family type: medians over runs. <c>Homeward.Benchmarks kernels</c></summary>
/// <remarks>A core's rate is by processor time, so that other work on the machine does not count.</remarks>
static class KernelTimes
{
    const int Markers = 24;
    const int Runs = 9;
    const double Threshold = 4;

    readonly record struct Run(double Wall, double Processor);

    public static void Print(TextWriter output)
    {
        var nation = new MadeUpNation(Markers);
        using var children = nation.Children(51_200);
        output.WriteLine($"{Markers} markers, threshold log10 LR {Threshold}, {children.ProfileCount} children");
        MachineLimits.Print(output, Markers);
        output.WriteLine("kernel       threads  family      early    G pairs/s     a core  candidates a million");
        foreach (var (name, parents) in (IEnumerable<(string, int)>)[("one parent", 1), ("couple", 2)])
        {
            var families = nation.Families(1024, parents, Threshold);
            foreach (var kernel in ScanKernels.Available)
                foreach (var threads in (int[])[1, Environment.ProcessorCount])
                    foreach (var leaveEarly in (bool[])[true, false])
                        PrintRow(output, name, families, children,
                            new() { Kernel = kernel, Threads = threads, LeaveEarly = leaveEarly });
        }
    }

    static void PrintRow(
        TextWriter output,
        string name,
        ScanTable[] families,
        ProfileIndex children,
        ScanOptions options)
    {
        var some = options.Kernel == ScanKernel.Scalar ? families[..128] : families;
        var pairs = (double)some.Length * children.ProfileCount;
        var candidates = Scan.Run(some, children, options).Count;
        var runs = Enumerable.Range(0, Runs).Select(_ => Time(() => Scan.Run(some, children, options))).ToArray();
        var rate = pairs / 1e9 / Median(runs.Select(it => it.Wall));
        var ofCore = pairs / 1e9 / Median(runs.Select(it => it.Processor));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{ScanKernels.NameOf(options.Kernel),-11}  {options.Threads,7}  {name,-10}  {options.LeaveEarly,-5}  " +
            $"{rate,11:F3}  {ofCore,9:F3}  {candidates / pairs * 1e6,20:F2}"));
    }

    static double Median(IEnumerable<double> values) => values.Order().ElementAt(Runs / 2);

    static Run Time(Action action)
    {
        var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        action();
        return new(Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }
}
