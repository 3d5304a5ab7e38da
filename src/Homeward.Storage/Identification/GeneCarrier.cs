using System.Runtime.CompilerServices;
using Homeward.Cases.Audit;
using Homeward.Cases.Families;
using Homeward.Cases.Identification;
using Homeward.Cases.Samples;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;
using Homeward.Storage.Families;
using Homeward.Storage.Genes;
using Homeward.Storage.Samples;
using Family = Homeward.Genetics.Kinship.Family;

namespace Homeward.Storage.Identification;

/// <summary>Carries numbers between the case database and the gene database: withdrawals, exclusions and families one
/// way, candidates the other. The two have no transaction in common; each step finds what is not done yet, does it, and
/// writes that it is done. Stopped between any two, the next round does the rest.</summary>
/// <param name="cases">For an analyst: nobody's name is needed here.</param>
/// <param name="genes">The gene database.</param>
/// <param name="ladders">By which it is judged whether a family contradicts itself.</param>
public sealed class GeneCarrier(CaseSession cases, GeneDatabase genes, MarkerLadders ladders)
{
    const int FamiliesAtATime = 200;
    const int CandidatesAtATime = 1000;
    const string Noted = "families noted";

    readonly GeneSession _session = genes.For(cases.Actor, Purpose.Identification);
    readonly TypingStore _typings = new(cases);
    readonly FamilySearchStore _families = new(cases);
    readonly CandidateStore _candidates = new(cases);

