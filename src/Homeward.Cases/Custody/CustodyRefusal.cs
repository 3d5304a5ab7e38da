using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Custody;

/// <summary>Why a person cannot be placed so.</summary>
public abstract record CustodyRefusal : Refusal
{
    CustodyRefusal(string reason) : base(reason) { }

    /// <summary>Says no more, since the link may belong to an operation that does not exist for who asks.</summary>
    public sealed record ScreeningRefused() : CustodyRefusal("Screening refused.");

    public sealed record NotAccepted() : CustodyRefusal("The receiving side has not accepted this person.");

    public sealed record NoBed() : CustodyRefusal("No bed is free there. The next level up must be asked.");

    public sealed record WrongPlace() : CustodyRefusal("This kind of custody is not had there.");

    public sealed record NotAnAdult() : CustodyRefusal("Only somebody who is surely an adult leaves care alone.");

    public sealed record NotBegun() : CustodyRefusal("Custody cannot begin in the future.");

    public sealed record BeginsTwice() : CustodyRefusal("Another row of custody begins at the same moment.");

    public sealed record NoSuchRow() : CustodyRefusal("There is no such row of custody of this person to supersede.");

    public sealed record NoSuchPlace() : CustodyRefusal("There is no such agency or facility.");

    public sealed record SignedByAnother() : CustodyRefusal("Only the receiving side accepts.");
}
