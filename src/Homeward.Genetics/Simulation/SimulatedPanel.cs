using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Simulation;

/// <summary>The markers of a kit as simulation draws them: those with frequencies, and amelogenin.</summary>
public sealed class SimulatedPanel
{
    // To an allele with another fraction of a repeat, and the factor for each further step.
    const double Rate2 = 1e-6, Range = 0.1;

    SimulatedPanel(IReadOnlyList<SimulatedMarker> markers, IReadOnlyList<string> leftOut) =>
        (Markers, LeftOut) = (markers, leftOut);

    public IReadOnlyList<SimulatedMarker> Markers { get; }

    /// <summary>Markers of the kit that are not drawn: on the Y, or without frequencies in the population.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    /// <param name="kit">Which markers, in which order.</param>
    /// <param name="population">Frequencies as published, divided by their sum; no floor is needed to draw.</param>
    /// <param name="mutates">Stepwise by the rates of the catalogue, or not at all.</param>
    public static SimulatedPanel Of(Kit kit, AlleleFrequencies population, bool mutates)
    {
        var (markers, leftOut) = (new List<SimulatedMarker>(), new List<string>());
        foreach (var name in kit.Markers)
        {
            var kind = MarkerCatalogue.Find(name)?.Kind ?? MarkerKind.Autosomal;
            if (kind == MarkerKind.Amelogenin) markers.Add(new(name, null, []));
            else if (kind == MarkerKind.Y || population.Find(name) is not { } frequencies) leftOut.Add(name);
            else markers.Add(new(name, Model(frequencies, kind == MarkerKind.X, mutates), frequencies.Alleles));
        }
        return new(markers, leftOut);
    }

    static MarkerModel Model(MarkerFrequencies marker, bool isX, bool mutates)
    {
        var sum = marker.Frequencies.Sum();
        double[] frequencies = [.. marker.Frequencies.Select(it => it / sum)];
        var rates = MutationRates.Of(marker.Marker);
        return new(marker.Marker, isX, frequencies, 0, Matrix(rates.Male), Matrix(rates.Female));

        MutationMatrix Matrix(double rate)
        {
            MutationModel model = mutates ? new MutationModel.Stepwise(rate, Rate2, Range) : new MutationModel.None();
            var parsed = model.Matrix(marker.Alleles, frequencies);
            Check.That(parsed.IsValid, marker.Marker);
            return parsed.Value;
        }
    }
}
