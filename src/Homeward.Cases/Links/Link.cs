using Homeward.Cases.Investigations;

namespace Homeward.Cases.Links;

/// <summary>A line of a link chart.</summary>
/// <param name="From">Whose relation it is.</param>
/// <param name="To">To whom.</param>
/// <param name="Relation">Which one.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Since">The first day on which it is known to have held, or else the day on which it was recorded.
/// </param>
public sealed record Link(
    LinkNode From, LinkNode To, LinkRelation Relation, LinkCertainty Certainty, DateOnly Since)
{
    public LinkNode Other(LinkNode node) => node == From ? To : From;
}
