using Homeward.Cases.Identification;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Profiles;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;
using Homeward.Server.Genes;
using Homeward.Storage.Genes;
using Homeward.Tests.Search;

namespace Homeward.Tests.Storage.Genes;

/// <summary>A history of arrivals, corrections, withdrawals, exclusions and interrupted searches, kept a second time in
/// plain lists: what the database must come to.</summary>
sealed class SearchHistory(GeneTestDatabase database, int seed, CancellationToken cancel) : IDisposable
{
    readonly Random _random = new(seed);
    readonly MadeUpStudy _study = MadeUpStudy.Plain(seed, markers: 6);
    readonly Ids _ids = new(TimeProvider.System);
    readonly HashSet<string> _excluded = [];
    double _threshold = 0.3;
    int _families;
    (GeneSearch Search, double Threshold)? _resident;

    public sealed record Kept(AccessionNumber Accession, GeneDonorId Donor, Profile Profile, long Number);

    public sealed record KeptFamily(GeneFamily Family, Dictionary<string, Kept?> Profiles, long Touched);

    public List<Kept> Children { get; } = [];

    public List<KeptFamily> Families { get; } = [];

    public SearchLedger Ledger => new(database.Genes);

    public SearchSettings Settings => new()
    {
        Populations = _study.Populations,
        Threshold = _threshold,
        AlternativePrior = 1,
        ExplainedRanks = 0,
        Scan = new() { Kernel = ScanKernel.Scalar, Threads = 1 },
    };

    /// <summary>The one that lives through all of this; another one when the terms change, or when it was
    /// killed.</summary>
    public GeneSearch Resident
    {
        get
        {
            if (_resident is { } known && known.Threshold == _threshold) return known.Search;
            _resident?.Search.Dispose();
            _resident = (NewSearch(), _threshold);
            return _resident.Value.Search;
        }
    }

    /// <summary>With so few at a time that even a made-up country takes several rounds of both kinds.</summary>
    public GeneSearch NewSearch(GeneDatabase? genes = null) =>
        new(genes ?? database.Genes, Settings) { MostOneByOne = _random.Next(4), FamiliesAtATime = 3 };

    /// <summary>By the one that lives on, or by one from nothing, as a command makes it.</summary>
    public void Search()
    {
        if (_random.Next(2) == 0)
        {
            Resident.Begin();
            Resident.Run(done: null, cancel);
            return;
        }
        using var once = NewSearch();
        once.Begin();
        once.Run(done: null, cancel);
    }

    public void Dispose() => _resident?.Search.Dispose();

    /// <summary>Another threshold: everybody is to be searched again.</summary>
    public void Harder() => _threshold += 0.01;

    public Task StepWithAChildAsync() => ArriveAsync(withChild: true);

    /// <summary>The number of a relative's profile that belongs to no family.</summary>
    public async Task<AccessionNumber> AcceptRelativeAsync() =>
        (await AcceptAsync(_study.Family("idle").Child.Profile, ProfileKind.Reference))!.Accession;

    /// <summary>One step of any kind.</summary>
    public async Task StepAsync()
    {
        switch (_random.Next(11))
        {
            case 0 or 1: await ArriveAsync(withChild: true); break;
            case 2: await ArriveAsync(withChild: false); break;
            case 3: await WithdrawChildAsync(); break;
            case 4: await WithdrawRelativeAsync(); break;
            case 5: await BetterChildAsync(); break;
            case 6: await BetterRelativeAsync(); break;
            case 7: await EndFamilyAsync(); break;
            case 8: Search(); break;
            case 9: SearchAndDie(); break;
            case 10 when _random.Next(4) == 0: _threshold += 0.01; break;
            default: await ExcludeAsync(); break;
        }
    }

    /// <summary>The pairs of one search from nothing of everybody who is there, less what people have excluded on the
    /// same evidence.</summary>
    public List<(string Child, string Family, string Member, double Log10)> OfOneCleanRun()
    {
        var families = Families.Where(it => it.Family.Pedigree is not null).Select(EngineFamily).ToList();
        if (families.Count == 0 || Children.Count == 0) return [];
        var result = new FamilySearch(Settings, [.. Children.Select(it => new RescuedChild(Named(it)))])
            .Run(families, cancel: cancel);
        return
        [
            .. result.Candidates
                .Where(it => !_excluded.Contains(ContentsOf(it.Child, it.Family, it.Missing)))
                .Select(it => (it.Child, it.Family, it.Missing, it.Log10))
                .Order(),
        ];
    }

