using System.Globalization;
using Homeward.Cases.Families;
using Homeward.Cases.Identification;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;
using Homeward.Server.Genes;
using Homeward.Storage;
using Homeward.Storage.Families;
using Homeward.Storage.Genes;
using Homeward.Storage.Identification;
using Homeward.Storage.Samples;
using Homeward.Tests.Search;
using Homeward.Tests.Storage.Databases;
using Homeward.Tests.Storage.Genes;
using Homeward.Tests.Storage.Rules;
using Homeward.Tests.Storage.Samples;
using static Homeward.Tests.Storage.Databases.MadeUpState;
using EngineFamily = Homeward.Genetics.Kinship.Family;
using Person = Homeward.Cases.People.Person;

namespace Homeward.Tests.Storage.Identification;

/// <summary>People report, give samples, are typed, take consents back; laboratories and carriers die anywhere. The
/// same is kept in plain lists: what both databases must come to.</summary>
sealed class CarriedHistory(TestDatabase cases, GeneTestDatabase genes, int seed)
{
    readonly Random _random = new(seed);
    readonly MadeUpStudy _study = MadeUpStudy.Plain(seed, markers: 6);
    readonly SampleWorld _world = new(cases);
    readonly HashSet<(AccessionNumber, GeneFamilyId, string, string)> _excluded = [];
    readonly HashSet<AccessionNumber> _withdrawn = [];
    double _threshold = 0.3;
    int _count;

    public sealed class Donor(PersonId person, Sample sample, Profile profile)
    {
        public PersonId Person { get; } = person;
        public Sample Sample { get; } = sample;
        public Profile Profile { get; set; } = profile;
        public AccessionNumber Accession { get; set; }
        public bool IsWithdrawn { get; set; }
    }

    public sealed record Declared(
        FamilyId Id, GeneFamilyId GeneId, Pedigree Pedigree, IReadOnlyList<Donor?> Members, IReadOnlyList<int> Missing);

    public List<Donor> Children { get; } = [];
    public List<Declared> Families { get; } = [];
    public SearchLedger Ledger => new(genes.Genes);
    public CandidateStore Candidates => new(_world.Laboratory);
    public FamilySearchStore FamilySearch => new(_world.Laboratory);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    GeneSession Session => genes.Genes.For(
        new(Analyst.Id, Analyst.Agency), Homeward.Cases.Audit.Purpose.Identification);

    GeneCarrier Carrier => new(_world.Laboratory, genes.Genes, _study.Populations[0]);

    public SearchSettings Settings => new()
    {
        Populations = _study.Populations,
        Threshold = _threshold,
        AlternativePrior = 1,
        ExplainedRanks = 0,
        Scan = new() { Kernel = ScanKernel.Scalar, Threads = 1 },
    };

    public Task StepAsync() => _random.Next(11) switch
    {
        0 or 1 or 2 => ArriveAsync(),
        3 => WithdrawAsync(Pick(Children)),
        4 => WithdrawAsync(Pick(Relatives)),
        5 => TypeAgainAsync(Pick(Children)),
        6 => TypeAgainAsync(Pick(Relatives)),
        7 => EndAsync(),
        8 => ExcludeAsync(),
        9 => CarryAndDieAsync(_random.Next(8)),
        _ => SearchAsync(),
    };

    /// <summary>Everything that is left to be done, and nobody dies.</summary>
    public async Task SettleAsync()
    {
        await Carrier.SendAsync(Cancel);
        await SearchAsync();
        await Carrier.RunAsync(Cancel);
    }

    /// <summary>A whole round, no search.</summary>
    public Task CarryAsync() => Carrier.RunAsync(Cancel);

    public void Harder() => _threshold += 0.01;

    public async Task<List<(string, string, string, double)>> OfTheCasesAsync() =>
    [
        .. (await Candidates.OpenAsync(Cancel))
            .Select(it => (it.Child.Text, it.Family.Value.ToString("N"), it.Member, it.Log10)).Order(),
    ];

