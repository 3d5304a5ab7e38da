using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Detentions;

/// <summary>What may be recorded about a suspect's liberty.</summary>
public static class DetentionRules
{
    /// <param name="rows">All rows of this person.</param>
    /// <param name="next">The row to be added; it may lie before others when it is learned of late.</param>
    public static Outcome<Detention> Record(IReadOnlyList<Detention> rows, Detention next)
    {
        if (next.Since > next.At) return new DetentionRefusal.InTheFuture();
        if (next.Corrects is { } wrong)
        {
            Check.That(rows.Any(it => it.Id == wrong && it.Person == next.Person));
            if (rows.Any(it => it.Corrects == wrong)) return new DetentionRefusal.CorrectedAlready(wrong);
            rows = [.. rows.Where(it => it.Id != wrong)];
        }
        var chain = DetentionChain.Of(rows);
        if (chain.Measures.FirstOrDefault(it => it.Since == next.Since) is { } same)
            return new DetentionRefusal.Overlaps(same.Id);
        return next.Measure is Measure.Released && chain.At(next.Since) is null
            ? new DetentionRefusal.NothingToEnd() : next;
    }
}