    /// <summary>One whole round.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await foreach (var _ in StepsAsync(cancel)) { }
    }

    /// <summary>What the case side has to tell: to be done before a search.</summary>
    public async Task SendAsync(CancellationToken cancel)
    {
        await foreach (var _ in SendingAsync(cancel)) { }
    }

    /// <summary>Tells these families and nothing else, for whoever has just written them and knows that nothing else
    /// waits: a whole round asks about everybody.</summary>
    public async Task SendAsync(IReadOnlyList<GeneFamilyId> families, CancellationToken cancel)
    {
        foreach (var some in families.Chunk(FamiliesAtATime))
            await foreach (var _ in TellAsync(await _families.UndeliveredAsync(some, cancel), cancel)) { }
    }

    /// <summary>What the gene database has found, and what it does not hold open any more: to be done after a search.
    /// </summary>
    public async Task TakeAsync(CancellationToken cancel)
    {
        await foreach (var _ in CandidatesAsync(cancel)) { }
    }

    /// <summary>A round, step by step. After each one the process may die.</summary>
    internal async IAsyncEnumerable<string> StepsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var step in SendingAsync(cancel)) yield return step;
        await foreach (var step in CandidatesAsync(cancel)) yield return step;
    }

    async IAsyncEnumerable<string> SendingAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var step in AcceptancesAsync(cancel)) yield return step;
        await foreach (var step in WithdrawalsAsync(cancel)) yield return step;
        await foreach (var step in ExclusionsAsync(cancel)) yield return step;
        await foreach (var step in FamiliesAsync(cancel)) yield return step;
    }

    /// <summary>Profiles that were accepted by somebody who was stopped before he could say so.</summary>
    async IAsyncEnumerable<string> AcceptancesAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var held = genes.Held(await _typings.PendingAsync(cancel));
        if (held.Count == 0) yield break;
        Done(await _typings.AcceptAsync(held, cancel));
        yield return "acceptances noted";
    }

    /// <summary>A typing that was begun and has no profile yet may still get one: it is asked for again each time.
    /// </summary>
    async IAsyncEnumerable<string> WithdrawalsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var unsent = await _typings.UnsentWithdrawalsAsync(cancel);
        var held = genes.Held(unsent).Select(it => it.Accession).ToHashSet();
        foreach (var accession in unsent.Where(held.Contains))
        {
            await _session.WithdrawAsync(accession, WithdrawalReason.Consent, cancel);
            yield return "withdrawn";
            Done(await _typings.WithdrawnAsync([accession], cancel));
            yield return "withdrawal noted";
        }
    }

    async IAsyncEnumerable<string> ExclusionsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var candidate in await _candidates.UnsentExclusionsAsync(cancel))
        {
            await _session.ExcludeAsync(candidate.ToGeneCandidate(), cancel);
            yield return "excluded";
        }
    }

    async IAsyncEnumerable<string> FamiliesAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var isTold = true;
        while (isTold && await _families.UndeliveredAsync(FamiliesAtATime, cancel) is { Count: > 0 } versions)
        {
            isTold = false;
            await foreach (var step in TellAsync(versions, cancel))
            {
                isTold |= step == Noted;
                yield return step;
            }
        }
    }

    async IAsyncEnumerable<string> TellAsync(
        IReadOnlyList<FamilyVersion> versions, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (versions.Count == 0) yield break;
        var sent = new List<GeneFamily>();
        var profiles = await ProfilesAsync(versions, cancel);
        foreach (var versionsOfOne in versions.GroupBy(it => it.GeneFamily))
        {
            var last = versionsOfOne.Last();
            // Only the last version matters; those before it were never searched and are not to be.
            sent.AddRange(versionsOfOne.SkipLast(1)
                .Select(it => GeneFamily.Ended(it.GeneFamily, it.Version)));
            if (ContradictionOf(last, profiles) is { } markers)
            {
                await HoldAsync(last.GeneFamily, markers, cancel);
                yield return "held";
                sent.Add(GeneFamily.Ended(last.GeneFamily, last.Version));
            }
            else sent.Add(last.ToFamily());
        }
        var areThere = await new FamilyInbox(_session).TakeAllAsync(sent, cancel);
        yield return "families taken";
        var taken = sent.Zip(areThere).Where(it => it.Second)
            .Select(it => (it.First.Id, it.First.Version)).ToHashSet();
        if (taken.Count == 0) yield break;
        Done(await _families.DeliveredAsync(
            [.. versions.Where(it => taken.Contains((it.GeneFamily, it.Version)))], cancel));
        yield return Noted;
    }

    async IAsyncEnumerable<string> CandidatesAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var ledger = new SearchLedger(genes);
        while (ledger.CandidatesAfter(await _candidates.LastAsync(cancel), CandidatesAtATime) is { Count: > 0 } found)
        {
            Done(await _candidates.TakeAsync(found, cancel));
            yield return "candidates taken";
        }
        var open = ledger.OpenCandidates().Select(it => it.Number).ToHashSet();
        Done(await _candidates.CloseAsync(open, cancel));
        yield return "candidates closed";
    }

    /// <summary>Of those whom more than one of a family was typed: one read for all of them.</summary>
    async Task<Dictionary<AccessionNumber, Profile>> ProfilesAsync(
        IReadOnlyList<FamilyVersion> versions, CancellationToken cancel)
    {
        AccessionNumber[] typed =
        [
            .. versions.Where(it => !it.IsReleased).Select(it => TypedOf(it.ToFamily())).Where(it => it.Count > 1)
                .SelectMany(it => it).Distinct(),
        ];
        return typed.Length == 0 ? []
            : (await _session.ReadAsync(typed, cancel)).ToDictionary(it => it.Accession, it => it.Profile);
    }

    static List<AccessionNumber> TypedOf(GeneFamily family) =>
        [.. family.Members.Select(it => it.Accession).OfType<AccessionNumber>()];

    /// <summary>The markers at which a family contradicts itself; null when its data speak for it as it was declared,
    /// mutations included, or when somebody has looked at it.</summary>
    IReadOnlyList<string>? ContradictionOf(
        FamilyVersion version, Dictionary<AccessionNumber, Profile> profiles)
    {
        var family = version.ToFamily();
        if (version.IsReleased || family.Pedigree is null || TypedOf(family).Count < 2) return null;
        var read = family.Members.Select(it => it.Accession is { } one ? profiles.GetValueOrDefault(one) : null);
        var missing = family.Members.Index().Where(it => it.Item.IsMissing).Select(it => it.Index);
        return Contradiction.Of(new Family("", family.Pedigree, [.. read], [.. missing]), ladders)?.Markers;
    }

    async Task HoldAsync(GeneFamilyId id, IReadOnlyList<string> markers, CancellationToken cancel)
    {
        var link = await _families.LinkAsync(id, cancel);
        Check.That(link is not null, "a version is of a family");
        Done(await _families.HoldAsync(link.Family, markers, cancel));
    }

    /// <summary>What somebody else did meanwhile is found by the next round.</summary>
    static void Done<T>(Outcome<T> outcome)
        where T : class
    {
        if (!outcome.IsAllowed) throw new CarryingRefusedException(outcome.Refusal);
    }
}
