using Homeward.Cases.Families;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Genetics.Profiles;
using Homeward.Storage.Families;
using Homeward.Storage.People;
using Homeward.Storage.Samples;
using Homeward.Tests.Storage.Databases;
using Homeward.Tests.Storage.Identification;
using Homeward.Tests.Storage.Samples;
using static Homeward.Tests.Storage.Databases.MadeUpState;
using EngineFamily = Homeward.Genetics.Kinship.Family;
using Person = Homeward.Cases.People.Person;

namespace Homeward.Tests.Storage.Families;

/// <summary>Two records turn out to be one human being: what he gave under either counts for his family.</summary>
public abstract class MergedFamilyContract(TestDatabase database)
{
    readonly SampleWorld _world = new(database);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_merge_brings_the_profile_of_the_other_record_into_the_family_and_its_reversal_takes_it_out()
    {
        var (family, people) = await DeclaredAsync();
        var (other, accession) = await TypedAsync(person: null);

        var merge = Allowed(await People.MergeAsync(other, people["FA"].Id, MergeBasis.RecordedTwice, Cancel));
        Assert.Contains(accession.Text, (await LastAsync(family))!, StringComparison.Ordinal);
        Allowed(await People.ReverseAsync(merge.Id, Cancel));

        var versions = await VersionsAsync(family);
        Assert.Equal([1, 2, 3], versions.Select(it => it.Version));
        Assert.DoesNotContain(accession.Text, versions[2].Body!, StringComparison.Ordinal);
        Assert.Equal(versions[0].Body, versions[2].Body);
    }

    [Fact]
    public async Task A_merge_that_changes_nothing_for_a_family_writes_no_version()
    {
        var (family, people) = await DeclaredAsync();

        Allowed(await People.MergeAsync(
            await _world.People.PersonAsync(), people["FA"].Id, MergeBasis.RecordedTwice, Cancel));

        Assert.Single(await VersionsAsync(family));
    }

    /// <summary>The pedigree is wrong then; it is searched all the same, with the profile in one place.</summary>
    [Fact]
    public async Task Two_members_of_a_family_who_are_one_have_their_profile_once()
    {
        var (family, people) = await DeclaredAsync();
        var (_, accession) = await TypedAsync(people["FA"].Id);

        Allowed(await People.MergeAsync(people["UN"].Id, people["FA"].Id, MergeBasis.RecordedTwice, Cancel));

        var body = (await LastAsync(family))!;
        Assert.Equal(2, body.Split(accession.Text).Length);
    }

    PeopleStore People => new(_world.Police);

    /// <summary>A father and his brother, a mother, a missing child; searched for.</summary>
    async Task<(FamilyId Id, Dictionary<string, Person> People)> DeclaredAsync()
    {
        var pedigree = Oracles.Family.Of("GF m, GM f, FA m GF GM, UN m GF GM, MO f, CH m FA MO");
        var family = new EngineFamily(
            "F", pedigree, new Profile?[pedigree.Members.Count], [pedigree.IndexOf("CH")]);
        var people = pedigree.Members.ToDictionary(
            it => it.Id,
            it => new Person { Id = _world.People.NewPersonId(), Sex = CarriedHistory.SexOf(it.Sex) });
        var id = new FamilyId(_world.Police.NewId());
        Allowed(await new FamilyStore(_world.Police).ReportAsync(
            [CarriedHistory.Draft(_world.Police, id, family, people)], Cancel));
        Allowed(await new FamilySearchStore(_world.Police).ActivateAsync(id, Cancel));
        return (id, people);
    }

    async Task<(PersonId Person, AccessionNumber Accession)> TypedAsync(PersonId? person)
    {
        var sample = await _world.AtTheLaboratoryAsync(DonorRole.Relative, person);
        var begun = Allowed(await _world.BeginAsync(sample)).Single();
        Allowed(await new TypingStore(_world.Laboratory).AcceptAsync([(begun.Accession, null)], Cancel));
        return (sample.Person, begun.Accession);
    }

    async Task<string?> LastAsync(FamilyId family) => (await VersionsAsync(family))[^1].Body;

    async Task<IReadOnlyList<FamilyVersion>> VersionsAsync(FamilyId family)
    {
        var laboratory = new FamilySearchStore(_world.Laboratory);
        var all = await laboratory.UndeliveredAsync(int.MaxValue, Cancel);
        var mine = new List<FamilyVersion>();
        foreach (var it in all)
            if ((await laboratory.LinkAsync(it.GeneFamily, Cancel))!.Family == family) mine.Add(it);
        return [.. mine.OrderBy(it => it.Version)];
    }
}

public sealed class SqliteMergedFamilyTests(SqliteTestDatabase database)
    : MergedFamilyContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresMergedFamilyTests(PostgresTestDatabase database)
    : MergedFamilyContract(database), IClassFixture<PostgresTestDatabase>;
