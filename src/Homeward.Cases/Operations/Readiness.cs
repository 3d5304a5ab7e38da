namespace Homeward.Cases.Operations;

/// <summary>What stands between an authorised operation and its H-hour.</summary>
/// <param name="BedsWanted">As many as children are expected.</param>
/// <param name="BedsHeld">Reserved and not released.</param>
/// <param name="Awaited">Participants that have not accepted.</param>
public sealed record Readiness(int BedsWanted, int BedsHeld, IReadOnlyList<ParticipantId> Awaited)
{
    public int BedsLacking => Math.Max(0, BedsWanted - BedsHeld);
    public bool IsReady => BedsLacking == 0 && Awaited.Count == 0;
}