    /// <summary>Profiles that the gene database would still search although their consent was taken back.</summary>
    public IEnumerable<AccessionNumber> WithdrawnAndStillSearched() =>
        _withdrawn.Intersect(new[] { ProfileKind.Unidentified, ProfileKind.Reference }
            .SelectMany(genes.Genes.Live).Select(it => it.Accession));

    /// <summary>One search from nothing of everybody who may be searched.</summary>
    public async Task<List<(string Child, string Family, string Member, double Log10)>> OfOneCleanRunAsync()
    {
        var held = (await FamilySearch.HeldAsync(Cancel)).Select(it => it.Family).ToHashSet();
        var families = Families.Where(it => !held.Contains(it.Id)).Select(Engine).ToList();
        RescuedChild[] children = [.. Children.Where(it => !it.IsWithdrawn).Select(it => new RescuedChild(Named(it)))];
        if (families.Count == 0 || children.Length == 0) return [];
        var open = Ledger.CandidatesAfter(0, int.MaxValue);
        return
        [
            .. new FamilySearch(Settings, children).Run(families, cancel: Cancel).Candidates
                .Select(it => (it.Child, it.Family, it.Missing, it.Log10))
                // Excluded on this evidence; the last candidate of the pair says which that is.
                .Where(pair => open.LastOrDefault(it => IsPair(it, pair)) is not { } last || !_excluded.Contains(
                    (last.Pair.Child, last.Pair.Family, last.Pair.Member, last.Evidence)))
                .Order(),
        ];
    }

    /// <summary>A family with a stranger's profile in the place of one of its own.</summary>
    public async Task<Declared> StrangersAsync()
    {
        EngineFamily mixed;
        do
        {
            var (family, other) = (Drawn("S").Family, Drawn("O").Family);
            var stranger = other.Profiles[other.Typed.Last()];
            var last = family.Typed.Last();
            mixed = new(
                family.Id, family.Pedigree, [.. family.Profiles.Select((it, i) => i == last ? stranger : it)],
                family.Missing);
        }
        while (Contradiction.Of(mixed, _study.Populations[0]) is null);
        return await DeclareAsync(mixed, mixed.Profiles);
    }

    public Task<IdentityRegion> IdentityOfAsync(Donor child) =>
        new CandidateStore(cases.As(Matron)).IdentityOfAsync(child.Person, Cancel);

    public async Task ReleaseAsync(FamilyId family) => Allowed(await FamilySearch.ReleaseAsync(family, Cancel));

    public EngineFamily Engine(Declared it) => new(
        it.GeneId.Value.ToString("N"),
        it.Pedigree,
        [.. it.Members.Select(donor => donor is { IsWithdrawn: false } ? Named(donor) : null)],
        it.Missing);

    public bool IsSearched(GeneFamilyId family)
    {
        var isSearched = false;
        new GeneHistory(genes.Genes).Families(
            0, genes.Genes.Version(), threads: 1,
            some => isSearched |= some.Any(it => it.Family.Id == family && it.Family.Pedigree is not null), Cancel);
        return isSearched;
    }

    public bool Contradicts(Declared family) =>
        Contradiction.Of(Engine(family), _study.Populations[0]) is not null;

    public async Task ArriveAsync()
    {
        var (family, child) = Drawn("F");
        await DeclareAsync(family, family.Profiles);
        if (_random.Next(3) == 0) return;
        Children.Add(await GiveAsync(await _world.People.PersonAsync(), DonorRole.Rescued, child.Profile));
    }

