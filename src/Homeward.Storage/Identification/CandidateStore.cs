using Homeward.Cases.Access;
using Homeward.Cases.Consents;
using Homeward.Cases.Identification;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Samples;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Identification;

/// <summary>Candidates as the case side has them, and what analysts say of them.</summary>
public sealed class CandidateStore(CaseSession session)
{
    /// <summary>Candidates that somebody should look at, the likeliest first.</summary>
    public Task<IReadOnlyList<FoundCandidate>> OpenAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<FoundCandidate>>(
            new(Permission.ReadCandidates, FieldClasses.Internal),
            async context =>
            {
                var open = await context.Set<FoundCandidate>()
                    .Where(it => context.Set<OpenCandidate>().Any(open => open.Number == it.Number))
                    .OrderByDescending(it => it.Log10).ThenBy(it => it.Number).ToListAsync(cancel);
                return new(open, [.. open.Select(it => it.Family.Value).Distinct()]);
            },
            cancel);

    /// <summary>A candidate with everything that was said of it, for whoever may see genotypes; null when there is none
    /// of this number.</summary>
    public Task<CandidateFile?> FindAsync(long number, CancellationToken cancel) =>
        session.ReadAsync<CandidateFile?>(
            new(Permission.ReadCandidates, FieldClasses.Genetic),
            async context =>
            {
                var found = await context.Set<FoundCandidate>().SingleOrDefaultAsync(it => it.Number == number, cancel);
                if (found is null) return new(null, []);
                return new(
                    new CandidateFile(
                        found,
                        await context.Set<OpenCandidate>().AnyAsync(it => it.Number == number, cancel),
                        await context.Set<CandidateClosing>().SingleOrDefaultAsync(it => it.Number == number, cancel),
                        await context.Set<PairExclusion>().SingleOrDefaultAsync(it => it.Candidate == number, cancel),
                        await context.Set<MatchProposal>().SingleOrDefaultAsync(it => it.Candidate == number, cancel)),
                    [found.Family.Value]);
            },
            cancel);

    /// <summary>Open candidates that somebody has proposed, for whoever may see genotypes.</summary>
    public Task<IReadOnlyList<MatchProposal>> ProposedAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<MatchProposal>>(
            new(Permission.ReadCandidates, FieldClasses.Genetic),
            async context =>
            {
                var proposals = await context.Set<MatchProposal>()
                    .Where(it => context.Set<OpenCandidate>().Any(open => open.Number == it.Candidate))
                    .OrderBy(it => it.Candidate).ToListAsync(cancel);
                return new(proposals, [.. proposals.Select(it => it.Id.Value)]);
            },
            cancel);

    /// <summary>The pair is none.</summary>
    public Task<Outcome<PairExclusion>> ExcludeAsync(
        long candidate, ExclusionReason reason, CancellationToken cancel) =>
        OfOpenAsync<PairExclusion>(
            candidate,
            (context, _) =>
            {
                var exclusion = new PairExclusion
                {
                    Candidate = candidate,
                    Reason = reason,
                    By = session.Actor.User,
                    At = session.Now,
                };
                context.Add(exclusion);
                return exclusion;
            },
            cancel);

    /// <summary>The candidate may be the missing one: to be tested.</summary>
    public Task<Outcome<MatchProposal>> ProposeAsync(long candidate, CancellationToken cancel) =>
        OfOpenAsync<MatchProposal>(
            candidate,
            (context, proposed) =>
            {
                if (proposed is not null) return new CandidateRefusal.ProposedAlready(proposed.Id);
                var match = new MatchProposal
                {
                    Id = new(session.NewId()),
                    Candidate = candidate,
                    By = session.Actor.User,
                    At = session.Now,
                };
                context.Add(match);
                return match;
            },
            cancel);

    /// <summary>How far it is known who somebody is.</summary>
    public Task<IdentityRegion> IdentityOfAsync(PersonId person, CancellationToken cancel) =>
        session.ReadAsync<IdentityRegion>(
            new(Permission.ReadSamples, FieldClasses.Identifying),
            async context =>
            {
                var people = SampleReading.SameAs(context, person);
                var samples = await context.Set<Sample>()
                    .Where(it => people.Contains(it.Person) && it.Role == DonorRole.Rescued
                        && !context.Set<ConsentWithdrawal>().Any(gone => gone.Consent == it.Consent))
                    .OrderBy(it => it.Taken).ThenBy(it => it.Id).Select(it => it.Id).ToListAsync(cancel);
                var profiles = await context.Set<LiveTyping>()
                    .Where(it => people.Contains(it.Person) && it.Role == DonorRole.Rescued)
                    .Join(
                        context.Set<TypingAcceptance>(), it => it.Accession, it => it.Accession,
                        (_, accepted) => accepted)
                    .OrderBy(it => it.At).Select(it => it.Accession).ToListAsync(cancel);
                var open = context.Set<OpenCandidate>().Where(it => people.Contains(it.Person));
                var proposals = await context.Set<MatchProposal>()
                    .Where(it => open.Any(candidate => candidate.Number == it.Candidate)).ToListAsync(cancel);
                return new(
                    IdentityRegion.Of(samples, profiles, await open.CountAsync(cancel), proposals), [person.Value]);
            },
            cancel);

