using Homeward.Genetics.Kinship;
using Homeward.Genetics.Primitives;

namespace Homeward.Cli.Output;

/// <summary>How an inconsistency most likely came about, as a sentence.</summary>
static class ExplanationWords
{
    public static string Of(Explanation explanation)
    {
        switch (explanation)
        {
            case Explanation.Mutation it:
                var steps = it.Repeats == Math.Floor(it.Repeats)
                    ? $"{Math.Abs(it.Repeats):0} {(Math.Abs(it.Repeats) == 1 ? "repeat" : "repeats")} "
                        + (it.Repeats > 0 ? "gained" : "lost")
                    : "to another fraction of a repeat";
                return $"{it.From} of {it.Parent} passed on as {it.To} to {it.Child}, {steps}";
            case Explanation.UnseenAllele: return "an allele that was not seen (silent or dropped out)";
            case Explanation.SeveralMutations: return "two mutations or more";
            default:
                Check.That(explanation is Explanation.Impossible);
                return "impossible under the mutation model";
        }
    }
}
