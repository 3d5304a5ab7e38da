using System.Diagnostics;
using System.Globalization;

namespace Homeward.Benchmarks.Likelihood;

/// <summary>
/// Times of whole likelihood ratios, all markers and both hypotheses, on one core: the median of several rounds after a
/// warm-up, by processor time, which other work on the machine disturbs least. Pedigrees are prepared once, as in a
/// search.
/// </summary>
static class LikelihoodTimes
{
    const int Rounds = 9;
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5), Round = TimeSpan.FromSeconds(0.4);

    public static void Print(TextWriter output)
    {
        output.WriteLine("case".PadRight(64) + "µs a LR".PadLeft(12) + "LR/s".PadLeft(12));
        foreach (var it in TimedCase.All)
        {
            Run(it, WarmUp);
            var micros = Enumerable.Range(0, Rounds).Select(_ => Run(it, Round)).Order().ElementAt(Rounds / 2);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{it.Name,-64}{micros,12:0.00}{1e6 / micros,12:0}"));
        }
    }

    /// <returns>Microseconds of processor time a LR.</returns>
    static double Run(TimedCase it, TimeSpan atLeast)
    {
        var (before, clock, count) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew(), 0);
        var sum = 0.0;
        while (clock.Elapsed < atLeast)
            for (var i = 0; i < 16; i++) sum += it.Ratio(count++);
        if (double.IsNaN(sum)) throw new InvalidOperationException("A likelihood ratio is undefined.");
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / count;
    }
}
