using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Photos;

/// <summary>Why a photo is not kept.</summary>
public abstract record PhotoRefusal : Refusal
{
    PhotoRefusal(string reason) : base(reason) { }

    public sealed record NoSuchPerson() : PhotoRefusal("There is no such person.");

    public sealed record Erased() : PhotoRefusal("The photos of this person were erased; none is kept any more.");
}
