using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Bulletins;

/// <summary>Why something is not allowed for a bulletin now.</summary>
public abstract record BulletinRefusal : Refusal
{
    BulletinRefusal(string reason) : base(reason) { }

    public sealed record NoSuchBulletin() : BulletinRefusal("There is no bulletin of this number.");

    public sealed record NumberTaken() : BulletinRefusal("There is a bulletin of this number already.");

    public sealed record WrongPhase(BulletinPhase Phase) : BulletinRefusal("The bulletin is not that far, or further.");

    public sealed record ApprovedByAuthor()
        : BulletinRefusal("Whoever drafted or counted a bulletin cannot approve it.");

    public sealed record ApprovedTwice() : BulletinRefusal("The second signature must be another person's.");

    public sealed record OtherProfile()
        : BulletinRefusal("The bulletin was drafted with another jurisdiction profile.");

}
