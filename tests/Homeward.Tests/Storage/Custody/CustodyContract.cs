using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.Emergencies;
using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Storage.Custody;
using Homeward.Storage.Investigations;
using Homeward.Storage.Rescues;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Storage.Custody;

public abstract class CustodyContract(TestDatabase database)
{
    readonly CaseWorld _world = new(database);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rescued_child_is_in_custody_from_the_moment_of_the_rescue()
    {
        var (child, rescue) = await _world.RescueAsync();

        var time = Assert.Single(await new RescueStore(_world.Police).OfAsync(child, Cancel));
        var row = Assert.Single(await new CustodyStore(_world.Care).HistoryAsync(child, Cancel));
        Assert.Equal((rescue, child, row.Since), (time.Rescue, time.Identity, time.Since));
        Assert.Equal(CustodyKind.PoliceEmergency, row.Kind);
    }

    [Fact]
    public async Task A_rescue_moves_with_its_corrected_first_row_of_custody()
    {
        var (child, _) = await _world.RescueAsync();
        var first = (await new CustodyStore(_world.Care).HistoryAsync(child, Cancel)).Single();
        var earlier = first.Since + TimeSpan.FromHours(-2);

        MadeUpState.Allowed(await _world.BeginAsync(
            first with { Id = new(_world.Police.NewId()), Since = earlier, Supersedes = first.Id }));

        Assert.Equal(earlier, (await new RescueStore(_world.Police).OfAsync(child, Cancel)).Single().Since);
        Assert.Equal(earlier, (await new CustodyStore(_world.Care).HistoryAsync(child, Cancel)).Single().Since);
    }

    [Fact]
    public async Task Welfare_care_needs_the_acceptance_of_that_house_for_that_child()
    {
        var facility = await _world.FacilityAsync(beds: 5);
        var (child, _) = await _world.RescueAsync();
        var (other, _) = await _world.RescueAsync();
        var row = _world.Row(child, CustodyKind.WelfareInstitution, facility.Agency) with { Facility = facility.Id };

        Assert.IsType<CustodyRefusal.NotAccepted>((await _world.BeginAsync(row)).Refusal);
        var ofOther = await _world.AcceptAsync(other, facility);
        Assert.IsType<CustodyRefusal.NotAccepted>(
            (await _world.BeginAsync(row with { Acceptance = ofOther.Id })).Refusal);
        var elsewhere = await _world.AcceptAsync(child, await _world.FacilityAsync(beds: 1));
        Assert.IsType<CustodyRefusal.NotAccepted>(
            (await _world.BeginAsync(row with { Acceptance = elsewhere.Id })).Refusal);
        var right = await _world.AcceptAsync(child, facility);
        MadeUpState.Allowed(await _world.BeginAsync(row with { Acceptance = right.Id }));
    }

    [Fact]
    public async Task Only_the_receiving_side_accepts()
    {
        var facility = await _world.FacilityAsync(beds: 5);
        var (child, _) = await _world.RescueAsync();
        var acceptance = new Acceptance
        {
            Id = new(_world.Police.NewId()),
            Person = child,
            Agency = facility.Agency,
            Facility = facility.Id,
            Notice = "SYNTHETIC",
            By = MadeUpState.Matron.Id,
            At = _world.Police.Now,
        };

        var outcome = await new CustodyStore(_world.Civil).AcceptAsync(acceptance, Cancel);

        Assert.IsType<CustodyRefusal.SignedByAnother>(outcome.Refusal);
    }

    [Fact]
    public async Task The_last_bed_is_given_once_and_is_free_again_when_its_child_leaves()
    {
        var facility = await _world.FacilityAsync(beds: 1);
        var (first, _) = await _world.RescueAsync();
        var (second, _) = await _world.RescueAsync();

        MadeUpState.Allowed(await _world.PlaceAsync(first, facility));
        Assert.IsType<CustodyRefusal.NoBed>((await _world.PlaceAsync(second, facility)).Refusal);
        Assert.Equal(CustodyKind.PoliceEmergency, (await _world.CurrentAsync(second)).Kind);

        MadeUpState.Allowed(
            await _world.BeginAsync(_world.Row(first, CustodyKind.MissingAgain, MadeUpState.Police.Id)));
        MadeUpState.Allowed(await _world.PlaceAsync(second, facility));
    }