    async Task<Declared> DeclareAsync(EngineFamily family, IEnumerable<Profile?> profiles)
    {
        var (names, people) = (family.Pedigree.Members, new Dictionary<string, Person>());
        foreach (var it in names) people.Add(it.Id, new() { Id = _world.People.NewPersonId(), Sex = SexOf(it.Sex) });
        var id = new FamilyId(_world.Police.NewId());
        var draft = Draft(_world.Police, id, family, people);
        Allowed(await new FamilyStore(_world.Police).ReportAsync([draft], Cancel));
        // Before, between or after the samples: whichever comes first, the family is whole in the end.
        var activates = _random.Next(2) == 0;
        if (activates) Allowed(await new FamilySearchStore(_world.Police).ActivateAsync(id, Cancel));
        var donors = new Dictionary<string, Donor>();
        foreach (var (member, profile) in names.Zip(profiles))
            if (profile is not null)
                donors.Add(member.Id, await GiveAsync(people[member.Id].Id, DonorRole.Relative, profile));
        if (!activates) Allowed(await new FamilySearchStore(_world.Police).ActivateAsync(id, Cancel));
        // In the order of their names, under which the gene database knows them by their places.
        string[] places = [.. names.Select(it => it.Id).Order(StringComparer.Ordinal)];
        string? PlaceOf(int parent) => parent < 0 ? null : Place(names[parent].Id);
        string Place(string name) => (Array.IndexOf(places, name) + 1).ToString(CultureInfo.InvariantCulture);
        var rows = places.Select(name => names.Single(it => it.Id == name))
            .Select(it => new PedigreeRow(Place(it.Id), it.Sex, PlaceOf(it.Father), PlaceOf(it.Mother)));
        var declared = new Declared(
            id, await GeneIdAsync(id), Pedigree.From([.. rows]).Value!,
            [.. places.Select(it => donors.GetValueOrDefault(it))],
            [.. places.Index().Where(it => family.Missing.Any(m => names[m].Id == it.Item)).Select(it => it.Index)]);
        Families.Add(declared);
        return declared;
    }

    async Task<Donor> GiveAsync(PersonId person, DonorRole role, Profile profile)
    {
        var donor = new Donor(person, await _world.AtTheLaboratoryAsync(role, person), profile);
        await TypeAsync(donor, supersedes: null);
        return donor;
    }

    /// <summary>As a laboratory does: begun here, accepted there, noted here. It may die before the last step, or
    /// before the second and begin again.</summary>
    async Task TypeAsync(Donor donor, AccessionNumber? supersedes)
    {
        if (_random.Next(5) == 0) Allowed(await _world.BeginAsync(donor.Sample));
        var begun = Allowed(await _world.BeginAsync(donor.Sample)).Single();
        await using (var batch = await Session.AcceptAsync(Cancel))
        {
            Assert.Equal(AcceptanceResult.Accepted, batch.Add(new()
            {
                Accession = begun.Accession,
                Donor = begun.Donor,
                Kind = begun.Kind,
                Profile = donor.Profile,
                Supersedes = supersedes,
            }));
            batch.Commit();
        }
        donor.Accession = begun.Accession;
        if (_random.Next(4) == 0) return;
        Allowed(await new TypingStore(_world.Laboratory).AcceptAsync([(begun.Accession, supersedes)], Cancel));
    }

    async Task TypeAgainAsync(Donor? donor)
    {
        if (donor is null or { IsWithdrawn: true }) return;
        // One that was not noted is noted by the next round, and typed again then.
        await Carrier.SendAsync(Cancel);
        donor.Profile = donor.Profile with { DropOut = donor.Profile.DropOut + 0.001 };
        await TypeAsync(donor, donor.Accession);
    }

    public async Task WithdrawAsync(Donor? donor)
    {
        if (donor is null or { IsWithdrawn: true }) return;
        Allowed(await new ConsentStore(_world.Police).WithdrawAsync(donor.Sample.Consent, Cancel));
        donor.IsWithdrawn = true;
        _withdrawn.Add(donor.Accession);
        // Gone from what analysts see at once, whatever the carrier does.
        if (donor.Sample.Role == DonorRole.Rescued)
            Assert.DoesNotContain(await Candidates.OpenAsync(Cancel), it => it.Child == donor.Accession);
    }