    public List<(string Child, string Family, string Member, double Log10)> OfTheLedger() =>
    [
        .. Ledger.OpenCandidates()
            .Select(it => (it.Pair.Child.Text, it.Pair.Family.Value.ToString("N"), it.Pair.Member, it.Pair.Log10))
            .Order(),
    ];

    async Task ArriveAsync(bool withChild)
    {
        var (family, child) = _study.Family("F" + ++_families);
        var profiles = new Dictionary<string, Kept?>();
        foreach (var (member, profile) in family.Pedigree.Members.Zip(family.Profiles))
            profiles[member.Id] = profile is null ? null : await AcceptAsync(profile, ProfileKind.Reference);
        var members = family.Pedigree.Members.Select((it, i) => new GeneFamilyMember(
            it.Id, it.Sex, IdOf(family, it.Father), IdOf(family, it.Mother), profiles[it.Id]?.Accession,
            family.Missing.Contains(i)));
        var made = GeneFamily.From(new(_ids.Next()), 1, [.. members]).Value!;
        var inbox = new FamilyInbox(database.Session);
        Assert.Equal(AcceptanceResult.Accepted, await inbox.TakeAsync(made, cancel));
        Assert.Equal(AcceptanceResult.AlreadyThere, await inbox.TakeAsync(made, cancel));
        Families.Add(new(made, profiles, database.Genes.Version()));
        if (withChild) Children.Add((await AcceptAsync(child.Profile, ProfileKind.Unidentified))!);
    }

    async Task WithdrawChildAsync()
    {
        if (Pick(Children) is not { } child) return;
        await GoAsync(child);
        Children.Remove(child);
        Assert.DoesNotContain(Ledger.OpenCandidates(), it => it.Pair.Child == child.Accession);
    }

    async Task WithdrawRelativeAsync()
    {
        if (PickRelative() is not ({ } family, { } member)) return;
        var profile = family.Profiles[member]!;
        await GoAsync(profile);
        Replace(family, member, null);
        // What rested on it is gone in the same moment.
        Assert.DoesNotContain(Ledger.OpenCandidates(), it => it.Pair.Family == family.Family.Id);
    }

    async Task BetterChildAsync()
    {
        if (Pick(Children) is not { } child) return;
        var better = await AcceptAsync(
            Less(child.Profile), ProfileKind.Unidentified, child.Donor, child.Accession);
        Children.Remove(child);
        Children.Add(better!);
    }

    /// <summary>Consent is taken back; or all that the donor ever gave is erased, key and all.</summary>
    async Task GoAsync(Kept gone)
    {
        if (_random.Next(3) > 0)
            Assert.True(await database.Session.WithdrawAsync(gone.Accession, WithdrawalReason.Consent, cancel));
        else
            Assert.Equal(
                [gone.Donor],
                await new DonorErasure(database.Genes).EraseAsync(GeneTestDatabase.Analyst, [gone.Donor], cancel));
    }

    async Task BetterRelativeAsync()
    {
        if (PickRelative() is not ({ } family, { } member)) return;
        var old = family.Profiles[member]!;
        Replace(family, member, await AcceptAsync(
            Less(old.Profile), ProfileKind.Reference, old.Donor, old.Accession));
    }

    async Task EndFamilyAsync()
    {
        if (_random.Next(3) > 0 || Pick(Families) is not { } family) return;
        var ended = GeneFamily.Ended(family.Family.Id, family.Family.Version + 1);
        Assert.Equal(AcceptanceResult.Accepted, await new FamilyInbox(database.Session).TakeAsync(ended, cancel));
        Families.Remove(family);
        Assert.DoesNotContain(Ledger.OpenCandidates(), it => it.Pair.Family == family.Family.Id);
    }

    /// <summary>Gets to some step of a search, and no further; what was in memory is gone, or not.</summary>
    void SearchAndDie()
    {
        var search = Resident;
        search.Begin();
        search.Refresh(cancel);
        for (var round = _random.Next(3); round > 0 && search.Round(cancel) is not null; round--)
            search.Refresh(cancel);
        if (search.Next(cancel) is not ({ } work, { } findings)) return;
        var after = _random.Next(findings.Pairs.Count + 1);
        var dying = findings with { Pairs = new Dying<GenePair>(findings.Pairs, after) };
        var (before, left) = (Ledger.CandidatesAfter(0, int.MaxValue).Count, Ledger.Alarms());
        Assert.Throws<Dying<GenePair>.Killed>(() => Ledger.Complete(work, dying));
        Assert.Equal(before, Ledger.CandidatesAfter(0, int.MaxValue).Count);
        Assert.Equal(left.Children, Ledger.Alarms().Children);
        Assert.Equal(left.Families, Ledger.Alarms().Families);
        if (_random.Next(2) == 0) return;
        search.Dispose();
        _resident = null;
    }

