using Homeward.Genetics.Mutation;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Kinship;

/// <summary>
/// How all markers of a calculation mutate: one kind of model, with rates by marker and parental sex.
/// </summary>
/// <param name="Shape">The kind of model and its other parameters; its own rate is not used. Not custom.</param>
/// <param name="Rates">Rates by canonical marker name.</param>
/// <param name="Words">Where the rates come from, for reports.</param>
public sealed record MutationAssumption(MutationModel Shape, Func<string, MutationRate> Rates, string Words)
{
    /// <summary>
    /// A model with a zero entry could exclude a true family for one mutation that it calls impossible.
    /// </summary>
    public bool CanExclude => Shape switch
    {
        MutationModel.None or MutationModel.OneStep => true,
        MutationModel.Stepwise stepwise => stepwise.Rate2 == 0 || stepwise.Range == 0,
        _ => false,
    };

    public MutationModel Of(string marker, bool male)
    {
        var rates = Rates(marker);
        var rate = male ? rates.Male : rates.Female;
        switch (Shape)
        {
            case MutationModel.Equal equal: return equal with { Rate = rate };
            case MutationModel.Proportional proportional: return proportional with { Rate = rate };
            case MutationModel.Stepwise stepwise: return stepwise with { Rate = rate };
            case MutationModel.OneStep oneStep: return oneStep with { Rate = rate };
            default:
                Check.That(Shape is MutationModel.None);
                return Shape;
        }
    }
}
