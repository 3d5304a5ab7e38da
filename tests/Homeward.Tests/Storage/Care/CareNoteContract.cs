using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Care;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Homeward.Storage.Care;
using Homeward.Tests.Storage.Databases;
using static Homeward.Tests.Storage.Databases.MadeUpState;

namespace Homeward.Tests.Storage.Care;

public abstract class CareNoteContract(TestDatabase database)
{
    readonly CaseWorld _world = new(database);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static Zone Zone => JurisdictionProfile.China.Zone;

    [Fact]
    public async Task A_note_of_the_home_that_cares_stands_and_those_who_see_places_of_care_read_it()
    {
        var child = await PlacedAsync();
        var draft = Draft(child);
        var note = Allowed(await WriteAsync(Matron, draft));

        Assert.Equal(
            (Welfare.Id, Matron.Id, draft.Text, draft.Day), (note.Agency, note.By, note.Text, note.Day));
        Assert.Equal([note], await new CareNoteStore(_world.Civil).OfAsync(child, Cancel));
        // The officer of these tests is on the panel, too; prosecutors and analysts are not open to health.
        await Assert.ThrowsAsync<AccessRefusedException>(
            () => new CareNoteStore(database.As(Analyst)).OfAsync(child, Cancel));
    }

    [Fact]
    public async Task Nobody_else_writes_about_a_child()
    {
        var child = await PlacedAsync();
        var (waiting, _) = await _world.RescueAsync();

        Assert.IsType<CareNoteRefusal.NotInYourCare>((await WriteAsync(StationHead, Draft(child))).Refusal);
        Assert.IsType<CareNoteRefusal.NotInYourCare>((await WriteAsync(Matron, Draft(waiting))).Refusal);
        Assert.IsType<AccessRefusal.NotGranted>((await WriteAsync(Officer, Draft(waiting))).Refusal);
        Assert.IsType<PersonRefusal.NoSuchPerson>((await WriteAsync(Matron, Draft(_world.NewPersonId()))).Refusal);
        Assert.Empty(await new CareNoteStore(_world.Care).OfAsync(child, Cancel));
    }

    [Fact]
    public async Task A_wrong_note_is_superseded_once_and_both_stay()
    {
        var child = await PlacedAsync();
        var wrong = Allowed(await WriteAsync(Matron, Draft(child)));
        var right = Allowed(await WriteAsync(
            Matron, Draft(child) with { Text = "SYNTHETIC: 5.1 kg", Supersedes = wrong.Id }));
        var late = await WriteAsync(Matron, Draft(child) with { Text = "SYNTHETIC other", Supersedes = wrong.Id });
        var foreign = await WriteAsync(Matron, Draft(await PlacedAsync()) with { Supersedes = right.Id });

        Assert.IsType<CareNoteRefusal.CorrectedBefore>(late.Refusal);
        Assert.IsType<CareNoteRefusal.NoSuchNote>(foreign.Refusal);
        Assert.Equal([right, wrong], await new CareNoteStore(_world.Care).OfAsync(child, Cancel));
    }

    [Fact]
    public async Task Sent_twice_it_is_one_note_and_other_content_under_its_id_is_refused()
    {
        var child = await PlacedAsync();
        var draft = Draft(child);
        var first = Allowed(await WriteAsync(Matron, draft));

        Assert.Equal(first, Allowed(await WriteAsync(Matron, draft)));
        Assert.IsType<CareNoteRefusal.OtherContent>(
            (await WriteAsync(Matron, draft with { Text = "SYNTHETIC other" })).Refusal);
        Assert.Single(await new CareNoteStore(_world.Care).OfAsync(child, Cancel));
    }

    [Fact]
    public async Task A_note_tells_of_no_day_that_has_not_come()
    {
        var child = await PlacedAsync();
        var today = Zone.DayOf(_world.Care.Now);

        Assert.IsType<CareNoteRefusal.NotYet>(
            (await WriteAsync(Matron, Draft(child) with { Day = today.AddDays(1) })).Refusal);
        Allowed(await WriteAsync(Matron, Draft(child) with { Day = today }));
    }

    [Fact]
    public async Task Notes_of_merged_records_are_one_file()
    {
        var child = await PlacedAsync();
        var note = Allowed(await WriteAsync(Matron, Draft(child)));
        var other = await _world.PersonAsync();
        await _world.MergeAsync(child, other);

        Assert.Equal([note], await new CareNoteStore(_world.Care).OfAsync(other, Cancel));
    }

    async Task<PersonId> PlacedAsync()
    {
        var (child, _) = await _world.RescueAsync();
        Allowed(await _world.PlaceAsync(child, await _world.FacilityAsync(beds: 1)));
        return child;
    }

    CareNoteDraft Draft(PersonId person) =>
        new(new(_world.Care.NewId()), person, CareNoteKind.HealthCheck, new(2011, 7, 16), "SYNTHETIC: 4.9 kg");

    Task<Outcome<CareNote>> WriteAsync(User user, CareNoteDraft draft) =>
        new CareNoteStore(database.As(user)).WriteAsync(draft, Zone, Cancel);
}

public sealed class SqliteCareNoteTests(SqliteTestDatabase database)
    : CareNoteContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresCareNoteTests(PostgresTestDatabase database)
    : CareNoteContract(database), IClassFixture<PostgresTestDatabase>;
