using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Homeward.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Investigations;

/// <summary>Who has what role in which case, and how a link ends.</summary>
public sealed class PartyStore(CaseSession session)
{
    public Task<Outcome<PartyLink>> LinkAsync(PartyLink link, CancellationToken cancel) =>
        session.ActAsync<PartyLink>(
            new(Permission.LinkParty, FieldClasses.Identifying, link.Person.Value),
            context => PartyActs.LinkAsync(context, session, link, cancel),
            cancel);

    /// <summary>Several at once, as after a raid: all of them or none.</summary>
    public Task<Outcome<PartyLink[]>> LinkAllAsync(IReadOnlyList<PartyLink> links, CancellationToken cancel) =>
        session.ActAsync<PartyLink[]>(
            new(
                Permission.LinkParty, FieldClasses.Identifying,
                [.. links.Select(it => it.Person.Value).Distinct()]),
            async context =>
            {
                var linked = new List<PartyLink>();
                foreach (var link in links)
                {
                    var one = await PartyActs.LinkAsync(context, session, link, cancel);
                    if (!one.IsAllowed) return one.Refusal;
                    linked.Add(one.Value);
                }
                return linked.ToArray();
            },
            cancel);

    public Task<Outcome<Acquittal>> AcquitAsync(Acquittal acquittal, CancellationToken cancel) =>
        session.ActAsync<Acquittal>(
            new(Permission.ClearParty, FieldClasses.Identifying, acquittal.Link.Value),
            async context =>
            {
                var court = await context.Set<Agency>().FindAsync([acquittal.Court], cancel);
                if (court?.Kind != AgencyKind.Court) return new LinkRefusal.NotACourt();
                if (await context.Set<PartyLink>().FindAsync([acquittal.Link], cancel) is null)
                    return new LinkRefusal.NoSuchLink();
                acquittal = acquittal with { By = session.Actor.User, At = session.Now };
                context.Add(acquittal);
                return acquittal;
            },
            cancel);

    /// <summary>The first signature under a clearing: that of the session's user.</summary>
    public Task<Outcome<Clearing>> ProposeClearingAsync(Clearing clearing, CancellationToken cancel) =>
        session.ActAsync<Clearing>(
            new(Permission.ClearParty, FieldClasses.Identifying, clearing.Link.Value),
            async context =>
            {
                if (await context.Set<PartyLink>().FindAsync([clearing.Link], cancel) is not { } link)
                    return new LinkRefusal.NoSuchLink();
                if (clearing.Basis is ClearingBasis.CoVictim or ClearingBasis.Bystander
                    && link.Role != PartyRole.FoundWith)
                    return new LinkRefusal.WrongBasis();
                clearing = clearing with
                {
                    By = session.Actor.User,
                    Agency = session.Actor.Agency,
                    At = session.Now,
                };
                context.Add(clearing);
                return clearing;
            },
            cancel);

    /// <summary>The second signature: from now on the link counts no more.</summary>
    public Task<Outcome<ClearingConfirmation>> ConfirmClearingAsync(ClearingId clearing, CancellationToken cancel) =>
        session.ActAsync<ClearingConfirmation>(
            new(Permission.ClearParty, FieldClasses.Identifying, clearing.Value),
            async context =>
            {
                if (await context.Set<Clearing>().FindAsync([clearing], cancel) is not { } first)
                    return new LinkRefusal.NoSuchLink();
                var signer = await context.Set<User>().SingleAsync(it => it.Id == session.Actor.User, cancel);
                var confirmed = ClearingConfirmation.Of(first, signer, session.Now);
                if (confirmed.IsAllowed) context.Add(confirmed.Value);
                return confirmed;
            },
            cancel);

    /// <summary>The links of an identity that count.</summary>
    public Task<IReadOnlyList<PartyLink>> LinksAsync(PersonId person, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<PartyLink>>(
            new(Permission.ReadInvestigations, FieldClasses.Identifying),
            async context =>
            {
                var root = await context.PersonInSightAsync(
                    await PeopleStore.RootAsync(context, person, cancel), cancel);
                var cases = context.InvestigationsInSight();
                var links = await (
                    from link in context.Set<PartyLink>()
                    join identity in context.Set<Identity>() on link.Person equals identity.Person
                    where identity.Root == root
                        && (link.Investigation == null || cases.Any(it => it.Id == link.Investigation))
                        && !context.Set<Acquittal>().Any(it => it.Link == link.Id)
                        && !context.Set<Clearing>().Any(it => it.Link == link.Id
                            && context.Set<ClearingConfirmation>().Any(second => second.Clearing == it.Id))
                    orderby link.Id
                    select link).ToListAsync(cancel);
                return new(links, [person.Value, .. links.Select(it => it.Person.Value).Distinct()]);
            },
            cancel);
}
