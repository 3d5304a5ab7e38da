using Homeward.Genetics.Primitives;

namespace Homeward.Server.Genes;

/// <summary>Something for which a laboratory's batch is not taken.</summary>
/// <param name="Fault">What it is.</param>
/// <param name="Label">Of the tube; empty for the batch as a whole.</param>
/// <param name="Other">The label of another tube that it is about.</param>
/// <param name="Refusal">Where a rule refused.</param>
public sealed record BatchProblem(BatchFault Fault, string Label = "", string Other = "", Refusal? Refusal = null)
{
    public string Place => Label.Length == 0 ? "" : $"sample {Label}";

    /// <summary>For the command line.</summary>
    public string What => Fault switch
    {
        BatchFault.NotRegistered => "is not in the register of samples",
        BatchFault.Twice => "is in the file twice",
        BatchFault.NotAllowed or BatchFault.Refused => Refusal!.Reason,
        BatchFault.Contaminated => "may be of somebody who works with samples: a contamination",
        BatchFault.Alike =>
            $"is like {Other}, which is another person's: tubes changed, a contamination, or twins (--twins)",
        BatchFault.Differs => "differs from another sample of the same person: tubes changed",
        BatchFault.Exchanged =>
            $"and sample {Other} look exchanged: with each other's profile two families agree",
        BatchFault.Erased => "is of somebody who was erased, and is not taken again",
        BatchFault.BegunOtherwise => "was begun with another profile; import that one first",
    };
}
