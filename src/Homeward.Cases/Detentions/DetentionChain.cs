using Homeward.Cases.Operations;
using Homeward.Cases.Time;

namespace Homeward.Cases.Detentions;

/// <summary>All measures against one person, corrections applied, in the order of time.</summary>
public sealed class DetentionChain
{
    DetentionChain(IReadOnlyList<Detention> measures) => Measures = measures;

    public IReadOnlyList<Detention> Measures { get; }

    /// <param name="rows">All rows of one person.</param>
    public static DetentionChain Of(IReadOnlyList<Detention> rows)
    {
        var corrected = rows.Select(it => it.Corrects).OfType<DetentionId>().ToHashSet();
        return new([.. rows.Where(it => !corrected.Contains(it.Id)).OrderBy(it => it.Since)]);
    }

    /// <summary>What holds at a moment; null before the first measure.</summary>
    public Detention? At(Instant moment) => Measures.LastOrDefault(it => it.Since <= moment);

    public bool IsDetainedAt(Instant moment) => At(moment)?.Measure.DeprivesOfLiberty() == true;

    /// <summary>The measure by which the person counts as detained in an operation: its first one there that took
    /// liberty. Later ones, and a change of the measure, count nothing.</summary>
    public Detention? FirstIn(OperationId operation) =>
        Measures.FirstOrDefault(it => it.During == operation && it.Measure.DeprivesOfLiberty());
}
