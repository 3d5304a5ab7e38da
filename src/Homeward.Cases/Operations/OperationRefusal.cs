using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Operations;

/// <summary>Why something is not allowed for an operation now.</summary>
public abstract record OperationRefusal : Refusal
{
    OperationRefusal(string reason) : base(reason) { }

    /// <summary>Also said of an operation that whoever asks may not know of.</summary>
    public sealed record NotFound() : OperationRefusal("There is no such operation.");

    public sealed record WrongPhase(OperationPhase Phase)
        : OperationRefusal("The operation is not in a phase that allows this.");

    public sealed record AuthorisedByAuthor()
        : OperationRefusal("The author of an operation cannot authorise it.");

    public sealed record HHourIsPast(Instant HHour)
        : OperationRefusal("H-hour cannot be moved to a moment that is past.");

    public sealed record InvitedTwice(ParticipantId Participant)
        : OperationRefusal("This agency takes part for this region already.");

    public sealed record NotInvited()
        : OperationRefusal("Only a participant answers for itself.");

    public sealed record PeopleUnaccounted(int Unsettled, int Unclassified)
        : OperationRefusal("Rescued people are in nobody's care, or people found with them have no role yet.");

    public sealed record NumbersUnconfirmed(IReadOnlyList<ParticipantId> Awaited)
        : OperationRefusal("Participants have not confirmed their numbers.");

    public sealed record ReleasedAlready()
        : OperationRefusal("This reservation has ended.");
}
