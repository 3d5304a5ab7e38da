using Homeward.Cases.Custody;
using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Storage.Custody;
using Homeward.Storage.People;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Storage.People;

public abstract class PeopleContract(TestDatabase database)
{
    readonly CaseWorld _world = new(database);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    PeopleStore People => new(_world.Police);

    [Fact]
    public async Task A_person_comes_back_with_all_names_that_were_not_superseded()
    {
        var id = _world.NewPersonId();
        var person = new Person
        {
            Id = id,
            Sex = Sex.Female,
            BornEarliest = new(2011, 1, 1),
            BornLatest = new(2011, 3, 31),
            BirthBasis = DateBasis.Appearance,
            Vital = VitalStatus.Alive,
            Citizenship = "VNM",
            Marks = "SYNTHETIC mark",
        };
        var wrong = Name(id, "合成甲", NameKind.GivenByBuyer);
        MadeUpState.Allowed(await People.AddAsync(person, [wrong], Cancel));
        var right = Name(id, "合成乙", NameKind.GivenByBuyer) with { Supersedes = wrong.Id };
        MadeUpState.Allowed(await People.AddNameAsync(right, Cancel));

        var file = await People.FindAsync(id, Cancel);

        Assert.NotNull(file);
        Assert.Equal([person], file.Records);
        Assert.Equal([right], file.Names);
    }

    [Fact]
    public async Task Two_editors_do_not_overwrite_each_other()
    {
        var id = await _world.PersonAsync();
        var seen = (await People.FindAsync(id, Cancel))!.Records.Single();

        MadeUpState.Allowed(await People.EditAsync(seen with { Language = "zho" }, Cancel));
        var second = await People.EditAsync(seen with { Language = "vie" }, Cancel);

        Assert.Equal(new PersonRefusal.EditedMeanwhile(2), second.Refusal);
        Assert.Equal("zho", (await People.FindAsync(id, Cancel))!.Records.Single().Language);
    }

    [Fact]
    public async Task Merged_records_are_one_identity_and_a_reversal_gives_each_its_own_back()
    {
        var (a, b, c) = (await _world.PersonAsync(), await _world.PersonAsync(), await _world.PersonAsync());
        var first = await _world.MergeAsync(a, b);
        var second = await _world.MergeAsync(b, c);
        Assert.Equal(c, (await People.FindAsync(a, Cancel))!.Identity);
        Assert.Equal(3, (await People.FindAsync(c, Cancel))!.Records.Count);
        Assert.IsType<PersonRefusal.SameAlready>(
            (await People.MergeAsync(a, c, MergeBasis.Document, Cancel)).Refusal);

        MadeUpState.Allowed(await People.ReverseAsync(second.Id, Cancel));

        Assert.Equal(b, (await People.FindAsync(a, Cancel))!.Identity);
        Assert.Equal(c, (await People.FindAsync(c, Cancel))!.Identity);
        Assert.IsType<PersonRefusal.NoSuchMerge>((await People.ReverseAsync(second.Id, Cancel)).Refusal);
        MadeUpState.Allowed(await People.ReverseAsync(first.Id, Cancel));
        Assert.Equal(a, (await People.FindAsync(a, Cancel))!.Identity);
    }

    [Fact]
    public async Task A_merge_with_a_suspect_unsettles_the_children_of_the_other()
    {
        var (carer, suspect) = (await _world.PersonAsync(), await _world.PersonAsync());
        var (child, _) = await _world.RescueAsync();
        MadeUpState.Allowed(await _world.FosterAsync(child, carer));
        await _world.LinkAsync(suspect, PartyRole.Seller);

        await _world.MergeAsync(carer, suspect);

        var current = await _world.CurrentAsync(child);
        Assert.Equal(CustodyKind.Unsettled, current.Kind);
        Assert.Contains(await new EmergencyStore(_world.Care).OpenAsync(Cancel), it => it.Cause == current.Id.Value);
    }

    [Fact]
    public async Task A_merged_identity_is_barred_for_what_any_of_its_records_did()
    {
        var (clean, suspect) = (await _world.PersonAsync(), await _world.PersonAsync());
        await _world.LinkAsync(suspect, PartyRole.Abductor);
        var merge = await _world.MergeAsync(suspect, clean);
        var (child, _) = await _world.RescueAsync();

        Assert.IsType<CustodyRefusal.ScreeningRefused>((await _world.FosterAsync(child, clean)).Refusal);

        MadeUpState.Allowed(await People.ReverseAsync(merge.Id, Cancel));
        MadeUpState.Allowed(await _world.FosterAsync(child, clean));
    }

    [Fact]
    public async Task A_child_recorded_twice_has_one_custody_once_merged()
    {
        var (first, _) = await _world.RescueAsync();
        var (second, _) = await _world.RescueAsync();
        var facility = await _world.FacilityAsync(beds: 2);
        MadeUpState.Allowed(await _world.PlaceAsync(first, facility));
        await _world.MergeAsync(second, first);

        Assert.Equal(3, (await new CustodyStore(_world.Care).HistoryAsync(second, Cancel)).Count);
        Assert.Equal(facility.Id, (await _world.CurrentAsync(second)).Facility);
    }

    [Fact]
    public async Task A_possible_duplicate_stays_on_the_list_until_merged_or_dismissed()
    {
        var (a, b, c) = (await _world.PersonAsync(), await _world.PersonAsync(), await _world.PersonAsync());
        var duplicates = new DuplicateStore(_world.Police);
        var one = MadeUpState.Allowed(await duplicates.SuspectAsync(a, b, Cancel));
        var two = MadeUpState.Allowed(await duplicates.SuspectAsync(b, c, Cancel));
        Assert.Equal([one, two], (await duplicates.OpenAsync(Cancel)).Where(it => it.Second == b || it.Second == c));

        await _world.MergeAsync(a, b);
        Assert.Equal([two], (await duplicates.OpenAsync(Cancel)).Where(it => it.Second == b || it.Second == c));
        MadeUpState.Allowed(await duplicates.DismissAsync(two.Id, Cancel));
        Assert.DoesNotContain(await duplicates.OpenAsync(Cancel), it => it.Second == b || it.Second == c);
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

public sealed class SqlitePeopleTests(SqliteTestDatabase database)
    : PeopleContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresPeopleTests(PostgresTestDatabase database)
    : PeopleContract(database), IClassFixture<PostgresTestDatabase>;
