using Homeward.Cases.Access;
using Homeward.Cases.Operations;
using Homeward.Cases.Rescues;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Operations;

/// <summary>Plans, decisions and participants of operations.</summary>
public sealed class OperationStore(CaseSession session)
{
    public Task<Outcome<Operation>> PlanAsync(OperationDraft draft, CancellationToken cancel)
    {
        var id = draft.Id ?? new(session.Ids.Next());
        return session.ActAsync<Operation>(
            new(Permission.PlanOperation, FieldClasses.Internal, id.Value),
            context =>
            {
                var operation = new Operation
                {
                    Id = id,
                    Code = draft.Code,
                    Kind = draft.Kind,
                    Lead = draft.Lead,
                    HHour = draft.HHour,
                    ExpectedChildren = draft.ExpectedChildren,
                    Author = session.Actor.User,
                    PlannedAt = session.Now,
                };
                context.Add(operation);
                return Task.FromResult<Outcome<Operation>>(operation);
            },
            cancel);
    }

    public Task<Outcome<OperationStep>> AuthoriseAsync(OperationId id, CancellationToken cancel) =>
        StepAsync(
            Permission.AuthoriseOperation, id,
            (facts, now) => OperationRules.Authorise(facts, session.Ids.Next(), session.Actor.User, now), cancel);

    public Task<Outcome<OperationStep>> RescheduleAsync(OperationId id, Instant hHour, CancellationToken cancel) =>
        StepAsync(
            Permission.PlanOperation, id,
            (facts, now) => OperationRules.Reschedule(facts, new()
            {
                Id = session.Ids.Next(),
                Operation = id,
                By = session.Actor.User,
                At = now,
                HHour = hHour,
            }),
            cancel);

    public Task<Outcome<OperationStep>> AbortAsync(OperationId id, string reason, CancellationToken cancel) =>
        StepAsync(
            Permission.AuthoriseOperation, id,
            (facts, now) => OperationRules.Abort(facts, new()
            {
                Id = session.Ids.Next(),
                Operation = id,
                By = session.Actor.User,
                At = now,
                Reason = reason,
            }),
            cancel);

    public Task<Outcome<OperationStep>> SecureAsync(OperationId id, CancellationToken cancel) =>
        StepAsync(
            Permission.RecordOperation, id,
            (facts, now) => OperationRules.Secure(facts, new()
            {
                Id = session.Ids.Next(),
                Operation = id,
                By = session.Actor.User,
                At = now,
            }),
            cancel);

    /// <param name="id">The operation.</param>
    /// <param name="bulletin">The number of the bulletin that states its results.</param>
    /// <param name="cancel">Stops before the act, never within.</param>
    public Task<Outcome<OperationStep>> ReportAsync(OperationId id, string bulletin, CancellationToken cancel) =>
        StepAsync(
            Permission.RecordOperation, id,
            (facts, now) => OperationRules.Report(facts, new()
            {
                Id = session.Ids.Next(),
                Operation = id,
                By = session.Actor.User,
                At = now,
                Bulletin = bulletin,
            }),
            cancel);

    public Task<Outcome<OperationStep>> CloseAsync(OperationId id, CancellationToken cancel) =>
        StepAsync(
            Permission.RecordOperation, id,
            (facts, now) => OperationRules.Close(facts, new()
            {
                Id = session.Ids.Next(),
                Operation = id,
                By = session.Actor.User,
                At = now,
            }),
            cancel);

    public Task<Outcome<OperationStep>> ReopenAsync(OperationId id, string reason, CancellationToken cancel) =>
        StepAsync(
            Permission.RecordOperation, id,
            (facts, now) => OperationRules.Reopen(facts, new()
            {
                Id = session.Ids.Next(),
                Operation = id,
                By = session.Actor.User,
                At = now,
                Reason = reason,
            }),
            cancel);

