using System.CommandLine;
using System.Runtime.InteropServices;
using Homeward.Cli.Output;
using Homeward.Search.Kernels;

namespace Homeward.Cli.Commands.Bench;

/// <summary><c>homeward bench search</c>: how fast this machine searches.</summary>
static class BenchCommand
{
    public const string Examples =
        "homeward bench search\n"
        + "homeward bench search --children 100000 --families 1000000 --json\n"
        + "homeward bench search --children 100000 --families 1000000 --national-only --folder nation";

    public static Command Create()
    {
        var command = new Command("bench", "Measure how fast this machine searches") { Search() };
        return command;
    }

    static Command Search()
    {
        var children = new Option<int>("--children")
        {
            Description = "Rescued children of the national run",
            DefaultValueFactory = _ => 10_000,
        };
        var families = new Option<int>("--families")
        {
            Description = "Families of the national run; a million take 3 GB of temporary files",
            DefaultValueFactory = _ => 20_000,
        };
        var kernel = KernelOption();
        var national = new Option<bool>("--national-only") { Description = "Leave kernels and compiling out" };
        var folder = new Option<string?>("--folder")
        {
            Description = "Keep the files of the national run here, and search those that an earlier run kept",
        };
        var command = new Command(
            "search", "Pairs a second by kernel, families compiled a second, one child and a nation from saved files")
        {
            children, families, kernel, national, folder, CommonOptions.Json(),
        };
        command.SetAction((parse, cancel) => Run(
            parse, new(parse.GetValue(children), parse.GetValue(families), parse.GetValue(folder)),
            parse.GetValue(kernel), parse.GetValue(national), cancel));
        return command;
    }

    /// <summary>Forces a kernel, by its name.</summary>
    internal static Option<string?> KernelOption() => new("--kernel")
    {
        Description = "Scan with this kernel instead of the fastest; here: "
            + string.Join(", ", ScanKernels.Available.Select(ScanKernels.NameOf)),
    };

    static async Task<int> Run(
        ParseResult parse, NationalSize size, string? kernelName, bool nationalOnly, CancellationToken cancel)
    {
        var terminal = Terminal.Of(parse);
        if (size is not { Children: >= 1 and <= 10_000_000, Families: >= 1 and <= 10_000_000 })
            return terminal.Refuse("", "--children and --families: must be from 1 to 10,000,000");
        if (NationalBench.RefusalOf(size) is { } refusal) return terminal.Refuse(size.Folder!, refusal);
        var kernel = kernelName is null ? ScanKernels.Fastest : ScanKernels.Find(kernelName);
        if (kernel is not { } chosen || !ScanKernels.Available.Contains(chosen))
            return terminal.Refuse("", "--kernel: this processor has no such kernel");
        var scan = new ScanOptions { Kernel = chosen, Threads = Environment.ProcessorCount };
        IReadOnlyList<ScanKernel> kernels = kernelName is null ? ScanKernels.Available : [chosen];
        var answer = await terminal.Work.Run(
            "Measuring", (done, stop) => Measure(size, scan, nationalOnly ? [] : kernels, done, stop), cancel);
        return terminal.Answer(answer, console => BenchDrawing.Draw(console, answer));
    }

    static BenchAnswer Measure(
        NationalSize size,
        ScanOptions scan,
        IReadOnlyList<ScanKernel> kernels,
        Action<double> done,
        CancellationToken cancel)
    {
        var limits = Limits();
        var kernelBench = new KernelBench(new(), kernels, scan.Threads, limits);
        var scanRates = kernels.Count == 0 ? [] : kernelBench.ScanRates(cancel);
        var compileRates = kernels.Count == 0 ? [] : kernelBench.CompileRates(cancel);
        var explainRates = kernels.Count == 0 ? [] : kernelBench.ExplainRates(cancel);
        var machine = new BenchAnswer.MachineMeasured(
            Environment.ProcessorCount, $"{RuntimeInformation.ProcessArchitecture}".ToLowerInvariant(),
            $"{Environment.Version}", [.. ScanKernels.Available.Select(ScanKernels.NameOf)],
            ScanKernels.NameOf(scan.Kernel), CoreLimits.BytesRead() / 1e9);
        return new(
            machine, limits, scanRates, compileRates, explainRates,
            new NationalBench(new(), size, scan).Run(done, cancel));
    }

    static BenchAnswer.MachineLimits? Limits() =>
        CoreLimits.Shuffles is not { } shuffles || CoreLimits.Steps is not { } steps ? null
        : new(shuffles / 1e9, steps / 1e9, steps * 64 / BenchNation.Markers / 1e9);
}
