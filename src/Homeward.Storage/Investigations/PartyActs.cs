using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Custody;
using Homeward.Storage.People;

namespace Homeward.Storage.Investigations;

/// <summary>What acts on links do inside a transaction.</summary>
static class PartyActs
{
    /// <summary>An adverse link on somebody who looks after others makes them unsettled first.</summary>
    public static async Task<Outcome<PartyLink>> LinkAsync(
        CaseContext context, CaseSession session, PartyLink link, CancellationToken cancel)
    {
        link = link with { By = session.Actor.User, At = session.Now };
        if (await PeopleStore.RootAsync(context, link.Person, cancel) is not { } root)
            return new PersonRefusal.NoSuchPerson();
        if (link.Role.IsAdverse()) await Unsettling.EndCareOfAsync(context, session, [root], cancel);
        context.Add(link);
        return link;
    }
}
