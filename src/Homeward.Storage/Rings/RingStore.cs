using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.Rings;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Operations;
using Homeward.Storage.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Rings;

/// <summary>Rings, who belongs to them, and what became of them.</summary>
public sealed class RingStore(CaseSession session)
{
    UserId User => session.Actor.User;

    public Task<Outcome<Ring>> AddAsync(string codeName, RingKind kind, CancellationToken cancel)
    {
        var id = new RingId(session.Ids.Next());
        return session.ActAsync<Ring>(
            new(Permission.RecordRing, FieldClasses.Internal, id.Value),
            context =>
            {
                var ring = new Ring { Id = id, CodeName = codeName, Kind = kind, By = User, At = session.Now };
                context.Add(ring);
                return Task.FromResult<Outcome<Ring>>(ring);
            },
            cancel);
    }

    /// <summary>Puts people into a ring, or says better what they are in it: all of them or none.</summary>
    public Task<Outcome<RingFacts>> JoinAsync(
        RingId ring, IReadOnlyList<MemberDraft> members, CancellationToken cancel) =>
        session.ActAsync<RingFacts>(
            new(
                Permission.RecordRing, FieldClasses.Identifying,
                [ring.Value, .. members.Select(it => it.Person.Value)]),
            async context =>
            {
                if (await context.FindAsync(ring, cancel) is not { } facts) return new RingRefusal.NotFound();
                var now = session.Now;
                foreach (var member in members)
                {
                    var joined = RingRules.Join(facts, New(ring, member, now));
                    if (!joined.IsAllowed) return joined.Refusal;
                    context.Add(joined.Value);
                }
                return facts;
            },
            cancel);

    /// <summary>Says that a ring is broken up; it counts once somebody else has approved it.</summary>
    public Task<Outcome<RingStep>> ProposeAsync(RingId ring, OperationId? during, CancellationToken cancel) =>
        StepAsync(
            Permission.RecordRing, ring,
            async (context, facts, now) =>
            {
                if (during is { } id && await context.FindAsync(id, cancel) is null)
                    return new OperationRefusal.NotFound();
                return RingRules.Propose(facts, new()
                {
                    Id = session.Ids.Next(),
                    Ring = ring,
                    By = User,
                    At = now,
                    During = during,
                });
            },
            cancel);

    public Task<Outcome<RingStep>> ApproveAsync(RingId ring, CancellationToken cancel) =>
        StepAsync(
            Permission.BreakUpRing, ring,
            (_, facts, now) => Task.FromResult(RingRules.Approve(facts, session.Ids.Next(), User, now)), cancel);

    public Task<Outcome<RingStep>> ResurfaceAsync(RingId ring, string basis, CancellationToken cancel) =>
        StepAsync(
            Permission.RecordRing, ring,
            (_, facts, now) => Task.FromResult(RingRules.Resurface(facts, new()
            {
                Id = session.Ids.Next(),
                Ring = ring,
                By = User,
                At = now,
                Basis = basis,
            })),
            cancel);

    /// <summary>Says that a ring turned out to be part of another.</summary>
    public Task<Outcome<RingStep>> MergeAsync(RingId ring, RingId into, CancellationToken cancel) =>
        StepAsync(
            Permission.BreakUpRing, ring,
            async (context, facts, now) =>
            {
                if (await context.FindAsync(into, cancel) is not { } other) return new RingRefusal.NotFound();
                return RingRules.Merge(facts, other, new()
                {
                    Id = session.Ids.Next(),
                    Ring = ring,
                    By = User,
                    At = now,
                    Into = into,
                });
            },
            cancel);

    /// <summary>Takes back that a ring was part of another.</summary>
    public Task<Outcome<RingStep>> SeparateAsync(RingId ring, string basis, CancellationToken cancel) =>
        StepAsync(
            Permission.BreakUpRing, ring,
            (_, facts, now) => Task.FromResult(RingRules.Separate(facts, new()
            {
                Id = session.Ids.Next(),
                Ring = ring,
                By = User,
                At = now,
                Basis = basis,
            })),
            cancel);

    public Task<RingFacts?> FindAsync(RingId ring, CancellationToken cancel) =>
        session.ReadAsync<RingFacts?>(
            new(Permission.ReadRings, FieldClasses.Identifying),
            async context =>
            {
                var facts = await context.FindAsync(ring, cancel);
                return new(
                    facts, facts is null ? [] : [ring.Value, .. facts.Memberships.Select(it => it.Person.Value)]);
            },
            cancel);

    public Task<IReadOnlyList<Ring>> ListAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<Ring>>(
            new(Permission.ReadRings, FieldClasses.Internal),
            async context =>
            {
                var all = await context.Set<Ring>().OrderBy(it => it.CodeName).ToListAsync(cancel);
                return new(all, [.. all.Select(it => it.Id.Value)]);
            },
            cancel);

    /// <summary>All that is recorded about a part of them, by code name. Their members are recorded as seen.</summary>
    public Task<Part<RingFacts>> PartAsync(int skip, int take, CancellationToken cancel) =>
        session.ReadAsync<Part<RingFacts>>(
            new(Permission.ReadRings, FieldClasses.Identifying),
            async context =>
            {
                var all = context.Set<Ring>();
                var ids = await all.OrderBy(it => it.CodeName).ThenBy(it => it.Id)
                    .Skip(skip).Take(take).Select(it => it.Id).ToListAsync(cancel);
                var rows = new List<RingFacts>();
                foreach (var id in ids) rows.Add((await context.FindAsync(id, cancel))!);
                var people = rows.SelectMany(it => it.Memberships).Select(it => it.Person.Value);
                return new(
                    new(rows, await all.CountAsync(cancel)), [.. ids.Select(it => it.Value).Concat(people).Distinct()]);
            },
            cancel);

    RingMembership New(RingId ring, MemberDraft member, Instant now) => new()
    {
        Id = session.Ids.Next(),
        Ring = ring,
        Person = member.Person,
        Role = member.Role,
        Certainty = member.Certainty,
        KnownFrom = member.KnownFrom,
        KnownTo = member.KnownTo,
        By = User,
        At = now,
    };

    Task<Outcome<RingStep>> StepAsync(
        Permission what, RingId ring, Func<CaseContext, RingFacts, Instant, Task<Outcome<RingStep>>> decide,
        CancellationToken cancel) =>
        session.ActAsync<RingStep>(
            new(what, FieldClasses.Internal, ring.Value),
            async context =>
            {
                if (await context.FindAsync(ring, cancel) is not { } facts) return new RingRefusal.NotFound();
                var step = await decide(context, facts, session.Now);
                if (!step.IsAllowed) return step;
                context.Add(step.Value);
                var counted = new FactsCounted(context, step.Value.At, cancel);
                await counted.BookAsync(
                [
                    Counting.Of(
                        facts with { Steps = [.. facts.Steps, step.Value] }, await counted.PlaceAsync(facts.Ring.By)),
                ]);
                return step;
            },
            cancel);
}
