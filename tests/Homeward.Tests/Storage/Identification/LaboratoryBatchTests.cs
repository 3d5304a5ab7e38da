using Homeward.Cases.Families;
using Homeward.Cases.Samples;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Genetics.Profiles;
using Homeward.Server.Genes;
using Homeward.Storage.Families;
using Homeward.Storage.Samples;
using Homeward.Tests.Search;
using Homeward.Tests.Storage.Databases;
using Homeward.Tests.Storage.Genes;
using Homeward.Tests.Storage.Samples;
using static Homeward.Tests.Storage.Databases.MadeUpState;
using EngineFamily = Homeward.Genetics.Kinship.Family;
using Person = Homeward.Cases.People.Person;

namespace Homeward.Tests.Storage.Identification;

/// <summary>A laboratory hands its export in by the labels of its tubes.</summary>
public sealed class LaboratoryBatchTests(SqliteTestDatabase cases, SqliteGeneTestDatabase genes)
    : IClassFixture<SqliteTestDatabase>, IClassFixture<SqliteGeneTestDatabase>, IDisposable
{
    static int _seed = 20110727;

    readonly MadeUpStudy _study = MadeUpStudy.Plain(Interlocked.Increment(ref _seed), markers: 14);
    readonly SampleWorld _world = new(cases);
    readonly StringWriter _told = new();

    public void Dispose() => _told.Dispose();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_goes_in_whole_and_the_same_again_changes_nothing()
    {
        var (family, samples) = await DeclaredAsync(Couple());
        var profiles = Labelled(samples, family);

        var first = await RunAsync(profiles);
        var version = genes.Genes.Version();
        var again = await RunAsync(profiles);

        Assert.Equal((2, 0), (first!.Accepted, first.AlreadyThere));
        Assert.Empty(first.Held);
        Assert.Equal((0, 2), (again!.Accepted, again.AlreadyThere));
        Assert.Equal(version, genes.Genes.Version());
        var facts = await FactsAsync(samples);
        Assert.All(facts, it => Assert.Single(it.LiveOfDonor));
        // A further export with a marker more takes the place of the first.
        var label = samples[0].Label;
        var more = profiles[label] with
        {
            Genotypes = new Dictionary<string, Genotype>(profiles[label].Genotypes)
            {
                ["TH01"] = new(Genetics.Markers.Allele.Repeats(6), Genetics.Markers.Allele.Repeats(7)),
            },
        };
        Assert.Equal(1, (await RunAsync(new() { [label] = more }))!.Accepted);
        Assert.NotEqual(facts[0].LiveOfDonor, (await FactsAsync(samples))[0].LiveOfDonor);
        Assert.Single((await FactsAsync(samples))[0].LiveOfDonor);
    }

    [Fact]
    public async Task Every_problem_is_told_with_its_place_and_nothing_is_taken()
    {
        var (family, samples) = await DeclaredAsync(Couple());
        var opened = await _world.AtTheLaboratoryAsync(DonorRole.Relative, isIntact: false);
        var elsewhere = Allowed(await _world.TakeAsync(
            await _world.ConsentAsync(await _world.People.PersonAsync(), SampleWorld.ForAll)));
        var profiles = Labelled(samples, family);
        profiles[opened.Label] = Stranger();
        profiles[elsewhere.Label] = Stranger();
        profiles["NOWHERE"] = Stranger();
        var version = genes.Genes.Version();

        Assert.Null(await RunAsync(profiles));

        Assert.Contains($"sample {opened.Label}", _told.ToString(), StringComparison.Ordinal);
        Assert.Contains($"sample {elsewhere.Label}", _told.ToString(), StringComparison.Ordinal);
        Assert.Contains("sample NOWHERE", _told.ToString(), StringComparison.Ordinal);
        Assert.Equal(version, genes.Genes.Version());
        Assert.All(await FactsAsync(samples), it => Assert.Empty(it.Typings));
    }

    [Fact]
    public async Task One_profile_under_two_peoples_labels_is_refused_unless_they_are_twins()
    {
        var (one, other) = (await _world.AtTheLaboratoryAsync(DonorRole.Rescued),
            await _world.AtTheLaboratoryAsync(DonorRole.Rescued));
        var profile = Stranger();
        Dictionary<string, Profile> profiles = new()
        {
            [one.Label] = profile with { Id = one.Label },
            [other.Label] = profile with { Id = other.Label },
        };

        Assert.Null(await RunAsync(profiles));
        Assert.Contains("another person's", _told.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync(profiles, (other.Label, one.Label)))!.Accepted);
    }

    [Fact]
    public async Task Two_samples_of_one_person_must_agree()
    {
        var first = await _world.AtTheLaboratoryAsync(DonorRole.Rescued);
        var second = await _world.AtTheLaboratoryAsync(DonorRole.Rescued, first.Person);
        await RunAsync(new() { [first.Label] = Stranger() with { Id = first.Label } });

        Assert.Null(await RunAsync(new() { [second.Label] = Stranger() with { Id = second.Label } }));
        Assert.Contains("same person", _told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_works_there_is_found_among_the_samples()
    {
        var staff = await _world.AtTheLaboratoryAsync(DonorRole.Staff);
        var child = await _world.AtTheLaboratoryAsync(DonorRole.Rescued);
        var profile = Stranger();
        Assert.Equal(1, (await RunAsync(new() { [staff.Label] = profile with { Id = staff.Label } }))!.Accepted);

        Assert.Null(await RunAsync(new() { [child.Label] = profile with { Id = child.Label } }));
        Assert.Contains("contamination", _told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_that_contradicts_itself_is_named_and_not_searched()
    {
        var (family, samples) = await DeclaredAsync(Couple());
        var profiles = Labelled(samples, family);
        // The brother's tube holds somebody else.
        var last = samples[^1].Label;
        profiles[last] = Stranger() with { Id = last };

        var answer = await RunAsync(profiles);

        Assert.NotEmpty(Assert.Single(answer!.Held).Markers);
        Assert.Contains(
            await new FamilySearchStore(_world.Laboratory).HeldAsync(Cancel),
            it => it.Family.Value == answer.Held[0].Family && it.Kind == FamilyStepKind.Held);
    }

    [Fact]
    public async Task Exchanged_tubes_of_two_families_are_found_by_both()
    {
        var (one, first) = await DeclaredAsync(Couple());
        var (other, second) = await DeclaredAsync(Couple());
        var profiles = Labelled(first, one);
        foreach (var (label, profile) in Labelled(second, other)) profiles.Add(label, profile);
        var (a, b) = (first[^1].Label, second[^1].Label);
        (profiles[a], profiles[b]) = (profiles[b] with { Id = a }, profiles[a] with { Id = b });

        Assert.Null(await RunAsync(profiles));

        Assert.Contains($"sample {a}", _told.ToString(), StringComparison.Ordinal);
        Assert.Contains("look exchanged", _told.ToString(), StringComparison.Ordinal);
        Assert.All(await FactsAsync([.. first, .. second]), it => Assert.Empty(it.LiveOfDonor));
    }

    /// <summary>A mother and her other child, typed: the two contradict each other when one is a stranger.</summary>
    EngineFamily Couple()
    {
        for (var i = 0; ; i++)
        {
            var (family, _) = _study.Family("F");
            var typed = family.Typed.ToList();
            var members = family.Pedigree.Members;
            if (typed.Count == 2 && typed.Any(it => typed.Contains(members[it].Mother))
                && Contradiction.Of(family, _study.Populations[0]) is null)
                return family;
        }
    }

    Profile Stranger() => _study.Family("S").Child.Profile with { Id = "S" };

    async Task<LaboratoryBatch.Answer?> RunAsync(
        Dictionary<string, Profile> profiles, params (string, string)[] twins)
    {
        var refusals = new Refusals(new Terminal(TextWriter.Null, _told, json: false));
        var batch = new LaboratoryBatch(_world.Laboratory, genes.Genes, _study.Populations[0]);
        var answer = await batch.RunAsync(
            profiles.ToDictionary(it => it.Key, it => it.Value with { Id = it.Key }), twins.ToHashSet(), Cancel);
        foreach (var it in batch.Problems) refusals.Add("--profiles", it.Place, it.What);
        if (refusals.Any) refusals.Refuse();
        return answer;
    }

    static Dictionary<string, Profile> Labelled(IReadOnlyList<Sample> samples, EngineFamily family) =>
        samples.Zip(family.Typed).ToDictionary(
            it => it.First.Label, it => family.Profiles[it.Second]! with { Id = it.First.Label });

    async Task<List<SampleFacts>> FactsAsync(IReadOnlyList<Sample> samples)
    {
        var facts = await new SampleStore(_world.Laboratory).FactsAsync([.. samples.Select(it => it.Label)], Cancel);
        return [.. samples.Select(sample => facts.Single(it => it.Sample == sample.Id))];
    }

    /// <summary>Declared, activated, and its tubes in the laboratory: the samples of those who are typed, in order.
    /// </summary>
    async Task<(EngineFamily Family, List<Sample> Samples)> DeclaredAsync(EngineFamily family)
    {
        var people = family.Pedigree.Members.ToDictionary(
            it => it.Id, it => new Person { Id = _world.People.NewPersonId(), Sex = CarriedHistory.SexOf(it.Sex) });
        var id = new FamilyId(_world.Police.NewId());
        Allowed(await new FamilyStore(_world.Police).ReportAsync(
            [CarriedHistory.Draft(_world.Police, id, family, people)], Cancel));
        Allowed(await new FamilySearchStore(_world.Police).ActivateAsync(id, Cancel));
        var samples = new List<Sample>();
        foreach (var member in family.Typed)
            samples.Add(await _world.AtTheLaboratoryAsync(
                DonorRole.Relative, people[family.Pedigree.Members[member].Id].Id));
        return (family, samples);
    }
}
