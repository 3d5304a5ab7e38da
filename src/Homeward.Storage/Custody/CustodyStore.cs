using Homeward.Cases.Access;
using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;
using Homeward.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Custody;

/// <summary>In whose care people are, and were.</summary>
public sealed class CustodyStore(CaseSession session)
{
    /// <param name="row">What begins; who records it and when is taken from the session.</param>
    /// <param name="household">Everybody else who lives there.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Outcome<CustodyRow>> BeginAsync(CustodyRow row, PersonId[] household, CancellationToken cancel) =>
        session.ActAsync<CustodyRow>(
            new(
                Permission.RecordCustody,
                // Where somebody is looked after is a sensitive field; that a person is missing is not.
                row.Facility is null && row.Carer is null ? FieldClasses.Identifying : FieldClasses.Sensitive,
                row.Person.Value),
            context => CustodyActs.BeginAsync(context, session, row, household, cancel),
            cancel);

    /// <summary>The receiving side takes somebody in; it is the session's user who signs.</summary>
    public Task<Outcome<Acceptance>> AcceptAsync(Acceptance acceptance, CancellationToken cancel) =>
        session.ActAsync<Acceptance>(
            new(
                Permission.AcceptIntoCare,
                acceptance.Facility is null ? FieldClasses.Identifying : FieldClasses.Sensitive,
                acceptance.Person.Value),
            context => CustodyActs.AcceptAsync(context, session, acceptance, cancel),
            cancel);

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
            (context, it) => CustodyActs.BeginAsync(context, session, it, [], cancel), cancel);

    /// <summary>All rows that count, of the whole identity, from the first to the current one.</summary>
    public Task<IReadOnlyList<CustodyRow>> HistoryAsync(PersonId person, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<CustodyRow>>(
            new(Permission.ReadCustody, FieldClasses.Sensitive),
            async context =>
            {
                var root = await PeopleStore.RootAsync(context, person, cancel);
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
                var root = await PeopleStore.RootAsync(context, person, cancel);
                var members = context.Set<Identity>().Where(it => it.Root == root).Select(it => it.Person);
                var rows = await context.LiveCustodies().Where(it => members.Contains(it.Person))
                    .OrderBy(it => it.Since).ThenBy(it => it.Id)
                    .Select(it => new CustodyStep(it.Since, it.Kind, it.Reason)).ToListAsync(cancel);
                return new(rows, [person.Value]);
            },
            cancel);

    /// <summary>Where people are now: those of an identity each, whatever record is asked for.</summary>
    public Task<CurrentCustody?> CurrentAsync(PersonId person, CancellationToken cancel) =>
        session.ReadAsync<CurrentCustody?>(
            new(Permission.ReadCustody, FieldClasses.Sensitive),
            async context =>
            {
                var root = await PeopleStore.RootAsync(context, person, cancel);
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
                var rows = await context.Set<CurrentCustody>().Where(it => it.Kind == CustodyKind.Unsettled)
                    .OrderBy(it => it.Since).ThenBy(it => it.Id).ToListAsync(cancel);
                return new(rows, [.. rows.Select(it => it.Person.Value)]);
            },
            cancel);

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
}
