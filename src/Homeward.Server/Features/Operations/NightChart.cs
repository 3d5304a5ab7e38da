using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.Time;

namespace Homeward.Server.Features.Operations;

/// <summary>The results of an operation over time, in steps of equal length from H-hour, or from the first result where
/// that came earlier.</summary>
public sealed record NightChart(TimeSpan Step, IReadOnlyList<NightChart.Bucket> Buckets)
{
    /// <summary>More bars than this are a hedge.</summary>
    const int MostBuckets = 48;

    static readonly TimeSpan[] Steps =
    [
        .. new[] { 5, 10, 15, 30 }.Select(it => TimeSpan.FromMinutes(it)),
        .. new[] { 1, 2, 6, 12 }.Select(it => TimeSpan.FromHours(it)),
        .. new[] { 1, 2, 7, 14, 28, 91, 364 }.Select(it => TimeSpan.FromDays(it)),
    ];

    /// <param name="From">Where the step begins.</param>
    /// <param name="Detained">How many in it.</param>
    /// <param name="Rescued">How many in it.</param>
    /// <param name="Places">Where, each once.</param>
    public sealed record Bucket(Instant From, int Detained, int Rescued, IReadOnlyList<RegionCode> Places);

    public int Highest => Buckets.Max(it => Math.Max(it.Detained, it.Rescued));

    public Instant End => Buckets[^1].From + Step;

    /// <summary>Null when there are no results yet.</summary>
    public static NightChart? Of(IReadOnlyList<OperationEvent> events, Instant hHour)
    {
        if (events.Count == 0) return null;
        var first = events.Min(it => it.Since);
        var from = first < hHour ? first : hHour;
        var length = events.Max(it => it.Since) - from;
        var step = Steps.FirstOrDefault(it => length < it * MostBuckets, Steps[^1]);
        var byBucket = events.ToLookup(it => (int)((it.Since - from) / step));
        return new(
            step,
            [.. Enumerable.Range(0, (int)(length / step) + 1).Select(it => New(from + step * it, [.. byBucket[it]]))]);
    }

    static Bucket New(Instant from, IReadOnlyList<OperationEvent> events) => new(
        from, Count(events, ResultKind.Detained), Count(events, ResultKind.Rescued),
        [.. events.Select(it => it.Place).Distinct()]);

    static int Count(IEnumerable<OperationEvent> events, ResultKind kind) =>
        events.Where(it => it.Kind == kind).Sum(it => it.Count);
}
