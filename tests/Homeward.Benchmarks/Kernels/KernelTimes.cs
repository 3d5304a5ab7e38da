using System.Diagnostics;
using System.Globalization;
using Homeward.Search.Index;
using Homeward.Search.Kernels;

namespace Homeward.Benchmarks.Kernels;

/// <summary>Pairs a second by kernel and family type: medians over runs. <c>dotnet run -c Release -- kernels</c></summary>
static class KernelTimes
{
    const int Markers = 24;
    const int Runs = 9;
    const double Threshold = 4;

    public static void Print(TextWriter output)
    {
        var nation = new MadeUpNation(Markers);
        using var children = nation.Children(51_200);
        output.WriteLine($"{Markers} markers, threshold log10 LR {Threshold}, {children.ProfileCount} children");
        output.WriteLine("kernel        threads  families    leave early  G pairs/s and core  G pairs/s  candidates a million pairs");
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
        var some = options.Kernel == ScanKernel.Scalar ? families[..64] : families;
        var pairs = (double)some.Length * children.ProfileCount;
        var hits = Scan.Run(some, children, options).Count;
        var runs = Enumerable.Range(0, Runs).Select(_ => Time(() => Scan.Run(some, children, options))).ToArray();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{ScanKernels.NameOf(options.Kernel),-12}  {options.Threads,7}  {name,-10}  {options.LeaveEarly,11}  " +
            $"{pairs / Median(runs, it => it.Item2) / 1e9,18:F3}  {pairs / Median(runs, it => it.Item1) / 1e9,9:F3}  {hits / pairs * 1e6,8:F1}"));
    }

    static double Median(IEnumerable<(double Wall, double Cpu)> runs, Func<(double, double), double> value) =>
        runs.Select(value).Order().ElementAt(Runs / 2);

    static (double Wall, double Cpu) Time(Action action)
    {
        var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        action();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }
}
