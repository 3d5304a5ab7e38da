using Homeward.Cases.Agencies;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Operations;

/// <summary>What may be done with an operation, and when.</summary>
public static class OperationRules
{
    public static Outcome<OperationStep> Authorise(OperationFacts facts, Guid id, UserId by, Instant now) =>
        by == facts.Operation.Author ? new OperationRefusal.AuthorisedByAuthor()
        : OperationPhase.Of(facts, now) is not OperationPhase.Planned and var phase
            ? new OperationRefusal.WrongPhase(phase)
        : new OperationStep.Authorised { Id = id, Operation = facts.Operation.Id, By = by, At = now };

    /// <summary>Moves H-hour, until it has struck.</summary>
    public static Outcome<OperationStep> Reschedule(OperationFacts facts, OperationStep.Rescheduled step)
    {
        var phase = OperationPhase.Of(facts, step.At);
        if (phase is not (OperationPhase.Planned or OperationPhase.Authorised or OperationPhase.Staged))
            return new OperationRefusal.WrongPhase(phase);
        return step.HHour < step.At ? new OperationRefusal.HHourIsPast(step.HHour) : step;
    }

    public static Outcome<OperationStep> Abort(OperationFacts facts, OperationStep.Aborted step)
    {
        var phase = OperationPhase.Of(facts, step.At);
        return phase is OperationPhase.Planned or OperationPhase.Authorised or OperationPhase.Staged
            ? step : new OperationRefusal.WrongPhase(phase);
    }

    public static Outcome<OperationStep> Secure(OperationFacts facts, OperationStep.Secured step)
    {
        var phase = OperationPhase.Of(facts, step.At);
        if (phase is not OperationPhase.Executing) return new OperationRefusal.WrongPhase(phase);
        var it = facts.Results;
        return it.Unsettled > 0 || it.Unclassified > 0
            ? new OperationRefusal.PeopleUnaccounted(it.Unsettled, it.Unclassified) : step;
    }

    public static Outcome<OperationStep> Report(OperationFacts facts, OperationStep.Reported step)
    {
        var phase = OperationPhase.Of(facts, step.At);
        return phase is OperationPhase.Secured or OperationPhase.Reported
            ? step : new OperationRefusal.WrongPhase(phase);
    }

    public static Outcome<OperationStep> Close(OperationFacts facts, OperationStep.Closed step)
    {
        var phase = OperationPhase.Of(facts, step.At);
        if (phase is not OperationPhase.Reported) return new OperationRefusal.WrongPhase(phase);
        var awaited = facts.UnconfirmedAt(step.At);
        return awaited.Count > 0 ? new OperationRefusal.NumbersUnconfirmed(awaited) : step;
    }

    public static Outcome<OperationStep> Reopen(OperationFacts facts, OperationStep.Reopened step)
    {
        var phase = OperationPhase.Of(facts, step.At);
        return phase is OperationPhase.Closed ? step : new OperationRefusal.WrongPhase(phase);
    }

    /// <summary>Agencies may join as long as results may grow.</summary>
    public static Outcome<Participant> Invite(OperationFacts facts, Participant participant)
    {
        var phase = OperationPhase.Of(facts, participant.InvitedAt);
        if (phase is OperationPhase.Closed or OperationPhase.Aborted) return new OperationRefusal.WrongPhase(phase);
        var same = facts.Participants.FirstOrDefault(it =>
            it.Agency == participant.Agency && it.Region == participant.Region);
        return same is null ? participant : new OperationRefusal.InvitedTwice(same.Id);
    }

    /// <param name="facts">The operation.</param>
    /// <param name="answer">What is said.</param>
    /// <param name="agency">The agency of whoever says it.</param>
    public static Outcome<ParticipantAnswer> Answer(OperationFacts facts, ParticipantAnswer answer, AgencyId agency)
    {
        var participant = facts.Participants.FirstOrDefault(it => it.Id == answer.Participant);
        if (participant is null || participant.Agency != agency) return new OperationRefusal.NotInvited();
        var phase = OperationPhase.Of(facts, answer.At);
        var isInTime = answer is ParticipantAnswer.Confirmed
            ? phase.TakesResults
            : phase is OperationPhase.Planned or OperationPhase.Authorised or OperationPhase.Staged;
        return isInTime ? answer : new OperationRefusal.WrongPhase(phase);
    }

    /// <summary>Beds may be added until the operation is secured: more children may be found than were expected.
    /// </summary>
    public static Outcome<BedReservation> Reserve(OperationFacts facts, BedReservation beds)
    {
        var phase = OperationPhase.Of(facts, beds.At);
        return phase is OperationPhase.Planned or OperationPhase.Authorised or OperationPhase.Staged
            or OperationPhase.Executing ? beds : new OperationRefusal.WrongPhase(phase);
    }

    public static Outcome<BedRelease> Release(OperationFacts facts, BedRelease release)
    {
        var beds = facts.Beds.FirstOrDefault(it => it.Id == release.Reservation);
        Check.That(beds is not null);
        var earlier = facts.Released.FirstOrDefault(it => it.Reservation == release.Reservation);
        return beds.HoldsAt(release.At, earlier?.At) ? release : new OperationRefusal.ReleasedAlready();
    }

    /// <summary>Whether a rescue or detention may be recorded under the operation: from H-hour on, once authorised,
    /// beds or no beds.</summary>
    public static Outcome<OperationFacts> TakeResult(OperationFacts facts, Instant now)
    {
        var phase = OperationPhase.Of(facts, now);
        var isUnready = phase is OperationPhase.Authorised && now >= facts.HHourAt(now);
        return phase.TakesResults || isUnready ? facts : new OperationRefusal.WrongPhase(phase);
    }
}
