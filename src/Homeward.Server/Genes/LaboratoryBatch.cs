using Homeward.Cases.Audit;
using Homeward.Cases.Families;
using Homeward.Cases.Samples;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Profiles;
using Homeward.Storage;
using Homeward.Storage.Families;
using Homeward.Storage.Genes;
using Homeward.Storage.Identification;
using Homeward.Storage.Samples;
using Family = Homeward.Genetics.Kinship.Family;

namespace Homeward.Server.Genes;

/// <summary>Takes a laboratory's profiles over by the labels of their tubes: all of them or none. What was taken before
/// is recognised, and what was stopped is made again with the same numbers.</summary>
public sealed class LaboratoryBatch(CaseSession cases, GeneDatabase genes, MarkerLadders ladders)
{
    /// <summary>Tubes tried against each other: a batch in which more families contradict themselves has another fault.
    /// </summary>
    const int MostExchanges = 2000;

    readonly GeneSession _session = genes.For(cases.Actor, Purpose.Identification);
    readonly TypingStore _typings = new(cases);
    readonly FamilySearchStore _families = new(cases);

    readonly List<BatchProblem> _problems = [];

    /// <summary>Why nothing was taken; empty when the batch is in.</summary>
    public IReadOnlyList<BatchProblem> Problems => _problems;

    /// <param name="Accepted">Profiles taken.</param>
    /// <param name="AlreadyThere">Profiles that were there.</param>
    /// <param name="Held">Families that contradict themselves now, and are not searched until somebody has looked.
    /// </param>
    public sealed record Answer(int Accepted, int AlreadyThere, IReadOnlyList<HeldFamily> Held);

    /// <param name="Family">Its id.</param>
    /// <param name="Markers">Where.</param>
    public sealed record HeldFamily(Guid Family, IReadOnlyList<string> Markers);

    /// <summary>Null when something was refused; then no profile was taken.</summary>
    /// <param name="profiles">By label.</param>
    /// <param name="twins">Pairs of labels that may be alike.</param>
    /// <param name="cancel">The wish to stop.</param>
    public async Task<Answer?> RunAsync(
        IReadOnlyDictionary<string, Profile> profiles, IReadOnlySet<(string, string)> twins, CancellationToken cancel)
    {
        var samples = await new SampleStore(cases).FactsAsync([.. profiles.Keys], cancel);
        foreach (var label in profiles.Keys.Except(samples.Select(it => it.Label)))
            Add(BatchFault.NotRegistered, label);
        var known = (await _session.ReadAsync([.. samples.SelectMany(it => it.LiveOfDonor).Distinct()], cancel))
            .ToLookup(it => it.Donor);
        var fresh = samples.Where(it => !IsKnown(it, profiles[it.Label], known)).ToList();
        foreach (var sample in fresh)
            if (SampleRules.Type(sample, cases.Actor.Agency).Refusal is { } refusal)
                _problems.Add(new(BatchFault.NotAllowed, sample.Label, Refusal: refusal));
        if (_problems.Count > 0) return null;
        if (fresh.Count == 0) return new(0, profiles.Count, []);
        if (Taken(await _typings.BeginAsync(fresh.ConvertAll(it => it.Label), cancel)) is not { } begun) return null;
        CheckPeople(begun, profiles, known, twins);
        var held = await ContradictionsAsync(begun, profiles, cancel);
        if (_problems.Count > 0) return null;
        foreach (var (family, markers) in held)
            await _families.HoldAsync(family, markers, cancel);
        var carrier = new GeneCarrier(cases, genes, ladders);
        // What contradicts itself is out of the search before its profiles are in.
        await carrier.SendAsync(cancel);
        if (await AcceptAsync(begun, profiles, known, cancel) is not { } accepted) return null;
        if (Taken(await _typings.AcceptAsync(accepted, cancel)) is null) return null;
        await carrier.SendAsync(cancel);
        return new(
            accepted.Count, profiles.Count - accepted.Count,
            [.. held.Select(it => new HeldFamily(it.Family.Value, it.Markers))]);
    }

