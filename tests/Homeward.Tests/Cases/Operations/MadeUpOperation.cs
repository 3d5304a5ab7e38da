using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.Operations;
using Homeward.Cases.Time;

namespace Homeward.Tests.Cases.Operations;

/// <summary>An operation with one participant, and whatever a test adds. SYNTHETIC.</summary>
static class MadeUpOperation
{
    public static readonly UserId Author = User(1), Authoriser = User(2);
    public static readonly AgencyId Agency = new(Number(11));
    public static readonly OperationId Id = new(Number(21));
    public static readonly ParticipantId TakesPart = new(Number(31));
    public static readonly Instant HHour = At(100);

    public static Guid Number(int number) => new(number, 0, 0, new byte[8]);
    public static UserId User(int number) => new(Number(number));

    /// <summary>So many hours after the beginning of time in these tests.</summary>
    public static Instant At(int hour) => new(hour * 3_600_000_000L);

    public static OperationFacts Planned(int expectedChildren = 8) => new()
    {
        Operation = new()
        {
            Id = Id,
            Code = "SYNTHETIC A",
            Kind = OperationKind.Joint,
            Lead = Agency,
            HHour = HHour,
            ExpectedChildren = expectedChildren,
            Author = Author,
            PlannedAt = At(0),
        },
        Participants =
        [
            new()
            {
                Id = TakesPart,
                Operation = Id,
                Agency = Agency,
                Region = new("440000"),
                Role = ParticipantRole.Lead,
                Forces = 100,
                InvitedBy = Author,
                InvitedAt = At(1),
            },
        ],
    };

    public static OperationFacts With(this OperationFacts facts, OperationStep step) =>
        facts with { Steps = [.. facts.Steps, step] };

    public static OperationFacts With(this OperationFacts facts, ParticipantAnswer answer) =>
        facts with { Answers = [.. facts.Answers, answer] };

    public static OperationFacts With(this OperationFacts facts, BedReservation beds) =>
        facts with { Beds = [.. facts.Beds, beds] };

    public static OperationStep.Authorised Authorised(int hour, UserId? by = null) =>
        new() { Id = Number(hour), Operation = Id, By = by ?? Authoriser, At = At(hour) };

    public static OperationStep.Rescheduled Rescheduled(int hour, int hHour) =>
        new() { Id = Number(hour), Operation = Id, By = Author, At = At(hour), HHour = At(hHour) };

    public static OperationStep.Aborted Aborted(int hour) =>
        new() { Id = Number(hour), Operation = Id, By = Author, At = At(hour), Reason = "warned" };

    public static OperationStep.Secured Secured(int hour) =>
        new() { Id = Number(hour), Operation = Id, By = Author, At = At(hour) };

    public static OperationStep.Reported Reported(int hour) =>
        new() { Id = Number(hour), Operation = Id, By = Author, At = At(hour), Bulletin = "1" };

    public static OperationStep.Closed Closed(int hour) =>
        new() { Id = Number(hour), Operation = Id, By = Author, At = At(hour) };

    public static OperationStep.Reopened Reopened(int hour) =>
        new() { Id = Number(hour), Operation = Id, By = Author, At = At(hour), Reason = "more children" };

    public static ParticipantAnswer.Accepted Accepted(int hour) =>
        new() { Id = Number(hour), Operation = Id, Participant = TakesPart, By = Author, At = At(hour) };

    public static ParticipantAnswer.Declined Declined(int hour) =>
        new() { Id = Number(hour), Operation = Id, Participant = TakesPart, By = Author, At = At(hour) };

    public static ParticipantAnswer.Confirmed Confirmed(int hour) => new()
    {
        Id = Number(hour),
        Operation = Id,
        Participant = TakesPart,
        By = Author,
        At = At(hour),
        Children = 8,
        Suspects = 39,
    };

    public static BedReservation Beds(int hour, int beds, int untilHour = 1000) => new()
    {
        Id = new(Number(hour)),
        Operation = Id,
        Facility = new FacilityId(Number(41)),
        Beds = beds,
        By = Author,
        At = At(hour),
        Until = At(untilHour),
    };
}
