using System.Diagnostics;
using System.Globalization;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Profiles;
using Homeward.Genetics.Simulation;
using Homeward.Search.Direct;

namespace Homeward.Benchmarks.Direct;

/// <summary>
/// All samples of a nation compared with all, by the clock: mothers and their children of two kits, one sample in a
/// thousand typed in part, one in a thousand a second sample of somebody with an allele lost.
/// </summary>
static class DirectTimes
{
    public static void Print(TextWriter output)
    {
        output.WriteLine("     samples     seconds   processor   pairs found   peak GB");
        foreach (var count in (int[])[100_000, 2_100_000])
        {
            var columns = Draw(count);
            var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var found = DirectMatches.Of(columns, new(10, 3), Environment.ProcessorCount).Value!.Pairs.Count;
            var ofProcessor = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
            var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1e9;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{count,12:#,0}{clock.Elapsed.TotalSeconds,12:0.0}{ofProcessor,12:0.0}{found,14:#,0}{peak,10:0.00}"));
        }
    }

    static SampleColumns Draw(int count)
    {
        var population = PopulationCatalogue.Find("china-han")!;
        var columns = new SampleColumns(population.Markers);
        var kind = FamilyKind.Find("mother")!;
        var drops = ((string[])["Goldeneye 20A", "GlobalFiler"]).Select(it =>
        {
            var panel = SimulatedPanel.Of(KitCatalogue.Find(it)!, population, mutates: true);
            return (Panel: panel, Drop: new ProfileDrop(panel, kind.With(Sex.Male), default, 0));
        }).ToArray();
        var random = new SeededRandom(20110727);
        while (columns.Count < count)
        {
            var (panel, drop) = drops[random.NextBelow(4) == 0 ? 1 : 0];
            var read = drop.Draw(random);
            foreach (var member in (string[])["mother", FamilyKind.Missing])
            {
                var profile = read[drop.Pedigree.IndexOf(member)];
                columns.Append(Of(panel, profile, random, random.NextIs(0.001) ? 0.15 : 0));
                if (!random.NextIs(0.001)) continue;
                var m = random.NextBelow(profile.Length);
                if (profile[m] is { } seen) profile[m] = new Genotype(seen.Low, seen.Low);
                columns.Append(Of(panel, profile, random, 0));
            }
        }
        return columns;
    }

    static Profile Of(SimulatedPanel panel, Genotype?[] read, SeededRandom random, double untyped) => new(
        "",
        panel.Markers.Zip(read)
            .Where(it => it.First.Model is not null && it.Second is not null && !random.NextIs(untyped))
            .ToDictionary(it => it.First.Name, it => it.Second!.Value));
}
