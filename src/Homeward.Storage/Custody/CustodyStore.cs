using Homeward.Cases.Access;
using Homeward.Cases.Custody;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Homeward.Storage.Jurisdictions;
using Homeward.Storage.Operations;
using Homeward.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Custody;

/// <summary>In whose care people are, and were.</summary>
public sealed class CustodyStore(CaseSession session)
{
    /// <param name="row">What begins; who records it and when is taken from the session.</param>
    /// <param name="household">Everybody else who lives there.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Outcome<CustodyRow>> BeginAsync(
        CustodyRow row, PersonId[] household, CancellationToken cancel)
    {
        var asked = new Asked(
            Permission.RecordCustody,
            // Where somebody is looked after is a sensitive field; that a person is missing is not.
            row.Facility is null && row.Carer is null ? FieldClasses.Identifying : FieldClasses.Sensitive,
            row.Person.Value);
        var outcome = await session.ActAsync<CustodyRow>(
            asked,
            context => BeginAsync(context, row, household, cancel),
            cancel);
        PersonId[] named = row.Carer is { } carer ? [carer, .. household] : household;
        return await new ScreeningStore(session).KeptAsync(outcome, asked, row.Person, named, cancel);
    }

    /// <summary>The receiving side takes somebody in; it is the session's user who signs.</summary>
    public Task<Outcome<Acceptance>> AcceptAsync(Acceptance acceptance, CancellationToken cancel) =>
        session.ActAsync<Acceptance>(
            new(
                Permission.AcceptIntoCare,
                acceptance.Facility is null ? FieldClasses.Identifying : FieldClasses.Sensitive,
                acceptance.Person.Value),
            context => CustodyActs.AcceptAsync(context, session, acceptance, cancel),
            cancel);

    /// <summary>The receiving side takes somebody in and looks after the person from a moment on: both, or neither. It
    /// is the session's user who signs.</summary>
    /// <param name="acceptance">That of the receiving side.</param>
    /// <param name="row">What begins with it.</param>
    /// <param name="household">Everybody else who lives there.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Outcome<CustodyRow>> TakeInAsync(
        Acceptance acceptance, CustodyRow row, PersonId[] household, CancellationToken cancel)
    {
        var asked = new Asked(Permission.AcceptIntoCare, FieldClasses.Sensitive, row.Person.Value);
        var outcome = await session.ActAsync<CustodyRow>(
            asked,
            async context =>
            {
                var accepted = await CustodyActs.AcceptAsync(context, session, acceptance, cancel);
                if (!accepted.IsAllowed) return accepted.Refusal;
                await context.SaveChangesAsync(cancel);
                return await BeginAsync(context, row, household, cancel);
            },
            cancel);
        PersonId[] named = row.Carer is { } carer ? [carer, .. household] : household;
        return await new ScreeningStore(session).KeptAsync(outcome, asked, row.Person, named, cancel);
    }

    /// <summary>Takes in several people at once: all of them or none.</summary>
    public Task<Outcome<Acceptance[]>> AcceptAllAsync(
        IReadOnlyList<Acceptance> acceptances, CancellationToken cancel) =>
        EachAsync(
            Permission.AcceptIntoCare, [.. acceptances.Select(it => (it.Person, it))],
            (context, it) => CustodyActs.AcceptAsync(context, session, it, cancel), cancel);

    /// <summary>Begins several at once, each without a household: all of them or none.</summary>
    public Task<Outcome<CustodyRow[]>> BeginAllAsync(IReadOnlyList<CustodyRow> rows, CancellationToken cancel) =>
        EachAsync(
            Permission.RecordCustody, [.. rows.Select(it => (it.Person, it))],
            (context, it) => BeginAsync(context, it, [], cancel), cancel);

    /// <summary>All rows that count, of the whole identity, from the first to the current one.</summary>
    public Task<IReadOnlyList<CustodyRow>> HistoryAsync(PersonId person, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<CustodyRow>>(
            new(Permission.ReadCustody, FieldClasses.Sensitive),
            async context =>
            {
                var root = await context.InSightAsync(await PeopleStore.RootAsync(context, person, cancel), cancel);
                var members = context.Set<Identity>().Where(it => it.Root == root).Select(it => it.Person);
                var rows = await context.LiveCustodies().Where(it => members.Contains(it.Person))
                    .OrderBy(it => it.Since).ThenBy(it => it.Id).ToListAsync(cancel);
                return new(rows, [person.Value, .. rows.Select(it => it.Person.Value).Distinct()]);
            },
            cancel);

    /// <summary>The same without the places: kinds of care and when they began, for those to whom places of care are
    /// closed.</summary>
    public Task<IReadOnlyList<CustodyStep>> StepsAsync(PersonId person, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<CustodyStep>>(
            new(Permission.ReadCustody, FieldClasses.Identifying),
            async context =>
            {
                var root = await context.InSightAsync(await PeopleStore.RootAsync(context, person, cancel), cancel);
                var members = context.Set<Identity>().Where(it => it.Root == root).Select(it => it.Person);
                var rows = await context.LiveCustodies().Where(it => members.Contains(it.Person))
                    .OrderBy(it => it.Since).ThenBy(it => it.Id)
                    .Select(it => new CustodyStep(it.Since, it.Kind, it.Reason)).ToListAsync(cancel);
                return new(rows, [person.Value]);
            },
            cancel);

    /// <summary>Whether this row of this person was recorded; says nothing of where it is.</summary>
    public Task<bool> HasAsync(PersonId person, CustodyRowId row, CancellationToken cancel) =>
        session.ReadAsync<bool>(
            new(Permission.ReadCustody, FieldClasses.Identifying),
            async context => new(
                await context.Set<CustodyRow>().AnyAsync(it => it.Id == row && it.Person == person, cancel),
                [person.Value]),
            cancel);

    /// <summary>Where people are now: those of an identity each, whatever record is asked for.</summary>
    public Task<CurrentCustody?> CurrentAsync(PersonId person, CancellationToken cancel) =>
        session.ReadAsync<CurrentCustody?>(
            new(Permission.ReadCustody, FieldClasses.Sensitive),
            async context =>
            {
                var root = await context.InSightAsync(await PeopleStore.RootAsync(context, person, cancel), cancel);
                return new(
                    await context.Set<CurrentCustody>().SingleOrDefaultAsync(it => it.Identity == root, cancel),
                    [person.Value]);
            },
            cancel);

    /// <summary>Everybody who is in nobody's safe care now.</summary>
    public Task<IReadOnlyList<CurrentCustody>> UnsettledAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<CurrentCustody>>(
            new(Permission.ReadCustody, FieldClasses.Sensitive),
            async context =>
            {
                var rows = await Current(context).Where(it => it.Kind == CustodyKind.Unsettled)
                    .OrderBy(it => it.Since).ThenBy(it => it.Id).ToListAsync(cancel);
                return new(rows, [.. rows.Select(it => it.Person.Value)]);
            },
            cancel);

    async Task<Outcome<CustodyRow>> BeginAsync(
        CaseContext context, CustodyRow row, PersonId[] household, CancellationToken cancel)
    {
        var begun = await CustodyActs.BeginAsync(context, session, row, household, cancel);
        if (begun.IsAllowed) await ClockActs.PlacedAsync(context, session, begun.Value, cancel);
        return begun;
    }

    Task<Outcome<T[]>> EachAsync<T>(
        Permission what, IReadOnlyList<(PersonId Person, T Asked)> all,
        Func<CaseContext, T, Task<Outcome<T>>> one, CancellationToken cancel)
        where T : class =>
        session.ActAsync<T[]>(
            new(what, FieldClasses.Sensitive, [.. all.Select(it => it.Person.Value).Distinct()]),
            async context =>
            {
                var done = new List<T>();
                foreach (var (_, asked) in all)
                {
                    var outcome = await one(context, asked);
                    if (!outcome.IsAllowed) return outcome.Refusal;
                    done.Add(outcome.Value);
                    // Rules look at what is stored: each bed that is taken before the next.
                    await context.SaveChangesAsync(cancel);
                }
                return done.ToArray();
            },
            cancel);

    /// <summary>How the people rescued in an operation are now: in which kind of care, and not where. Empty for one
    /// that does not exist for who asks.</summary>
    public Task<IReadOnlyList<CustodyState>> StatesAsync(OperationId operation, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<CustodyState>>(
            new(Permission.ReadCustody, FieldClasses.Identifying),
            async context =>
            {
                var states = await Of(context, operation).OrderBy(it => it.Since).ThenBy(it => it.Id)
                    .Select(it => new CustodyState(it.Person, it.Kind, it.Since)).ToListAsync(cancel);
                return new(states, [operation.Value, .. states.Select(it => it.Person.Value)]);
            },
            cancel);

    /// <summary>The same as numbers, which name nobody.</summary>
    public Task<IReadOnlyDictionary<CustodyKind, int>> CountsAsync(OperationId operation, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyDictionary<CustodyKind, int>>(
            new(Permission.ReadCustody, FieldClasses.Internal),
            async context => new(
                await Of(context, operation).GroupBy(it => it.Kind)
                    .Select(it => new { it.Key, Count = it.Count() })
                    .ToDictionaryAsync(it => it.Key, it => it.Count, cancel),
                [operation.Value]),
            cancel);

    static IQueryable<CurrentCustody> Of(CaseContext context, OperationId operation)
    {
        var visible = context.VisibleOperations().Where(it => it.Id == operation).Select(it => it.Id);
        var rescued = from link in context.Set<OperationRescue>()
                      join rescue in context.Set<Rescue>() on link.Rescue equals rescue.Id
                      join identity in context.Set<Identity>() on rescue.Person equals identity.Person
                      where visible.Contains(link.Operation)
                      select identity.Root;
        return context.Set<CurrentCustody>().Where(it => rescued.Contains(it.Identity));
    }

    static IQueryable<CurrentCustody> Current(CaseContext context) =>
        context.RootsInSight() is not { } seen ? context.Set<CurrentCustody>()
        : context.Set<CurrentCustody>().Where(it => seen.Contains(it.Identity));
}
