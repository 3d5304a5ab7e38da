using Homeward.Cases.Names;
using Homeward.Cases.People;
using Homeward.Cases.Time;
using Homeward.Storage.People;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Storage.People;

/// <summary>合成 (héchéng) means synthetic.</summary>
public abstract class PersonSearchContract(TestDatabase database)
{
    readonly CaseWorld _world = new(database);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_is_found_by_characters_by_sound_and_with_one_fault()
    {
        var id = await NamedAsync("单合成甲", NameKind.Birth);

        Assert.Equal(NameCloseness.SameCharacters, await ClosenessAsync(id, "单合成甲"));
        Assert.Equal(NameCloseness.SameSound, await ClosenessAsync(id, "Shàn Héchéngjiǎ"));
        Assert.Equal(NameCloseness.SameLetters, await ClosenessAsync(id, "hechengjia shan"));
        Assert.Equal(NameCloseness.OtherReading, await ClosenessAsync(id, "dan hechengjia"));
        Assert.Equal(NameCloseness.OneFault, await ClosenessAsync(id, "shan hechenjia"));
        Assert.Equal(NameCloseness.OneFault, await ClosenessAsync(id, "单合成"));
        Assert.Null(await ClosenessAsync(id, "li hechenjia"));
    }

    [Fact]
    public async Task The_name_that_a_buyer_gave_is_found_and_says_so()
    {
        var id = await NamedAsync("合成乙乙", NameKind.GivenByBuyer);

        var match = Assert.Single((await FindAsync("hecheng yiyi")).Nearest, it => it.Identity == id);

        Assert.Equal(NameKind.GivenByBuyer, match.Name.Kind);
    }

    [Fact]
    public async Task A_name_that_was_superseded_finds_nobody()
    {
        var id = await NamedAsync("合成丙丙", NameKind.Birth);
        var wrong = (await new PeopleStore(_world.Police).FindAsync(id, Cancel))!.Names.Single();
        var right = Name(id, "合成丁丁", NameKind.Birth) with { Supersedes = wrong.Id };
        MadeUpState.Allowed(await new PeopleStore(_world.Police).AddNameAsync(right, Cancel));

        Assert.Null(await ClosenessAsync(id, "合成丙丙"));
        Assert.Equal(NameCloseness.SameCharacters, await ClosenessAsync(id, "合成丁丁"));
    }

    [Fact]
    public async Task Merged_records_are_found_once_under_the_nearest_of_their_names()
    {
        var (one, two) = (await NamedAsync("合成戊己", NameKind.Birth), await NamedAsync("合成戊已", NameKind.Alias));
        await _world.MergeAsync(one, two);

        var match = Assert.Single((await FindAsync("合成戊己")).Nearest);

        Assert.Equal((two, NameCloseness.SameCharacters, "合成戊己"), (match.Identity, match.Closeness, match.Name.Text));
    }

    [Fact]
    public async Task What_else_is_known_orders_people_and_leaves_nobody_out()
    {
        var boy = await NamedAsync("合成庚庚", NameKind.Birth, Sex.Male, new(2010, 5, 1), "SYNTHETIC scar on the chin");
        var girl = await NamedAsync("合成庚庚", NameKind.Birth, Sex.Female, new(2004, 5, 1), marks: null);
        var (rescued, _) = await _world.RescueAsync();
        MadeUpState.Allowed(await new PeopleStore(_world.Police).AddNameAsync(
            Name(rescued, "合成庚庚", NameKind.GivenInCare), Cancel));
        var query = new PersonQuery
        {
            Name = "合成庚庚",
            Sex = Sex.Male,
            Born = new DayInterval(new(2010, 1, 1), new(2010, 12, 31)),
            Region = MadeUpState.Country.Code,
            Marks = "chin",
        };

        var found = await new PersonSearch(_world.Police).FindAsync(query, Cancel);

        Assert.Equal([boy, rescued, girl], found.Nearest.Select(it => it.Identity));
        Assert.Equal(
            [
                (Agreement.Agrees, Agreement.Agrees, Agreement.Unknown, Agreement.Agrees),
                (Agreement.Agrees, Agreement.Unknown, Agreement.Agrees, Agreement.Unknown),
                (Agreement.Differs, Agreement.Differs, Agreement.Unknown, Agreement.Unknown),
            ],
            found.Nearest.Select(it => (it.Sex, it.Age, it.Place, it.Marks)));
    }

    [Fact]
    public async Task A_long_list_is_cut_and_says_how_long_it_is()
    {
        for (var i = 0; i <= PersonSearch.MostMatches; i++) await NamedAsync("合成辛辛", NameKind.Birth);

        var found = await FindAsync("合成辛辛");

        Assert.Equal((PersonSearch.MostMatches, PersonSearch.MostMatches + 1), (found.Nearest.Count, found.Total));
    }

    [Fact]
    public async Task A_search_without_a_letter_finds_nobody() =>
        Assert.Equal(0, (await FindAsync(" ·- ")).Total);

    async Task<NameCloseness?> ClosenessAsync(PersonId person, string name) =>
        (await FindAsync(name)).Nearest.SingleOrDefault(it => it.Identity == person)?.Closeness;

    Task<PersonMatches> FindAsync(string name) =>
        new PersonSearch(_world.Police).FindAsync(new() { Name = name }, Cancel);

    Task<PersonId> NamedAsync(string name, NameKind kind) =>
        NamedAsync(name, kind, Sex.Unknown, born: null, marks: null);

    async Task<PersonId> NamedAsync(string name, NameKind kind, Sex sex, DateOnly? born, string? marks)
    {
        var id = _world.NewPersonId();
        var person = new Person { Id = id, Sex = sex, BornEarliest = born, BornLatest = born, Marks = marks };
        MadeUpState.Allowed(await new PeopleStore(_world.Police).AddAsync(person, [Name(id, name, kind)], Cancel));
        return id;
    }

    PersonName Name(PersonId person, string text, NameKind kind) => new()
    {
        Id = new(_world.Police.NewId()),
        Person = person,
        Text = text,
        Script = Script.Hans,
        Kind = kind,
        At = _world.Police.Now,
    };
}

public sealed class SqlitePersonSearchTests(SqliteTestDatabase database)
    : PersonSearchContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresPersonSearchTests(PostgresTestDatabase database)
    : PersonSearchContract(database), IClassFixture<PostgresTestDatabase>;
