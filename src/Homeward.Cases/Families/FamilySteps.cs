using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Families;

/// <summary>Which step may follow which. The same is held by the database: <c>Rules/*/61-families-searched.sql</c>.
/// </summary>
public static class FamilySteps
{
    /// <param name="last">The last step; null before the first.</param>
    /// <param name="next">The step to be recorded.</param>
    public static Outcome<FamilyStep> Next(FamilyStep? last, FamilyStep next)
    {
        Check.That(next.Ordinal == (last?.Ordinal ?? 0) + 1);
        var follows = next.Kind switch
        {
            FamilyStepKind.Activated => last?.Kind is null or FamilyStepKind.Ended,
            FamilyStepKind.Held => last is not null && IsSearched(last.Kind),
            FamilyStepKind.Released => last?.Kind == FamilyStepKind.Held,
            FamilyStepKind.Ended => last is not null && last.Kind != FamilyStepKind.Ended,
        };
        return follows ? next : new FamilyRefusal.NotNow();
    }

    /// <summary>Whether a family whose last step is this one is searched.</summary>
    public static bool IsSearched(FamilyStepKind last) =>
        last is FamilyStepKind.Activated or FamilyStepKind.Released;
}