    [Fact]
    public async Task An_unsettled_child_is_an_alarm_until_somebody_takes_it_into_care()
    {
        var (child, _) = await _world.RescueAsync();
        var row = _world.Row(child, CustodyKind.Unsettled, MadeUpState.Police.Id);
        MadeUpState.Allowed(await _world.BeginAsync(row with { Reason = CustodyReason.ReturnedToBuyer }));

        var emergencies = new EmergencyStore(_world.Care);
        Assert.Contains(await emergencies.OpenAsync(Cancel), it => it.Cause == row.Id.Value && it.Person == child);
        Assert.Contains(await new CustodyStore(_world.Care).UnsettledAsync(Cancel), it => it.Identity == child);
        Assert.IsType<EmergencyRefusal.StillUnsettled>((await emergencies.DoneAsync(row.Id.Value, Cancel)).Refusal);

        MadeUpState.Allowed(await _world.PlaceAsync(child, await _world.FacilityAsync(beds: 1)));
        Assert.DoesNotContain(await emergencies.OpenAsync(Cancel), it => it.Cause == row.Id.Value);
    }

    [Fact]
    public async Task A_link_on_a_foster_parent_unsettles_the_child_and_raises_the_alarm()
    {
        var carer = await _world.PersonAsync();
        var (child, _) = await _world.RescueAsync();
        MadeUpState.Allowed(await _world.FosterAsync(child, carer));

        await _world.LinkAsync(carer, PartyRole.Buyer);

        var current = await _world.CurrentAsync(child);
        Assert.Equal(CustodyKind.Unsettled, current.Kind);
        Assert.Contains(await new EmergencyStore(_world.Care).OpenAsync(Cancel), it => it.Cause == current.Id.Value);
        Assert.IsType<CustodyRefusal.ScreeningRefused>((await _world.FosterAsync(child, carer)).Refusal);
    }

    [Fact]
    public async Task A_household_member_is_barred_like_a_carer()
    {
        var (carer, uncle) = (await _world.PersonAsync(), await _world.PersonAsync());
        var (child, _) = await _world.RescueAsync();
        await _world.LinkAsync(uncle, PartyRole.Transporter);

        Assert.IsType<CustodyRefusal.ScreeningRefused>((await _world.FosterAsync(child, carer, uncle)).Refusal);

        var aunt = await _world.PersonAsync();
        MadeUpState.Allowed(await _world.FosterAsync(child, carer, aunt));
        await _world.LinkAsync(aunt, PartyRole.Harbourer);
        Assert.Equal(CustodyKind.Unsettled, (await _world.CurrentAsync(child)).Kind);
    }

    [Fact]
    public async Task Somebody_found_with_the_child_looks_after_nobody_until_two_agencies_say_she_is_a_victim()
    {
        var woman = await _world.PersonAsync();
        var (child, _) = await _world.RescueAsync(woman);
        Assert.IsType<CustodyRefusal.ScreeningRefused>((await _world.FosterAsync(child, woman)).Refusal);
        var link = Assert.Single(await new PartyStore(_world.Police).LinksAsync(woman, Cancel));

        var clearing = new Clearing
        {
            Id = new(_world.Police.NewId()),
            Link = link.Id,
            Basis = ClearingBasis.CoVictim,
            Grounds = "SYNTHETIC",
            By = default,
            Agency = default,
            At = default,
        };
        MadeUpState.Allowed(await new PartyStore(_world.Police).ProposeClearingAsync(clearing, Cancel));
        Assert.IsType<LinkRefusal.SameSigner>(await ConfirmAsync(MadeUpState.Officer, clearing.Id));
        Assert.IsType<LinkRefusal.SameAgency>(await ConfirmAsync(MadeUpState.SecondOfficer, clearing.Id));
        Assert.IsType<CustodyRefusal.ScreeningRefused>((await _world.FosterAsync(child, woman)).Refusal);

        Assert.Null(await ConfirmAsync(MadeUpState.Caseworker, clearing.Id));
        Assert.Empty(await new PartyStore(_world.Police).LinksAsync(woman, Cancel));
        MadeUpState.Allowed(await _world.FosterAsync(child, woman));
    }

    [Fact]
    public async Task An_institution_loses_the_responsible_person_and_not_the_children()
    {
        var facility = await _world.FacilityAsync(beds: 1);
        var head = await _world.PersonAsync();
        var facilities = new FacilityStore(_world.Care);
        var duty = new Duty
        {
            Id = new(_world.Care.NewId()),
            Facility = facility.Id,
            Person = head,
            By = default,
            At = default,
        };
        MadeUpState.Allowed(await facilities.BeginDutyAsync(duty, Cancel));
        var (child, _) = await _world.RescueAsync();
        MadeUpState.Allowed(await _world.PlaceAsync(child, facility));

        await _world.LinkAsync(head, PartyRole.MedicalAccomplice);

        Assert.Equal(CustodyKind.WelfareInstitution, (await _world.CurrentAsync(child)).Kind);
        var task = Assert.Single(
            await new EmergencyStore(_world.Care).OpenAsync(Cancel), it => it.Cause == duty.Id.Value);
        Assert.Equal((EmergencyKind.DutyRemoved, facility.Id), (task.Kind, task.Facility));
        var again = await facilities.BeginDutyAsync(duty with { Id = new(_world.Care.NewId()) }, Cancel);
        Assert.IsType<CustodyRefusal.ScreeningRefused>(again.Refusal);
    }