    async Task EndAsync()
    {
        if (_random.Next(3) > 0 || Pick(Families) is not { } family) return;
        Allowed(await new FamilySearchStore(_world.Police).EndAsync(family.Id, Cancel));
        Families.Remove(family);
        Assert.DoesNotContain(await Candidates.OpenAsync(Cancel), it => it.Family == family.GeneId);
    }

    async Task ExcludeAsync()
    {
        if (Pick(await Candidates.OpenAsync(Cancel)) is not { } candidate) return;
        Allowed(await Candidates.ExcludeAsync(candidate.Number, ExclusionReason.Markers, Cancel));
        _excluded.Add((candidate.Child, candidate.Family, candidate.Member, candidate.Evidence));
    }

    /// <summary>A round that ends after some steps.</summary>
    /// <returns>False when it came to its end before that.</returns>
    public async Task<bool> CarryAndDieAsync(int left)
    {
        await foreach (var _ in Carrier.StepsAsync(Cancel))
            if (left-- == 0) return true;
        return false;
    }

    Task SearchAsync()
    {
        using var search = new GeneSearch(genes.Genes, Settings);
        search.Begin();
        search.Run(done: null, Cancel);
        return Task.CompletedTask;
    }

    (EngineFamily Family, RescuedChild Child) Drawn(string name) =>
        _study.Family(string.Create(CultureInfo.InvariantCulture, $"{name}{++_count}"));

    IReadOnlyList<Donor> Relatives => [.. Families.SelectMany(it => it.Members).OfType<Donor>()];

    public static FamilyDraft Draft(
        CaseSession police, FamilyId id, EngineFamily family, Dictionary<string, Person> people) => new()
        {
            Family = new() { Id = id, Code = "SYNTHETIC " + id.Value, By = Officer.Id, At = police.Now },
            Members =
        [
            .. family.Pedigree.Members.Select((it, i) => new FamilyMember
            {
                Family = id,
                Name = it.Id,
                Father = it.Father < 0 ? null : family.Pedigree.Members[it.Father].Id,
                Mother = it.Mother < 0 ? null : family.Pedigree.Members[it.Mother].Id,
                Sex = SexOf(it.Sex),
                Person = people[it.Id].Id,
                IsMissing = family.Missing.Contains(i),
            }),
        ],
            People = [.. people.Values.Select(it => (it, Array.Empty<PersonName>()))],
            Report = new()
            {
                Id = new(police.NewId()),
                Number = "SYNTHETIC",
                Agency = Police.Id,
                Missing = people[family.Pedigree.Members[family.Missing[0]].Id].Id,
                Family = id,
                Category = MissingCategory.Unknown,
                Region = County.Code,
                By = Officer.Id,
                At = police.Now,
            },
        };

    async Task<GeneFamilyId> GeneIdAsync(FamilyId family)
    {
        await using var connection = await cases.RawAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT gene_family_id FROM gene_families WHERE family_id = {RawSql.Literal(family)}";
        return new(Guid.Parse((await command.ExecuteScalarAsync(Cancel))!.ToString()!));
    }

    static bool IsPair(GeneCandidate it, (string Child, string Family, string Member, double Log10) pair) =>
        (it.Pair.Child.Text, it.Pair.Family.Value.ToString("N"), it.Pair.Member)
        == (pair.Child, pair.Family, pair.Member);

    static Profile Named(Donor donor) => donor.Profile with { Id = donor.Accession.Text };

    public static Homeward.Cases.People.Sex SexOf(Homeward.Genetics.Pedigrees.Sex sex) => sex switch
    {
        Homeward.Genetics.Pedigrees.Sex.Female => Homeward.Cases.People.Sex.Female,
        Homeward.Genetics.Pedigrees.Sex.Male => Homeward.Cases.People.Sex.Male,
        Homeward.Genetics.Pedigrees.Sex.Unknown => Homeward.Cases.People.Sex.Unknown,
    };

    T? Pick<T>(IReadOnlyList<T> from)
        where T : class => from.Count == 0 ? null : from[_random.Next(from.Count)];
}
