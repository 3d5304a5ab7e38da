using Homeward.Cases.Operations;
using Homeward.Cases.Time;

namespace Homeward.Server.Features.Operations;

/// <summary>Something that still stands between an operation and its next step.</summary>
/// <param name="Words">The key of what it says of the count.</param>
/// <param name="Count">Of how many.</param>
/// <param name="IsAlarm">Whether somebody is in danger by it.</param>
public sealed record OpenMatter(string Words, int Count, bool IsAlarm)
{
    public static IReadOnlyList<OpenMatter> Of(OperationFacts facts, Instant now)
    {
        var phase = OperationPhase.Of(facts, now);
        var lacks = phase is OperationPhase.Planned or OperationPhase.Authorised ? facts.ReadinessAt(now) : null;
        var awaited = phase is OperationPhase.Secured or OperationPhase.Reported ? facts.UnconfirmedAt(now).Count : 0;
        OpenMatter[] all =
        [
            new("operation.open.unsettled", facts.Results.Unsettled, IsAlarm: true),
            new("operation.open.unclassified", facts.Results.Unclassified, IsAlarm: false),
            new("operation.open.beds", lacks?.BedsLacking ?? 0, IsAlarm: false),
            new("operation.open.answers", lacks?.Awaited.Count ?? 0, IsAlarm: false),
            new("operation.open.numbers", awaited, IsAlarm: false),
        ];
        return [.. all.Where(it => it.Count > 0)];
    }
}