    /// <summary>A relative of this family is typed anew.</summary>
    public async Task RetypeAsync(GeneFamilyId id)
    {
        var family = Families.Single(it => it.Family.Id == id);
        var (member, old) = family.Profiles.First(it => it.Value is not null);
        Replace(family, member, await AcceptAsync(
            old!.Profile with { DropOut = old.Profile.DropOut + 0.001 }, ProfileKind.Reference, old.Donor,
            old.Accession));
    }

    Task ExcludeAsync() =>
        Pick(Ledger.OpenCandidates()) is { } candidate ? ExcludeAsync(candidate) : Task.CompletedTask;

    public async Task ExcludeAsync(GeneCandidate candidate)
    {
        // The list may be of an earlier threshold; what it names is what is there now all the same.
        Assert.True(await database.Session.ExcludeAsync(candidate, cancel));
        Assert.False(await database.Session.ExcludeAsync(candidate, cancel));
        _excluded.Add(ContentsOf(
            candidate.Pair.Child.Text, candidate.Pair.Family.Value.ToString("N"), candidate.Pair.Member));
    }

    /// <summary>The evidence of a pair in the clear: what its hash must tell apart and nothing else.</summary>
    string ContentsOf(string child, string family, string member)
    {
        var kept = Families.Single(it => it.Family.Id.Value.ToString("N") == family);
        var mine = Children.Single(it => it.Accession.Text == child);
        return string.Join('\n', kept.Profiles.OrderBy(it => it.Key, StringComparer.Ordinal)
            .Select(it => $"{it.Key} {it.Value?.Donor} {TextOf(it.Value?.Profile)}")
            .Prepend($"{mine.Donor} {TextOf(mine.Profile)} {family} {member}"));
    }

    static string TextOf(Profile? profile) => profile is null ? "-"
        : $"{profile.DropOut:R} " + string.Join(' ', profile.Genotypes.OrderBy(it => it.Key, StringComparer.Ordinal)
            .Select(it => $"{it.Key}={it.Value}"));

    Family EngineFamily(KeptFamily kept) => new(
        kept.Family.Id.Value.ToString("N"),
        kept.Family.Pedigree!,
        [.. kept.Family.Members.Select(it => kept.Profiles[it.Id] is { } profile ? Named(profile) : null)],
        [.. kept.Family.Members.Index().Where(it => it.Item.IsMissing).Select(it => it.Index)]);

    static Profile Named(Kept kept) => kept.Profile with { Id = kept.Accession.Text };

    async Task<Kept?> AcceptAsync(
        Profile profile, ProfileKind kind, GeneDonorId? donor = null, AccessionNumber? supersedes = null)
    {
        var acceptance = new Acceptance
        {
            Accession = AccessionNumber.Draw(),
            Donor = donor ?? new(_ids.Next()),
            Kind = kind,
            Profile = profile,
            Supersedes = supersedes,
        };
        await using var batch = await database.Session.AcceptAsync(cancel);
        Assert.Equal(AcceptanceResult.Accepted, batch.Add(acceptance));
        batch.Commit();
        return new(acceptance.Accession, acceptance.Donor, profile, batch.Version);
    }

    /// <summary>The profile without one of its markers: another typing, with another LR.</summary>
    Profile Less(Profile profile)
    {
        if (profile.Genotypes.Count < 2) return profile with { DropOut = profile.DropOut + 0.01 };
        var left = profile.Genotypes.Keys.Order(StringComparer.Ordinal)
            .ElementAt(_random.Next(profile.Genotypes.Count));
        return profile with { Genotypes = profile.Genotypes.Where(it => it.Key != left).ToDictionary() };
    }

    void Replace(KeptFamily family, string member, Kept? profile)
    {
        var profiles = new Dictionary<string, Kept?>(family.Profiles) { [member] = profile };
        Families[Families.IndexOf(family)] = family with { Profiles = profiles, Touched = database.Genes.Version() };
    }

    (KeptFamily? Family, string? Member) PickRelative()
    {
        if (Pick(Families) is not { } family) return (null, null);
        return (family, Pick(family.Profiles.Where(it => it.Value is not null).Select(it => it.Key).ToList()));
    }

    T? Pick<T>(IReadOnlyList<T> from)
        where T : class => from.Count == 0 ? null : from[_random.Next(from.Count)];

    static string? IdOf(Family family, int parent) => parent < 0 ? null : family.Pedigree.Members[parent].Id;
}