    /// <summary>Number of the last candidate that was taken over.</summary>
    public Task<long> LastAsync(CancellationToken cancel) =>
        session.ReadAsync<long>(
            new(Permission.ReadCandidates, FieldClasses.None),
            async context => new(await context.Set<FoundCandidate>().MaxAsync(it => (long?)it.Number, cancel) ?? 0, []),
            cancel);

    /// <summary>Exclusions that the gene database does not know yet.</summary>
    public Task<IReadOnlyList<FoundCandidate>> UnsentExclusionsAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<FoundCandidate>>(
            new(Permission.ReadCandidates, FieldClasses.Internal),
            async context =>
            {
                var unsent = await Unclosed(context)
                    .Where(it => context.Set<PairExclusion>().Any(excluded => excluded.Candidate == it.Number))
                    .OrderBy(it => it.Number).ToListAsync(cancel);
                return new(unsent, [.. unsent.Select(it => it.Family.Value).Distinct()]);
            },
            cancel);

    /// <summary>Takes over what was found, from the last one on; those that are there are left as they are.</summary>
    public Task<Outcome<FoundCandidate[]>> TakeAsync(
        IReadOnlyList<GeneCandidate> found, CancellationToken cancel) =>
        session.ActAsync<FoundCandidate[]>(
            new(Permission.ReviewCandidate, FieldClasses.Internal),
            async context =>
            {
                var last = await context.Set<FoundCandidate>().MaxAsync(it => (long?)it.Number, cancel) ?? 0;
                FoundCandidate[] taken = [.. found.Where(it => it.Number > last).Select(Taken)];
                foreach (var it in taken)
                {
                    context.Add(it);
                    // One statement each: every row follows the one before.
                    await context.SaveChangesAsync(cancel);
                }
                return taken;
            },
            cancel);

    /// <summary>Closes what the gene database does not hold open any more.</summary>
    /// <param name="open">Numbers, asked for after all that was found had been taken over.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Outcome<CandidateClosing[]>> CloseAsync(IReadOnlySet<long> open, CancellationToken cancel) =>
        session.ActAsync<CandidateClosing[]>(
            new(Permission.ReviewCandidate, FieldClasses.Internal),
            async context =>
            {
                var unclosed = await Unclosed(context).AsNoTracking().ToListAsync(cancel);
                var excluded = await context.Set<PairExclusion>().Select(it => it.Candidate).ToHashSetAsync(cancel);
                CandidateClosing[] closings = [.. CandidateRules.Close(unclosed, open, excluded, session.Now)];
                context.AddRange(closings);
                return closings;
            },
            cancel);

    static IQueryable<FoundCandidate> Unclosed(CaseContext context) =>
        context.Set<FoundCandidate>()
            .Where(it => !context.Set<CandidateClosing>().Any(closed => closed.Number == it.Number));

    FoundCandidate Taken(GeneCandidate it) => new()
    {
        Number = it.Number,
        Child = it.Pair.Child,
        Family = it.Pair.Family,
        Member = it.Pair.Member,
        Log10 = it.Pair.Log10,
        Evidence = it.Evidence,
        Version = it.Version,
        At = session.Now,
    };

    Task<Outcome<T>> OfOpenAsync<T>(
        long candidate, Func<CaseContext, MatchProposal?, Outcome<T>> act, CancellationToken cancel)
        where T : class =>
        session.ActAsync<T>(
            new(Permission.ReviewCandidate, FieldClasses.Internal),
            async context =>
            {
                if (!await context.Set<FoundCandidate>().AnyAsync(it => it.Number == candidate, cancel))
                    return new CandidateRefusal.NotFound();
                if (!await context.Set<OpenCandidate>().AnyAsync(it => it.Number == candidate, cancel))
                    return new CandidateRefusal.NotOpen();
                var proposed = await context.Set<MatchProposal>().AsNoTracking()
                    .SingleOrDefaultAsync(it => it.Candidate == candidate, cancel);
                return act(context, proposed);
            },
            cancel);
}
