using System.Collections.Concurrent;
using Homeward.Genetics.Likelihood;

namespace Homeward.Genetics.Kinship;

/// <summary>
/// Likelihoods of one marker that were worked out before. Among a nation's candidates the same few relatives show the
/// same few genotypes again and again, and with theta one such number may take a millisecond.
/// </summary>
/// <remarks>
/// What is remembered is what the engine said, so a result has the same bits whatever was calculated before. Readings
/// with drop-out and pedigrees of many typed members are seldom met twice: these are worked out each time, and so is
/// everything new once the memory is full. Safe to use from several threads.
/// </remarks>
public sealed class LikelihoodMemory
{
    /// <summary>About a hundred bytes each.</summary>
    public const int MostRemembered = 1 << 21;

    /// <summary>Members whose readings a key holds, 16 bits each.</summary>
    const int MostTyped = 8;
    const int MostMembers = 64;

    readonly ConcurrentDictionary<Key, double> _known = new();
    int _count;

    /// <param name="Pedigree">Prepared once for all hypotheses of a form.</param>
    /// <param name="Marker">Frequencies and transitions.</param>
    /// <param name="Theta">Coancestry.</param>
    /// <param name="Typed">One bit for each member who was typed.</param>
    /// <param name="Readings">Theirs, in order.</param>
    readonly record struct Key(
        PedigreeLikelihood Pedigree, MarkerModel Marker, double Theta, ulong Typed, UInt128 Readings);

    /// <summary>How many are remembered.</summary>
    public int Count => Volatile.Read(ref _count);

    internal double Log10(Hypothesis hypothesis, string marker, MarkerLadder ladder, Theta theta)
    {
        var readings = hypothesis.Readings(marker, ladder);
        var found = hypothesis.DropOuts.Length > 0 ? null : KeyOf(hypothesis.Likelihood, ladder.Model, readings, theta);
        if (found is not { } key) return hypothesis.Log10(marker, ladder, theta);
        if (_known.TryGetValue(key, out var known)) return known;
        var log10 = hypothesis.Likelihood.Log10(ladder.Model, readings, theta);
        if (Count < MostRemembered && _known.TryAdd(key, log10)) Interlocked.Increment(ref _count);
        return log10;
    }

    static Key? KeyOf(PedigreeLikelihood pedigree, MarkerModel marker, Reading[] readings, Theta theta)
    {
        if (readings.Length > MostMembers || marker.VisibleCount > byte.MaxValue) return null;
        var (typed, count, read) = (0UL, 0, UInt128.Zero);
        for (var i = 0; i < readings.Length; i++)
        {
            if (!readings[i].IsTyped) continue;
            if (++count > MostTyped || readings[i].IsOneKnown) return null;
            typed |= 1UL << i;
            read = read << 16 | (uint)(readings[i].A << 8 | readings[i].B);
        }
        return new(pedigree, marker, theta.Value, typed, read);
    }
}