    static bool IsKnown(SampleFacts sample, Profile profile, ILookup<GeneDonorId, AcceptedProfile> known) =>
        sample.Donor is { } donor && known[donor].Any(it => HoldsTheSame(it.Profile, profile));

    static bool HoldsTheSame(Profile one, Profile other) =>
        one.DropOut.Equals(other.DropOut)
        && one.Genotypes.Count == other.Genotypes.Count
        && one.Genotypes.All(it => other.Genotypes.TryGetValue(it.Key, out var read) && read == it.Value);

    /// <summary>One profile under two people's numbers, two profiles of one person, and somebody who works there.
    /// </summary>
    void CheckPeople(
        IReadOnlyList<BegunTyping> begun,
        IReadOnlyDictionary<string, Profile> profiles,
        ILookup<GeneDonorId, AcceptedProfile> known,
        IReadOnlySet<(string, string)> twins)
    {
        var donors = begun.ToDictionary(it => it.Label, it => it.Donor);
        var own = begun.Where(it => it.Kind == ProfileKind.Staff).Select(it => it.Label).ToHashSet();
        Profile[] samples = [.. begun.Where(it => !own.Contains(it.Label)).Select(it => profiles[it.Label])];
        Profile[] staff =
            [.. own.Select(it => profiles[it]), .. genes.Live(ProfileKind.Staff).Select(it => it.Profile)];
        var check = LaboratoryCheck.Of(samples, staff, [], ladders);
        if (check.Refusal is { } refusal) _problems.Add(new(BatchFault.Refused, Refusal: refusal));
        if (check.Value is not { } found) return;
        foreach (var label in found.Contaminated) Add(BatchFault.Contaminated, label);
        foreach (var (one, other) in found.Alike.Select(it => (it.First, it.Second)))
            if (donors[one] != donors[other] && !twins.Contains((one, other)) && !twins.Contains((other, one)))
                Add(BatchFault.Alike, one, other);
        foreach (var group in begun.GroupBy(it => it.Donor))
        {
            var all = group.Select(it => profiles[it.Label]).Concat(known[group.Key].Select(it => it.Profile)).ToList();
            foreach (var it in group)
                if (all.Any(other => LaboratoryCheck.Differ(profiles[it.Label], other)))
                    Add(BatchFault.Differs, it.Label);
        }
    }

    /// <summary>Families that would contradict themselves with these profiles. Two of them that agree with themselves
    /// once two tubes are exchanged are a problem of the batch.</summary>
    async Task<List<(FamilyId Family, IReadOnlyList<string> Markers)>> ContradictionsAsync(
        IReadOnlyList<BegunTyping> begun, IReadOnlyDictionary<string, Profile> profiles, CancellationToken cancel)
    {
        var labels = begun.Where(it => it.Kind == ProfileKind.Reference)
            .DistinctBy(it => it.Donor).ToDictionary(it => it.Donor, it => it.Label);
        var declared = await _families.DeclaredAsync([.. labels.Keys], cancel);
        var stored = (await _session.ReadAsync(
                [
                    .. declared.SelectMany(it => it.Members).Select(it => it.Accession).OfType<AccessionNumber>()
                        .Distinct(),
                ],
                cancel))
            .ToDictionary(it => it.Accession, it => it.Profile);
        var found = new List<(DeclaredFamily Family, Contradiction Contradiction)>();
        foreach (var family in declared)
            if (Contradiction.Of(Engine(family, labels, stored, profiles), ladders) is { } contradiction)
                found.Add((family, contradiction));
        foreach (var (first, second) in Exchanges(found.ConvertAll(it => it.Family), labels).Take(MostExchanges))
        {
            var exchanged = profiles.ToDictionary();
            exchanged[first.Label] = profiles[second.Label];
            exchanged[second.Label] = profiles[first.Label];
            if (Contradiction.Of(Engine(first.Family, labels, stored, exchanged), ladders) is null
                && Contradiction.Of(Engine(second.Family, labels, stored, exchanged), ladders) is null)
                Add(BatchFault.Exchanged, first.Label, second.Label);
        }
        return found.ConvertAll(it => (it.Family.Family, it.Contradiction.Markers));
    }

