using Homeward.Cases.Families;
using Homeward.Cases.Imports;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Imports;
using Homeward.Storage.People;
using Homeward.Tests.Storage.Databases;
using static Homeward.Tests.Storage.Databases.MadeUpState;

namespace Homeward.Tests.Storage.Imports;

/// <summary>Tables that agencies keep, in both databases. Each test has numbers of its own.</summary>
public abstract class ImportContract(TestDatabase database)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;
    ImportStore Store => new(database.As(Officer));

    [Fact]
    public async Task The_same_rows_again_change_nothing_and_new_ones_are_added()
    {
        var first = Draft("S-1", "says this");
        Assert.Equal(new(2, 0), Allowed(await TakeInAsync(first, Draft("S-2", "and that"))));

        var again = await TakeInAsync(Draft("S-1", "says this"), Draft("S-2", "and that"));
        var more = await TakeInAsync(Draft("S-2", "and that"), Draft("S-3", "more"));

        Assert.Equal(new(0, 2), Allowed(again));
        Assert.Equal(new(1, 1), Allowed(more));
        var stored = await new PeopleStore(database.As(Officer)).FindAsync(first.Person.Id, Cancel);
        Assert.Equal(first.Name.Text, Assert.Single(stored!.Names).Text);
    }

    [Fact]
    public async Task A_changed_row_is_a_problem_with_its_place_and_nothing_of_its_file_is_taken_in()
    {
        Allowed(await TakeInAsync(Draft("C-1", "as it was")));
        var added = Draft("C-2", "new");

        var changed = await TakeInAsync(added, Draft("C-1", "otherwise", "row 3"));

        var rows = Assert.IsType<ImportRefusal.Rows>(changed.Refusal);
        Assert.Equal("row 3", Assert.Single(rows.Problems).Place);
        Assert.Null(await new PeopleStore(database.As(Officer)).FindAsync(added.Person.Id, Cancel));
    }

    [Fact]
    public async Task One_number_is_another_agencys_number_of_somebody_else()
    {
        Allowed(await TakeInAsync(Draft("A-1", "of the police")));

        var care = await new ImportStore(database.As(Matron)).TakeInAsync(
            ImportKind.People, Digest, [Draft("A-1", "of the home")], Cancel);

        Assert.Equal(new(1, 0), Allowed(care));
    }

    [Fact]
    public async Task A_report_from_an_unknown_region_is_refused_with_its_place_and_one_from_a_known_one_taken_in()
    {
        var refused = await ReportAsync(Report("R-1", "999999"));
        var taken = await ReportAsync(Report("R-1", County.Code.Value));

        Assert.Contains(
            "a region that is not known",
            Assert.Single(Assert.IsType<ImportRefusal.Rows>(refused.Refusal).Problems).What, StringComparison.Ordinal);
        Assert.Equal(new(1, 0), Allowed(taken));
    }

    /// <summary>Both have read that the number is free; the key of the table lets one of them through.</summary>
    [Fact]
    public async Task Two_files_at_once_take_in_a_number_once()
    {
        var both = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => TakeInAsync(Draft("T-1", "the same")), Cancel)));

        Assert.Equal(1, both.Count(it => it.Value is { Added: 1 }));
        Assert.Equal(new(0, 1), Allowed(await TakeInAsync(Draft("T-1", "the same"))));
    }

    static readonly string Digest = new('0', 64);

    Task<Outcome<ImportResult>> TakeInAsync(params ImportDraft[] drafts) =>
        Store.TakeInAsync(ImportKind.People, Digest, drafts, Cancel);

    Task<Outcome<ImportResult>> ReportAsync(ImportDraft draft) =>
        Store.TakeInAsync(ImportKind.Reports, Digest, [draft], Cancel);

    ImportDraft Draft(string number, string says, string place = "row 2")
    {
        var session = database.As(Officer);
        var person = new Person { Id = new(session.NewId()), Sex = Sex.Female };
        return new(place, number, says.PadRight(64))
        {
            Person = person,
            Name = new()
            {
                Id = new(session.NewId()),
                Person = person.Id,
                Text = "SYNTHETIC " + says,
                Script = Script.Latn,
                Kind = NameKind.Birth,
                At = default,
            },
        };
    }

    ImportDraft Report(string number, string region)
    {
        var draft = Draft(number, "is missing");
        return draft with
        {
            Report = new()
            {
                Id = new(database.As(Officer).NewId()),
                Number = number,
                Agency = default,
                Missing = draft.Person.Id,
                Category = MissingCategory.Abducted,
                Region = new(region),
                By = default,
                At = default,
            },
        };
    }
}

public sealed class SqliteImportTests(SqliteTestDatabase database)
    : ImportContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresImportTests(PostgresTestDatabase database)
    : ImportContract(database), IClassFixture<PostgresTestDatabase>;
