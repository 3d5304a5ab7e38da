using Homeward.Server.Features.Laboratory;
using Homeward.Server.Genes;

namespace Homeward.Server.Api;

/// <param name="Accepted">Profiles taken.</param>
/// <param name="AlreadyThere">Profiles that were there.</param>
/// <param name="SetAside">Readings that were not used, by a stated rule.</param>
/// <param name="Held">Families that contradict themselves now, and are not searched until an analyst looked.</param>
public sealed record BatchAnswer(int Accepted, int AlreadyThere, int SetAside, IReadOnlyList<BatchAnswer.Family> Held)
{
    /// <param name="Id">Its number.</param>
    /// <param name="Markers">Where it contradicts itself.</param>
    public sealed record Family(Guid Id, IReadOnlyList<string> Markers);

    internal static BatchAnswer Of(LaboratoryBatch.Answer answer, BatchIntake.Result taken) => new(
        answer.Accepted, answer.AlreadyThere, taken.SetAside,
        [.. answer.Held.Select(it => new Family(it.Family, it.Markers))]);
}
