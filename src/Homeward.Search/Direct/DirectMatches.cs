using Homeward.Genetics.Primitives;

namespace Homeward.Search.Direct;

/// <summary>All pairs of samples that may be one person's, among millions, without comparing all with all.</summary>
/// <remarks>
/// Samples are put together that are alike in a whole block of markers; only these are compared. With k differences
/// tolerated, a pair that has k + 1 blocks whole in common is alike in one of them. Blocks are large at first, so that
/// few are alike by chance, and get smaller, down to one marker, for the pairs of which too little was typed; so no
/// pair within tolerance is lost (docs/math/identity.md). Samples typed at markers that hardly anybody else was typed
/// at are compared with all.
/// </remarks>
public static class DirectMatches
{
    /// <summary>Pairs beyond which something else is wrong: a control in every plate, a file given twice.</summary>
    public const int Most = 1_000_000;

    /// <param name="samples">Everybody.</param>
    /// <param name="tolerance">What still counts as one person.</param>
    /// <param name="threads">Cores to use; the result does not depend on it.</param>
    /// <param name="progress">Told the share of the work done.</param>
    /// <param name="cancel">Looked at between pieces of it.</param>
    public static Outcome<DirectMatchList> Of(
        SampleColumns samples,
        MatchTolerance tolerance,
        int threads,
        IProgress<double>? progress = null,
        CancellationToken cancel = default)
    {
        Check.That(tolerance.MostDifferences >= 0 && tolerance.LeastMarkers > tolerance.MostDifferences);
        var plan = new BlockPlan(samples, tolerance);
        var found = new List<DirectMatch>?[plan.Works.Count];
        var (done, count) = (0, 0);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        Parallel.For(0, found.Length, parallel, i =>
        {
            found[i] = plan.Matches(plan.Works[i], Most + 1 - Volatile.Read(ref count));
            Interlocked.Add(ref count, found[i]!.Count);
            progress?.Report((double)Interlocked.Increment(ref done) / found.Length);
        });
        if (count > Most) return new TooManyMatches();
        return new DirectMatchList([.. found.SelectMany(it => it!).OrderBy(it => (it.First, it.Second))]);
    }
}

/// <summary>The pairs found, by first and then by second row.</summary>
public sealed record DirectMatchList(IReadOnlyList<DirectMatch> Pairs);

/// <summary>So many pairs that they tell of something else.</summary>
public sealed record TooManyMatches() : Refusal(
    $"More than {DirectMatches.Most:N0} pairs are alike: a control sample on every plate, say, or a file given twice; "
    + "leave it out, or tolerate less.");
