using Homeward.Genetics.Mutation;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Kinship;

/// <summary>How the markers of a calculation mutate, by marker and parental sex.</summary>
public sealed class MutationAssumption
{
    readonly Func<string, bool, MutationModel> _models;
    readonly Func<string, bool> _canExclude;

    /// <param name="models">The model at a marker (canonical name), true for a father.</param>
    /// <param name="canExclude">Whether a marker's models call a mutation impossible.</param>
    /// <param name="words">The models and where they come from, for reports.</param>
    public MutationAssumption(Func<string, bool, MutationModel> models, Func<string, bool> canExclude, string words) =>
        (_models, _canExclude, Words) = (models, canExclude, words);

    /// <summary>One kind of model at all markers, with rates by marker and sex.</summary>
    /// <param name="shape">The kind of model and its other parameters; its own rate is not used. Not custom.</param>
    /// <param name="rates">Rates by canonical marker name.</param>
    /// <param name="source">Where the rates come from, for reports.</param>
    public MutationAssumption(MutationModel shape, Func<string, MutationRate> rates, string source)
        : this(
            (marker, male) => WithRate(shape, rates(marker), male), marker => HasZeros(shape, rates(marker)),
            InWords(shape, source))
    { }

    /// <summary>
    /// A model with a zero entry could exclude a true family for one mutation that it calls impossible. One such marker
    /// is enough.
    /// </summary>
    public bool CanExcludeAt(IEnumerable<string> markers) => markers.Any(_canExclude);

    public string Words { get; }

    public MutationModel Of(string marker, bool male) => _models(marker, male);

    static bool HasZeros(MutationModel shape, MutationRate rates) => shape switch
    {
        _ when rates.Male == 0 || rates.Female == 0 => true,
        MutationModel.None or MutationModel.OneStep => true,
        MutationModel.Stepwise stepwise => stepwise.Rate2 == 0 || stepwise.Range == 0,
        _ => false,
    };

    static string InWords(MutationModel shape, string source) => shape switch
    {
        MutationModel.Stepwise it => $"stepwise (rate2 {it.Rate2}, range {it.Range}), {source}",
        MutationModel.Equal => $"equal, {source}",
        MutationModel.Proportional => $"proportional, {source}",
        MutationModel.OneStep => $"one step, {source}",
        _ => "none",
    };

    static MutationModel WithRate(MutationModel shape, MutationRate rates, bool male)
    {
        var rate = male ? rates.Male : rates.Female;
        switch (shape)
        {
            case MutationModel.Equal equal: return equal with { Rate = rate };
            case MutationModel.Proportional proportional: return proportional with { Rate = rate };
            case MutationModel.Stepwise stepwise: return stepwise with { Rate = rate };
            case MutationModel.OneStep oneStep: return oneStep with { Rate = rate };
            default:
                Check.That(shape is MutationModel.None);
                return shape;
        }
    }
}
