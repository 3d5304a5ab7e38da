using Homeward.Cases.Time;

namespace Homeward.Cases.Statistics;

/// <summary>How long the rescued waited: for a home, for a sample to be taken, and for what the laboratory made of it.
/// </summary>
/// <param name="ToPlacement">From the rescue into a home.</param>
/// <param name="ToSample">From the rescue to the first sample.</param>
/// <param name="ToResult">From the first sample to the first profile that was accepted.</param>
public sealed record ResponseTimes(
    ResponseTimes.Step ToPlacement, ResponseTimes.Step ToSample, ResponseTimes.Step ToResult)
{
    /// <param name="Took">Of those who came to it.</param>
    /// <param name="NotYet">Rescues, or for the result samples, after which nobody has come to it.</param>
    public sealed record Step(Durations Took, int NotYet);

    /// <summary>What is known of one human being, in any order.</summary>
    /// <param name="Rescued">Every rescue.</param>
    /// <param name="Placed">Every beginning in a home.</param>
    /// <param name="Samples">When each was taken, and when its profile was accepted first.</param>
    public sealed record Known(
        IReadOnlyList<Instant> Rescued, IReadOnlyList<Instant> Placed,
        IReadOnlyList<(Instant Taken, Instant? Accepted)> Samples);

    /// <summary>Each rescue has what came after it and before the next one, and before the end.</summary>
    /// <param name="people">Everybody.</param>
    /// <param name="since">Rescues before this moment are left out.</param>
    /// <param name="end">What happened from this moment on is not known yet.</param>
    public static ResponseTimes Of(IEnumerable<Known> people, Instant since, Instant end)
    {
        List<TimeSpan?> placements = [], samples = [], results = [];
        foreach (var it in people)
        {
            List<Instant> rescues = [.. it.Rescued.Where(at => at < end).Order()];
            foreach (var (number, rescue) in rescues.Index())
            {
                if (rescue < since) continue;
                var next = number + 1 < rescues.Count ? rescues[number + 1] : end;
                placements.Add(First(it.Placed.Where(at => at >= rescue && at < next)) - rescue);
                var taken = it.Samples.Where(one => one.Taken >= rescue && one.Taken < next).ToList();
                var first = First(taken.Select(one => one.Taken));
                samples.Add(first - rescue);
                if (first is null) continue;
                var accepted = taken.Select(one => one.Accepted).OfType<Instant>();
                results.Add(First(accepted.Where(at => at < end)) - first);
            }
        }
        return new(StepOf(placements), StepOf(samples), StepOf(results));
    }

    static Instant? First(IEnumerable<Instant> moments) => moments.Select(it => (Instant?)it).Min();

    static Step StepOf(List<TimeSpan?> waits) =>
        new(Durations.Of(waits.OfType<TimeSpan>()), waits.Count(it => it is null));
}