    [Fact]
    public async Task Acquitted_is_no_longer_barred()
    {
        var carer = await _world.PersonAsync();
        var link = await _world.LinkAsync(carer, PartyRole.Broker);
        var (child, _) = await _world.RescueAsync();
        var acquittal = new Acquittal
        {
            Link = link.Id,
            Court = MadeUpState.Police.Id,
            Judgment = "SYNTHETIC 1",
            By = default,
            At = default,
        };
        var parties = new PartyStore(database.As(MadeUpState.Judge));

        Assert.IsType<LinkRefusal.NotACourt>((await parties.AcquitAsync(acquittal, Cancel)).Refusal);
        Assert.IsType<CustodyRefusal.ScreeningRefused>((await _world.FosterAsync(child, carer)).Refusal);
        MadeUpState.Allowed(await parties.AcquitAsync(acquittal with { Court = MadeUpState.Court.Id }, Cancel));
        MadeUpState.Allowed(await _world.FosterAsync(child, carer));
    }

    [Fact]
    public async Task Only_somebody_surely_an_adult_leaves_care_alone()
    {
        var today = DateOnly.FromDateTime(_world.Police.Now.ToDateTimeOffset().UtcDateTime);
        var grown = await _world.PersonAsync(today.AddYears(-18));
        var minor = await _world.PersonAsync(today.AddYears(-18).AddDays(1));
        var unknown = await _world.PersonAsync();

        MadeUpState.Allowed(await LeaveAsync(grown));
        Assert.IsType<CustodyRefusal.NotAnAdult>((await LeaveAsync(minor)).Refusal);
        Assert.IsType<CustodyRefusal.NotAnAdult>((await LeaveAsync(unknown)).Refusal);

        Task<Genetics.Primitives.Outcome<CustodyRow>> LeaveAsync(PersonId person) =>
            _world.BeginAsync(_world.Row(person, CustodyKind.Independent, MadeUpState.CivilAffairs.Id));
    }

    [Fact]
    public async Task A_search_for_a_bed_goes_up_level_by_level_and_raises_an_alarm_for_each_without_one()
    {
        var (child, _) = await _world.RescueAsync();
        var facilities = new FacilityStore(_world.Care);
        var station = await _world.FacilityAsync(beds: 0, FacilityKind.RescueStation, MadeUpState.Station);
        var city = await _world.FacilityAsync(beds: 1, FacilityKind.RescueStation, MadeUpState.Welfare);

        var search = MadeUpState.Allowed(
            await facilities.SearchBedAsync(child, station.Region, FacilityKind.RescueStation, Cancel));

        Assert.Equal(city, search.Facility);
        Assert.Equal([Level.County], search.Without);
        Assert.Contains(
            await new EmergencyStore(_world.Care).OpenAsync(Cancel),
            it => it.Kind == EmergencyKind.NoBed && it.Person == child);
    }

    [Fact]
    public async Task Custody_does_not_begin_in_the_future_nor_twice_at_once()
    {
        var (child, _) = await _world.RescueAsync();
        var row = _world.Row(child, CustodyKind.MissingAgain, MadeUpState.Police.Id);
        var first = (await new CustodyStore(_world.Care).HistoryAsync(child, Cancel)).Single();

        Assert.IsType<CustodyRefusal.NotBegun>(
            (await _world.BeginAsync(row with { Since = row.Since + TimeSpan.FromHours(1) })).Refusal);
        Assert.IsType<CustodyRefusal.BeginsTwice>(
            (await _world.BeginAsync(row with { Since = first.Since })).Refusal);
    }

    async Task<Genetics.Primitives.Refusal?> ConfirmAsync(User signer, ClearingId clearing) =>
        (await new PartyStore(database.As(signer)).ConfirmClearingAsync(clearing, Cancel)).Refusal;
}

public sealed class SqliteCustodyTests(SqliteTestDatabase database)
    : CustodyContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresCustodyTests(PostgresTestDatabase database)
    : CustodyContract(database), IClassFixture<PostgresTestDatabase>;