    /// <summary>Each tube of this batch in one of these families with each in another.</summary>
    static IEnumerable<((DeclaredFamily Family, string Label) First, (DeclaredFamily Family, string Label) Second)>
        Exchanges(List<DeclaredFamily> families, Dictionary<GeneDonorId, string> labels)
    {
        IEnumerable<string> TubesOf(DeclaredFamily family) => family.Members
            .SelectMany(it => it.Donors).Where(labels.ContainsKey).Select(it => labels[it]);
        return from i in Enumerable.Range(0, families.Count)
               from other in families.Skip(i + 1)
               from first in TubesOf(families[i])
               from second in TubesOf(other)
               where first != second
               select ((families[i], first), (other, second));
    }

    static Family Engine(
        DeclaredFamily declared,
        Dictionary<GeneDonorId, string> labels,
        Dictionary<AccessionNumber, Profile> stored,
        IReadOnlyDictionary<string, Profile> profiles)
    {
        var family = declared.ToGeneFamily(default, 1);
        Genetics.Primitives.Check.That(family.IsValid, "a family was declared with a pedigree");
        var typed = declared.Members.Select(it =>
            it.IsMissing ? null
            : it.Donors.Where(labels.ContainsKey).Select(donor => profiles[labels[donor]]).FirstOrDefault()
                ?? (it.Accession is { } accession ? stored.GetValueOrDefault(accession) : null));
        var missing = declared.Members.Index().Where(it => it.Item.IsMissing).Select(it => it.Index);
        return new("", family.Value.Pedigree!, [.. typed], [.. missing]);
    }

    async Task<List<(AccessionNumber, AccessionNumber?)>?> AcceptAsync(
        IReadOnlyList<BegunTyping> begun,
        IReadOnlyDictionary<string, Profile> profiles,
        ILookup<GeneDonorId, AcceptedProfile> known,
        CancellationToken cancel)
    {
        var accepted = new List<(AccessionNumber, AccessionNumber?)>();
        var replaced = new HashSet<AccessionNumber>();
        await using var batch = await _session.AcceptAsync(cancel);
        foreach (var it in begun)
        {
            var profile = profiles[it.Label];
            // A typing with every marker of an earlier one takes its place; any other stands beside it.
            AccessionNumber? supersedes = known[it.Donor]
                .Where(old => old.Kind == it.Kind && old.Profile.Genotypes.Keys.All(profile.Genotypes.ContainsKey))
                .Select(old => (AccessionNumber?)old.Accession).LastOrDefault(old => replaced.Add(old!.Value));
            var result = batch.Add(new()
            {
                Accession = it.Accession,
                Donor = it.Donor,
                Kind = it.Kind,
                Profile = profile,
                Supersedes = supersedes,
            });
            if (result is AcceptanceResult.Accepted or AcceptanceResult.AlreadyThere)
                accepted.Add((it.Accession, supersedes));
            else Add(
                result == AcceptanceResult.DonorErased ? BatchFault.Erased : BatchFault.BegunOtherwise, it.Label);
        }
        if (_problems.Count > 0) return null;
        batch.Commit();
        return accepted;
    }

    void Add(BatchFault fault, string label, string other = "") => _problems.Add(new(fault, label, other));

    T? Taken<T>(Genetics.Primitives.Outcome<T> outcome)
        where T : class
    {
        if (outcome.Refusal is { } refusal) _problems.Add(new(BatchFault.Refused, Refusal: refusal));
        return outcome.Value;
    }
}
