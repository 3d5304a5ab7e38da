using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Pedigrees;

namespace Homeward.Exchange.LrCases;

/// <summary>One calculation with everything it assumes; docs/guide/lr-case.md says what each part means.</summary>
public sealed record LrCase
{
    public required string Id { get; init; }
    public required Theta Theta { get; init; }
    public required IReadOnlyList<LrMarker> Markers { get; init; }

    /// <summary>Two or more, in the order of the file; the first is the numerator of every LR.</summary>
    public required IReadOnlyList<Hypothesis> Hypotheses { get; init; }

    /// <summary>Drop-out probability by person; 0 for those not listed.</summary>
    public required IReadOnlyDictionary<string, double> DropOut { get; init; }

    public LrAnswer Evaluate()
    {
        var log10 = Hypotheses.Select(Log10ByMarker).ToArray();
        return new(Id, [.. Hypotheses.Skip(1).Select((hypothesis, i) => Compared(hypothesis, log10[0], log10[i + 1]))]);
    }

    double[] Log10ByMarker(Hypothesis hypothesis)
    {
        var likelihood = new PedigreeLikelihood(hypothesis.Pedigree);
        var members = hypothesis.Pedigree.Members;
        double[] dropOut = [.. members.Select(it => DropOut.GetValueOrDefault(it.Id))];
        return [.. Markers.Select(it => likelihood.Log10(it.Model, Readings(it, members), Theta, dropOut))];
    }

    static Reading[] Readings(LrMarker marker, IReadOnlyList<Individual> members) =>
        [.. members.Select(it => marker.Readings.GetValueOrDefault(it.Id))];

    LrAnswer.Comparison Compared(Hypothesis denominator, double[] above, double[] below) =>
        new(
            Hypotheses[0].Name,
            denominator.Name,
            LrAnswer.Difference(above.Sum(), below.Sum()),
            [.. Markers.Select((marker, i) => LrAnswer.OfMarker(marker.Model.Name, above[i], below[i]))]);
}
