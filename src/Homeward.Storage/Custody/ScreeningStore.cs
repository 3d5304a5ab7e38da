using Homeward.Cases.Access;
using Homeward.Cases.Custody;
using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Investigations;
using Homeward.Storage.Rules;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Custody;

/// <summary>Refused screenings, told to those whose suspect it was.</summary>
public sealed class ScreeningStore(CaseSession session)
{
    const string Rule = "never-with-a-buyer";

    /// <summary>Those about people whom the reader linked to a case, or whose case his agency leads; the last first.
    /// </summary>
    public Task<IReadOnlyList<RefusedScreening>> OwnAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<RefusedScreening>>(
            new(Permission.ReadInvestigations, FieldClasses.Identifying),
            async context =>
            {
                var (user, agency) = (session.Actor.User, session.Actor.Agency);
                var own = from adverse in context.Set<AdverseLink>()
                          join link in context.Set<PartyLink>() on adverse.Link equals link.Id
                          where link.By == user || context.Set<Investigation>().Any(
                              it => link.Investigation == it.Id && it.Lead == agency)
                          select adverse.Identity;
                var rows = await context.Set<RefusedScreening>()
                    .Where(it => context.Set<Identity>().Any(
                        named => named.Person == it.Named && own.Contains(named.Root)))
                    .OrderByDescending(it => it.At).ThenBy(it => it.Id).ToListAsync(cancel);
                return new(rows, [.. rows.Select(it => it.Named.Value).Distinct()]);
            },
            cancel);

    /// <summary>Keeps who was barred when an outcome is that screening refused, also when the database's rule did;
    /// every other outcome is handed on.</summary>
    /// <param name="outcome">Of an act that named carers.</param>
    /// <param name="asked">What that act asked for.</param>
    /// <param name="person">Who was to be looked after.</param>
    /// <param name="named">All that were named.</param>
    /// <param name="cancel">Stops waiting.</param>
    internal async Task<Outcome<T>> KeptAsync<T>(
        Outcome<T> outcome, Asked asked, PersonId? person, PersonId[] named, CancellationToken cancel)
        where T : class
    {
        if (outcome.Refusal is not (CustodyRefusal.ScreeningRefused or RuleRefusal { Rule: Rule })) return outcome;
        await session.ActAsync<RefusedScreening[]>(
            asked,
            async context =>
            {
                var barred = await context.Set<Identity>()
                    .Where(it => named.Contains(it.Person)
                        && context.Set<AdverseLink>().Any(link => link.Identity == it.Root))
                    .Select(it => it.Person).ToListAsync(cancel);
                RefusedScreening[] rows =
                [
                    .. barred.Select(it => new RefusedScreening
                    {
                        Id = session.NewId(),
                        Person = person,
                        Named = it,
                        By = session.Actor.User,
                        At = session.Now,
                    }),
                ];
                context.AddRange(rows);
                return rows;
            },
            cancel);
        return new CustodyRefusal.ScreeningRefused();
    }
}
