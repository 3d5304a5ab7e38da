using Homeward.Cases.Access;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.People;

/// <summary>Records that may be one human being: a list to be worked off.</summary>
public sealed class DuplicateStore(CaseSession session)
{
    public Task<Outcome<PossibleDuplicate>> SuspectAsync(PersonId first, PersonId second, CancellationToken cancel) =>
        session.ActAsync<PossibleDuplicate>(
            new(Permission.MergePeople, FieldClasses.Identifying, first.Value, second.Value),
            context =>
            {
                var suspicion = new PossibleDuplicate
                {
                    Id = new(session.Ids.Next()),
                    First = first,
                    Second = second,
                    By = session.Actor.User,
                    At = session.Now,
                };
                context.Add(suspicion);
                return Task.FromResult<Outcome<PossibleDuplicate>>(suspicion);
            },
            cancel);

    public Task<Outcome<DuplicateDismissal>> DismissAsync(DuplicateId duplicate, CancellationToken cancel) =>
        session.ActAsync<DuplicateDismissal>(
            new(Permission.MergePeople, FieldClasses.Identifying, duplicate.Value),
            context =>
            {
                var dismissal = new DuplicateDismissal
                {
                    Duplicate = duplicate,
                    By = session.Actor.User,
                    At = session.Now,
                };
                context.Add(dismissal);
                return Task.FromResult<Outcome<DuplicateDismissal>>(dismissal);
            },
            cancel);

    /// <summary>Those that were neither merged nor dismissed, oldest first.</summary>
    public Task<IReadOnlyList<PossibleDuplicate>> OpenAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<PossibleDuplicate>>(
            new(Permission.ReadPeople, FieldClasses.Identifying),
            async context =>
            {
                var all = await (
                    from it in context.Set<PossibleDuplicate>()
                    join first in context.Set<Identity>() on it.First equals first.Person
                    join second in context.Set<Identity>() on it.Second equals second.Person
                    where first.Root != second.Root
                        && !context.Set<DuplicateDismissal>().Any(dismissal => dismissal.Duplicate == it.Id)
                    orderby it.Id
                    select new { Pair = it, First = first.Root, Second = second.Root }).ToListAsync(cancel);
                var seen = await context.PeopleInSightAsync(
                    [.. all.SelectMany(it => new[] { it.First, it.Second })], cancel);
                var open = all.Where(it => seen.Contains(it.First) && seen.Contains(it.Second))
                    .Select(it => it.Pair).ToList();
                return new(open, [.. open.SelectMany(it => new[] { it.First.Value, it.Second.Value })]);
            },
            cancel);
}
