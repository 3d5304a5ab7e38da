using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Investigations;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Custody;

/// <summary>What acts on custody do inside a transaction, so that greater acts (a rescue, a file of many) can be made
/// of them.</summary>
static class CustodyActs
{
    public static IQueryable<CustodyRow> LiveCustodies(this CaseContext context) =>
        context.Set<CustodyRow>().Where(it => !context.Set<CustodyRow>().Any(later => later.Supersedes == it.Id));

    public static async Task<Outcome<CustodyRow>> BeginAsync(
        CaseContext context, CaseSession session, CustodyRow row, PersonId[] household, CancellationToken cancel)
    {
        row = row with { By = session.Actor.User, At = session.Now };
        var person = await context.Set<Person>().FindAsync([row.Person], cancel);
        var agency = await context.Set<Agency>().FindAsync([row.Agency], cancel);
        var facility = row.Facility is { } place ? await context.Set<Facility>().FindAsync([place], cancel) : null;
        if (person is null) return new PersonRefusal.NoSuchPerson();
        if (agency is null || (row.Facility is not null && facility is null)) return new CustodyRefusal.NoSuchPlace();

        var facts = new CustodyFacts
        {
            Person = person,
            Agency = agency,
            Facility = facility,
            BedsTaken = facility is null ? 0 : await BedsTakenByOthersAsync(context, facility.Id, row.Person, cancel),
            Acceptance = await AcceptanceAsync(context, row, cancel),
            NamesSomebodyBarred = await NamesSomebodyBarredAsync(context, row, household, cancel),
            Rows = await context.LiveCustodies().Where(it => it.Person == row.Person).ToListAsync(cancel),
        };
        var outcome = CustodyRules.Begin(facts, row, session.Now);
        if (!outcome.IsAllowed) return outcome;
        context.Add(row);
        foreach (var member in household) context.Add(new HouseholdMember { Custody = row.Id, Member = member });
        return row;
    }

    public static async Task<Outcome<Acceptance>> AcceptAsync(
        CaseContext context, CaseSession session, Acceptance acceptance, CancellationToken cancel)
    {
        acceptance = acceptance with { By = session.Actor.User, At = session.Now };
        var signer = await context.Set<User>().FindAsync([session.Actor.User], cancel);
        var facility = acceptance.Facility is { } place
            ? await context.Set<Facility>().FindAsync([place], cancel) : null;
        if (signer is null || (acceptance.Facility is not null && facility is null))
            return new CustodyRefusal.NoSuchPlace();
        var outcome = CustodyRules.Accept(acceptance, signer, facility);
        if (outcome.IsAllowed) context.Add(acceptance);
        return outcome;
    }

    static async Task<int> BedsTakenByOthersAsync(
        CaseContext context, FacilityId facility, PersonId person, CancellationToken cancel)
    {
        var own = context.Set<Identity>().Where(it => it.Person == person).Select(it => it.Root);
        return await context.Set<CurrentCustody>().CountAsync(
            it => it.Facility == facility && !own.Contains(it.Identity)
                && (it.Kind == CustodyKind.WelfareInstitution || it.Kind == CustodyKind.RescueStation),
            cancel);
    }

    static async Task<Acceptance?> AcceptanceAsync(CaseContext context, CustodyRow row, CancellationToken cancel)
    {
        if (row.Acceptance is not { } id) return null;
        var identities = context.Set<Identity>();
        return await (
            from acceptance in context.Set<Acceptance>()
            join theirs in identities on acceptance.Person equals theirs.Person
            join own in identities on theirs.Root equals own.Root
            where acceptance.Id == id && own.Person == row.Person
                && !context.Set<CustodyRow>().Any(it => it.Acceptance == id && it.Origin != row.Origin)
            select acceptance).SingleOrDefaultAsync(cancel);
    }

    static async Task<bool> NamesSomebodyBarredAsync(
        CaseContext context, CustodyRow row, PersonId[] household, CancellationToken cancel)
    {
        PersonId[] named = row.Carer is { } carer ? [carer, .. household] : household;
        if (named.Length == 0) return false;
        var identities = context.Set<Identity>();
        var own = identities.Where(it => it.Person == row.Person).Select(it => it.Root);
        return await identities.AnyAsync(
            it => named.Contains(it.Person)
                && (own.Contains(it.Root) || context.Set<AdverseLink>().Any(link => link.Identity == it.Root)),
            cancel);
    }
}