    /// <summary>Asks agencies to take part: all of them or none.</summary>
    public Task<Outcome<OperationFacts>> InviteAsync(
        OperationId id, IReadOnlyList<ParticipantDraft> drafts, CancellationToken cancel) =>
        DecideAsync(
            Permission.PlanOperation, id,
            (facts, now) =>
            {
                Outcome<OperationFacts> all = facts;
                foreach (var draft in drafts)
                    all = all.Then(sofar => Invite(sofar, draft, now));
                return all;
            },
            (context, before, after) =>
            {
                context.AddRange(after.Participants.Skip(before.Participants.Count));
                return CountAsync(context, after, cancel);
            },
            cancel);

    public Task<Outcome<ParticipantAnswer>> AcceptAsync(
        OperationId id, ParticipantId participant, CancellationToken cancel) =>
        AnswerAsync(
            id,
            now => new ParticipantAnswer.Accepted
            {
                Id = session.Ids.Next(),
                Operation = id,
                Participant = participant,
                By = session.Actor.User,
                At = now,
            },
            cancel);

    public Task<Outcome<ParticipantAnswer>> DeclineAsync(
        OperationId id, ParticipantId participant, CancellationToken cancel) =>
        AnswerAsync(
            id,
            now => new ParticipantAnswer.Declined
            {
                Id = session.Ids.Next(),
                Operation = id,
                Participant = participant,
                By = session.Actor.User,
                At = now,
            },
            cancel);

    /// <summary>A participant's own numbers, once results are in.</summary>
    public Task<Outcome<ParticipantAnswer>> ConfirmAsync(
        OperationId id, ParticipantId participant, (int Children, int Suspects) numbers, CancellationToken cancel) =>
        AnswerAsync(
            id,
            now => new ParticipantAnswer.Confirmed
            {
                Id = session.Ids.Next(),
                Operation = id,
                Participant = participant,
                By = session.Actor.User,
                At = now,
                Children = numbers.Children,
                Suspects = numbers.Suspects,
            },
            cancel);

    /// <summary>Says of rescues that they are results of the operation: of all of them or none.</summary>
    public Task<Outcome<OperationRescue[]>> AttributeAsync(
        OperationId id, IReadOnlyList<RescueId> rescues, CancellationToken cancel) =>
        DecideAsync<OperationRescue[]>(
            Permission.RecordOperation, id,
            (facts, now) => OperationRules.TakeResult(facts, now).Then<OperationRescue[]>(_ => rescues
                .Select(it => new OperationRescue
                {
                    Rescue = it,
                    Operation = id,
                    By = session.Actor.User,
                    At = now,
                })
                .ToArray()),
            async (context, facts, all) =>
            {
                context.AddRange(all);
                await CountAsync(context, facts, cancel);
                var people = await context.Set<Rescue>().Where(it => rescues.Contains(it.Id))
                    .Select(it => it.Person).Distinct().ToListAsync(cancel);
                await new FactsCounted(context, session.Now, cancel).RescuedAsync(people, CountReason.Corrected);
            },
            cancel);

    /// <summary>All that is recorded about an operation; null when there is none that the reader may know of.</summary>
    public Task<OperationFacts?> FindAsync(OperationId id, CancellationToken cancel) =>
        session.ReadAsync<OperationFacts?>(
            new(Permission.ReadOperations, FieldClasses.Internal),
            async context =>
            {
                var facts = await context.FindAsync(id, cancel);
                return new(facts, facts is null ? [] : [id.Value]);
            },
            cancel);

    /// <summary>The operations that the reader may know of, by H-hour as first planned.</summary>
    public Task<IReadOnlyList<Operation>> ListAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<Operation>>(
            new(Permission.ReadOperations, FieldClasses.Internal),
            async context =>
            {
                var all = await context.VisibleOperations().OrderBy(it => it.HHour).ThenBy(it => it.Code)
                    .ToListAsync(cancel);
                return new(all, [.. all.Select(it => it.Id.Value)]);
            },
            cancel);

