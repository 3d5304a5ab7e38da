using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Rings;

/// <summary>Why something is not allowed for a ring now.</summary>
public abstract record RingRefusal : Refusal
{
    RingRefusal(string reason) : base(reason) { }

    public sealed record NotFound() : RingRefusal("There is no such ring.");

    public sealed record WrongState(RingState State) : RingRefusal("The ring is not in a state that allows this.");

    public sealed record ApprovedByAuthor()
        : RingRefusal("Whoever proposes that a ring is broken up cannot approve it.");

    public sealed record NothingProposed()
        : RingRefusal("There is no proposal to approve, or the ring has changed since it was made.");

    public sealed record CriteriaNotMet(BreakUpCriteria Criteria)
        : RingRefusal(
            $"Of {Criteria.Organisers} known organisers {Criteria.OrganisersDetained} are detained, of "
            + $"{Criteria.Core} known core members {Criteria.CoreDetained}: a ring counts as broken up when every "
            + $"organiser and at least {BreakUpCriteria.CoreShare} % of the core are.");

    public sealed record MergedIntoItself() : RingRefusal("A ring cannot be part of itself.");
}
