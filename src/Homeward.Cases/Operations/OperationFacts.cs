using Homeward.Cases.Time;

namespace Homeward.Cases.Operations;

/// <summary>All that is recorded about one operation.</summary>
public sealed record OperationFacts
{
    public required Operation Operation { get; init; }
    public IReadOnlyList<OperationStep> Steps { get; init; } = [];
    public IReadOnlyList<Participant> Participants { get; init; } = [];
    public IReadOnlyList<ParticipantAnswer> Answers { get; init; } = [];
    public IReadOnlyList<BedReservation> Beds { get; init; } = [];
    public IReadOnlyList<BedRelease> Released { get; init; } = [];
    public OperationResults Results { get; init; } = OperationResults.None;

    /// <summary>As last rescheduled at or before a moment.</summary>
    public Instant HHourAt(Instant moment) =>
        Upto(moment).OfType<OperationStep.Rescheduled>().LastOrDefault()?.HHour ?? Operation.HHour;

    public Readiness ReadinessAt(Instant moment) => new(
        Operation.ExpectedChildren,
        Beds.Where(it => it.HoldsAt(moment, ReleaseOf(it.Id))).Sum(it => it.Beds),
        [.. Participants.Where(it => it.InvitedAt <= moment && !HasAccepted(it.Id, moment)).Select(it => it.Id)]);

    /// <summary>Participants whose own count is missing. Those who declined are not asked.</summary>
    public IReadOnlyList<ParticipantId> UnconfirmedAt(Instant moment) =>
    [
        .. Participants.Where(it => it.InvitedAt <= moment).Select(it => it.Id).Where(it =>
            LastAnswer(it, moment) is not (ParticipantAnswer.Confirmed or ParticipantAnswer.Declined)),
    ];

    /// <summary>Whether a participant has a part in the operation: everybody who was asked and has not declined.
    /// </summary>
    public bool TakesPartAt(ParticipantId participant, Instant moment) =>
        LastAnswer(participant, moment) is not ParticipantAnswer.Declined;

    /// <summary>In the order of time. No two steps of one operation have the same moment.</summary>
    internal IEnumerable<OperationStep> Upto(Instant moment) =>
        Steps.Where(it => it.At <= moment).OrderBy(it => it.At);

    bool HasAccepted(ParticipantId participant, Instant moment) =>
        LastAnswer(participant, moment) is ParticipantAnswer.Accepted or ParticipantAnswer.Confirmed;

    ParticipantAnswer? LastAnswer(ParticipantId participant, Instant moment) =>
        Answers.Where(it => it.Participant == participant && it.At <= moment)
            .OrderBy(it => it.At).LastOrDefault();

    Instant? ReleaseOf(BedReservationId reservation) =>
        Released.FirstOrDefault(it => it.Reservation == reservation)?.At;
}