    /// <summary>All that is recorded about a part of them, the last H-hour first.</summary>
    public Task<Part<OperationFacts>> PartAsync(int skip, int take, CancellationToken cancel) =>
        session.ReadAsync<Part<OperationFacts>>(
            new(Permission.ReadOperations, FieldClasses.Internal),
            async context =>
            {
                var all = context.VisibleOperations();
                var ids = await all.OrderByDescending(it => it.HHour).ThenBy(it => it.Code)
                    .Skip(skip).Take(take).Select(it => it.Id).ToListAsync(cancel);
                var rows = new List<OperationFacts>();
                foreach (var id in ids) rows.Add((await context.FindAsync(id, cancel))!);
                return new(new(rows, await all.CountAsync(cancel)), [.. ids.Select(it => it.Value)]);
            },
            cancel);

    /// <summary>When and where an operation brought its results, the first one first; null when there is none that the
    /// reader may know of. The same statements run in either case.</summary>
    public Task<IReadOnlyList<OperationEvent>?> EventsAsync(OperationId id, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<OperationEvent>?>(
            new(Permission.ReadOperations, FieldClasses.Internal),
            async context =>
            {
                var isVisible = await context.VisibleOperations().AnyAsync(it => it.Id == id, cancel);
                var events = await OperationEventReading.OfAsync(context, id, cancel);
                return isVisible ? new(events, [id.Value]) : new(null, []);
            },
            cancel);

    Outcome<OperationFacts> Invite(OperationFacts facts, ParticipantDraft draft, Instant now) =>
        OperationRules.Invite(facts, new()
        {
            Id = new(session.Ids.Next()),
            Operation = facts.Operation.Id,
            Agency = draft.Agency,
            Region = draft.Region,
            Role = draft.Role,
            Forces = draft.Forces,
            InvitedBy = session.Actor.User,
            InvitedAt = now,
        }).Then<OperationFacts>(it => facts with { Participants = [.. facts.Participants, it] });

    Task<Outcome<OperationStep>> StepAsync(
        Permission what, OperationId id, Func<OperationFacts, Instant, Outcome<OperationStep>> decide,
        CancellationToken cancel) =>
        DecideAsync(
            what, id, decide,
            (context, facts, step) =>
            {
                context.Add(step);
                return CountAsync(context, facts with { Steps = [.. facts.Steps, step] }, cancel);
            },
            cancel);

    Task<Outcome<ParticipantAnswer>> AnswerAsync(
        OperationId id, Func<Instant, ParticipantAnswer> answer, CancellationToken cancel) =>
        DecideAsync(
            Permission.RecordOperation, id,
            (facts, now) => OperationRules.Answer(facts, answer(now), session.Actor.Agency),
            (context, facts, it) =>
            {
                context.Add(it);
                return CountAsync(context, facts with { Answers = [.. facts.Answers, it] }, cancel);
            },
            cancel);

    /// <summary>Who takes part counts once H-hour has struck; before it nothing outside may tell.</summary>
    Task CountAsync(CaseContext context, OperationFacts facts, CancellationToken cancel) =>
        new FactsCounted(context, session.Now, cancel).ParticipationAsync(facts);

    /// <summary>Loads an operation, lets a rule decide, and adds what it allows.</summary>
    Task<Outcome<T>> DecideAsync<T>(
        Permission what, OperationId id, Func<OperationFacts, Instant, Outcome<T>> decide,
        Func<CaseContext, OperationFacts, T, Task> add, CancellationToken cancel)
        where T : class =>
        session.ActAsync<T>(
            new(what, FieldClasses.Internal, id.Value),
            async context =>
            {
                var now = session.Now;
                if (await context.FindAsync(id, cancel) is not { } facts)
                    return new OperationRefusal.NotFound();
                var decided = decide(facts, now);
                if (decided.IsAllowed) await add(context, facts, decided.Value);
                return decided;
            },
            cancel);
}
