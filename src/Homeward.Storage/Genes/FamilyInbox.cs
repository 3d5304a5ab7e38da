using Homeward.Cases.Identification;
using Homeward.Cases.Samples;

namespace Homeward.Storage.Genes;

/// <summary>Takes over families from the case side. What was taken is recognised when it comes again, so the sender may
/// send until it is told.</summary>
public sealed class FamilyInbox(GeneSession session)
{
    /// <summary>Takes one version of a family; versions come in order.</summary>
    /// <returns><see cref="AcceptanceResult.Contradicts"/> when this version is there with other members, when one
    /// before it is not there, or when a member's profile is not there as a relative's.</returns>
    public Task<AcceptanceResult> TakeAsync(GeneFamily family, CancellationToken cancel) =>
        session.ActAsync(
            act =>
            {
                using var statements = new InboxStatements(act);
                if (statements.Known(family) is { } known)
                    return known == (family.Pedigree is null ? "" : family.ToText())
                        ? AcceptanceResult.AlreadyThere : AcceptanceResult.Contradicts;
                if (statements.LastVersionOf(family.Id) != family.Version - 1 || !statements.HasMembersOf(family))
                    return AcceptanceResult.Contradicts;
                statements.Add(family);
                return AcceptanceResult.Accepted;
            },
            isDone: it => it == AcceptanceResult.Accepted,
            cancel);

    /// <summary>Takes versions of many families in one act, those of one family in order. A version that is there is
    /// left as it is, whatever it says now.</summary>
    /// <returns>For each, whether it is there afterwards.</returns>
    public Task<bool[]> TakeAllAsync(IReadOnlyList<GeneFamily> families, CancellationToken cancel) =>
        session.ActAsync(
            act =>
            {
                using var statements = new InboxStatements(act);
                var areThere = new bool[families.Count];
                for (var i = 0; i < families.Count; i++)
                {
                    var last = statements.LastVersionOf(families[i].Id);
                    areThere[i] = families[i].Version <= last
                        || (families[i].Version == last + 1 && statements.HasMembersOf(families[i]));
                    if (areThere[i] && families[i].Version > last) statements.Add(families[i]);
                }
                return areThere;
            },
            isDone: it => it.Any(there => there),
            cancel);
}
