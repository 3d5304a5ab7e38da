using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Investigations;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Homeward.Storage.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Investigations;

/// <summary>Cases of the police: opened, solved, opened again, merged.</summary>
public sealed class CaseStore(CaseSession session)
{
    UserId User => session.Actor.User;

    /// <param name="number">As the police file has it.</param>
    /// <param name="offences">Codes of the profile.</param>
    /// <param name="profile">The jurisdiction's.</param>
    /// <param name="cancel">Stops before the act, never within.</param>
    public Task<Outcome<InvestigationFacts>> OpenAsync(
        string number, IReadOnlyList<string> offences, JurisdictionProfile profile, CancellationToken cancel)
    {
        var id = new InvestigationId(session.Ids.Next());
        return session.ActAsync<InvestigationFacts>(
            new(Permission.RecordInvestigation, FieldClasses.Internal, id.Value),
            context =>
            {
                var opened = InvestigationRules.Open(New(id, number, offences), Known(profile));
                if (opened.IsAllowed)
                {
                    context.Add(opened.Value.Investigation);
                    context.AddRange(opened.Value.Offences);
                }
                return Task.FromResult(opened);
            },
            cancel);
    }

    public Task<Outcome<InvestigationStep>> SolveAsync(InvestigationId id, CancellationToken cancel) =>
        StepAsync(
            Permission.RecordInvestigation, id,
            (_, facts, now) => Task.FromResult(InvestigationRules.Solve(facts, new()
            {
                Id = session.Ids.Next(),
                Investigation = id,
                By = User,
                At = now,
            })),
            cancel);

    public Task<Outcome<InvestigationStep>> ReopenAsync(InvestigationId id, string reason, CancellationToken cancel) =>
        StepAsync(
            Permission.RecordInvestigation, id,
            (_, facts, now) => Task.FromResult(InvestigationRules.Reopen(facts, new()
            {
                Id = session.Ids.Next(),
                Investigation = id,
                By = User,
                At = now,
                Reason = reason,
            })),
            cancel);

    /// <summary>Says that a case turned out to be part of another.</summary>
    public Task<Outcome<InvestigationStep>> MergeAsync(
        InvestigationId id, InvestigationId into, CancellationToken cancel) =>
        StepAsync(
            Permission.MergeInvestigations, id,
            async (context, facts, now) =>
            {
                if (await FindAsync(context, into, cancel) is not { } other) return new InvestigationRefusal.NotFound();
                return InvestigationRules.Merge(facts, other, new()
                {
                    Id = session.Ids.Next(),
                    Investigation = id,
                    By = User,
                    At = now,
                    Into = into,
                });
            },
            cancel);

    /// <summary>Takes back that a case was part of another.</summary>
    public Task<Outcome<InvestigationStep>> SeparateAsync(
        InvestigationId id, string reason, CancellationToken cancel) =>
        StepAsync(
            Permission.MergeInvestigations, id,
            (_, facts, now) => Task.FromResult(InvestigationRules.Separate(facts, new()
            {
                Id = session.Ids.Next(),
                Investigation = id,
                By = User,
                At = now,
                Reason = reason,
            })),
            cancel);

    public Task<InvestigationFacts?> FindAsync(InvestigationId id, CancellationToken cancel) =>
        session.ReadAsync<InvestigationFacts?>(
            new(Permission.ReadInvestigations, FieldClasses.Internal),
            async context =>
            {
                var facts = await FindAsync(context, context.InvestigationsInSight(), id, cancel);
                return new(facts, facts is null ? [] : [id.Value]);
            },
            cancel);

    InvestigationFacts New(InvestigationId id, string number, IReadOnlyList<string> offences) => new()
    {
        Investigation = new()
        {
            Id = id,
            Number = number,
            Lead = session.Actor.Agency,
            By = User,
            At = session.Now,
        },
        Offences = [.. offences.Distinct().Select(it => new InvestigationOffence { Investigation = id, Code = it })],
    };

    /// <summary>The offences that the profile knows today.</summary>
    HashSet<string> Known(JurisdictionProfile profile)
    {
        var today = profile.Zone.DayOf(session.Now);
        return [.. profile.Offences.Where(it => it.Validity.Holds(today)).Select(it => it.Code)];
    }

    static Task<InvestigationFacts?> FindAsync(CaseContext context, InvestigationId id, CancellationToken cancel) =>
        FindAsync(context, context.Set<Investigation>(), id, cancel);

    static async Task<InvestigationFacts?> FindAsync(
        CaseContext context, IQueryable<Investigation> among, InvestigationId id, CancellationToken cancel) =>
        await among.SingleOrDefaultAsync(it => it.Id == id, cancel) is not { } found
            ? null
            : new()
            {
                Investigation = found,
                Offences = await context.Set<InvestigationOffence>().Where(it => it.Investigation == id)
                    .ToListAsync(cancel),
                Steps = await context.Set<InvestigationStep>().Where(it => it.Investigation == id).ToListAsync(cancel),
            };

    Task<Outcome<InvestigationStep>> StepAsync(
        Permission what, InvestigationId id,
        Func<CaseContext, InvestigationFacts, Instant, Task<Outcome<InvestigationStep>>> decide,
        CancellationToken cancel) =>
        session.ActAsync<InvestigationStep>(
            new(what, FieldClasses.Internal, id.Value),
            async context =>
            {
                if (await FindAsync(context, id, cancel) is not { } facts) return new InvestigationRefusal.NotFound();
                var step = await decide(context, facts, session.Now);
                if (!step.IsAllowed) return step;
                context.Add(step.Value);
                var counted = new FactsCounted(context, step.Value.At, cancel);
                await counted.BookAsync(
                [
                    Counting.Of(
                        facts with { Steps = [.. facts.Steps, step.Value] }, during: null,
                        await counted.PlaceAsync(facts.Investigation.Lead)),
                ]);
                return step;
            },
            cancel);
}
