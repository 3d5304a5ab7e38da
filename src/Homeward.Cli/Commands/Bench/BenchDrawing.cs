using Homeward.Cli.Output;
using Spectre.Console;

namespace Homeward.Cli.Commands.Bench;

/// <summary>What was measured, as a person reads it.</summary>
static class BenchDrawing
{
    public static void Draw(IAnsiConsole console, BenchAnswer answer)
    {
        var machine = answer.Machine;
        console.WriteLine($"{machine.Cores} cores, {machine.Architecture}, .NET {machine.Runtime}; kernels: "
            + $"{string.Join(", ", machine.Kernels)}; one core reads {machine.ReadGigabytesPerSecond:0.0} GB/s");
        if (answer.Limits is { } limits)
            console.WriteLine($"One core: {limits.ShufflesPerSecond:0.00} G shuffles/s in registers; load, shuffle and "
                + $"addition {limits.StepsPerSecond:0.00} G/s, so at most {limits.MostPairsPerSecond:0.00} G pairs/s "
                + $"of {BenchNation.Markers} markers where no block is left early");
        if (answer.Scan.Count > 0)
        {
            var scan = Tables.Of(
                "kernel", "family", ">cores", ">G pairs/s", ">a core, by processor time", ">all markers",
                ">of the limit", ">GB/s", ">survivors a million");
            foreach (var it in answer.Scan)
                scan.Add(
                    it.Kernel, it.Family, $"{it.Cores}", $"{it.PairsPerSecond:0.00}",
                    $"{it.PairsPerProcessorSecond:0.00}", $"{it.AllMarkersPerProcessorSecond:0.00}",
                    it.ShareOfLimit is { } share ? $"{share:0 %}" : "", $"{it.MemoryGigabytesPerSecond:0.00}",
                    $"{it.SurvivorsPerMillion:0.0}");
            console.Write(scan);
        }
        if (answer.Compile.Count > 0)
        {
            var compile = Tables.Of("compiling", ">families", ">families/s, one core", ">by processor time");
            foreach (var it in answer.Compile)
                compile.Add(
                    it.Family, $"{it.Families:N0}", $"{it.FamiliesPerSecond:N0}",
                    $"{it.FamiliesPerProcessorSecond:N0}");
            console.Write(compile);
        }
        foreach (var it in answer.Explain)
            console.WriteLine($"Explaining a candidate, {it.Family}: {it.MillisecondsEach:0.0} ms of one core");
        Draw(console, answer.National);
    }

    static void Draw(IAnsiConsole console, BenchAnswer.NationalRun it)
    {
        console.WriteLine($"{it.Children:N0} children × {it.Families:N0} families, threshold 10^{it.Threshold}:");
        var built = it.BuildSeconds is null ? "built by an earlier run"
            : $"built in {it.BuildSeconds:0.0} s ({it.BuildProcessorSeconds:0.0} s of processor time)";
        console.WriteLine($"  {built}, tables of {it.FileGigabytes:0.00} GB");
        console.WriteLine(
            $"  searched in {it.SearchSeconds:0.0} s ({it.SearchProcessorSeconds:0.0} s) from saved files "
            + $"to ranked candidates: {it.OpenSeconds:0.0} s opening, {it.ScanSeconds:0.0} s scanning, "
            + $"{it.ExplainSeconds:0.0} s explaining the best");
        console.WriteLine($"  {it.Survivors:N0} pairs calculated exactly, {it.Candidates:N0} candidates, "
            + $"{it.TrueFamiliesFound:N0} of {it.TrueFamilies:N0} true families found");
        if (it.PeakGigabytes is { } peak) console.WriteLine($"  at most {peak:0.00} GB of memory");
        console.WriteLine($"  one child against all families: {it.OneChildMedianMs:0.0} ms, one in a hundred over "
            + $"{it.OneChildSlowestMs:0.0} ms");
    }
}
