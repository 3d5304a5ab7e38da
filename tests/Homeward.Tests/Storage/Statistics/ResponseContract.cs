using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;
using Homeward.Storage.Custody;
using Homeward.Storage.Rescues;
using Homeward.Storage.Samples;
using Homeward.Storage.Statistics;
using Homeward.Tests.Storage.Databases;
using Homeward.Tests.Storage.Rules;
using Homeward.Tests.Storage.Samples;
using static Homeward.Tests.Storage.Databases.MadeUpState;
using static Homeward.Tests.Storage.Samples.SampleSql;

namespace Homeward.Tests.Storage.Statistics;

/// <summary>Hours to a home, a sample and a result, from what was recorded.</summary>
public abstract class ResponseContract(TestDatabase database)
{
    readonly SampleWorld _world = new(database);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Two children rescued 100 hours ago. One comes into a home 7 hours later and gives a sample after 20,
    /// whose result comes after 50, 30 hours on; its record was merged with another that gave the sample. Of the other
    /// nothing is known.</summary>
    [Fact]
    public async Task Times_are_those_of_custody_samples_and_accepted_profiles_of_the_merged_identity()
    {
        var start = _world.Police.Now + TimeSpan.FromHours(-100);
        var child = await RescuedAsync(start);
        await RescuedAsync(start);
        await PlacedAsync(child, start + TimeSpan.FromHours(7));
        var other = await _world.People.PersonAsync();
        await SampledAsync(other, start + TimeSpan.FromHours(20), accepted: start + TimeSpan.FromHours(50));
        await _world.People.MergeAsync(other, child);

        var it = await ResponsesAsync(days: -10);

        Assert.Equal(Step(hours: 7, notYet: 1), it.ToPlacement);
        Assert.Equal(Step(hours: 20, notYet: 1), it.ToSample);
        Assert.Equal(Step(hours: 30, notYet: 0), it.ToResult);
        // Nobody was rescued today.
        Assert.Equal(new(new(0, null, null, null), 0), (await ResponsesAsync(days: 0)).ToPlacement);
    }

    static ResponseTimes.Step Step(int hours, int notYet)
    {
        var span = TimeSpan.FromHours(hours);
        return new(new(1, span, span, span), notYet);
    }

    Task<ResponseTimes> ResponsesAsync(int days)
    {
        var today = Zone.Utc.DayOf(_world.Police.Now);
        return new StatisticsStore(database.As(Officer)).ResponsesAsync(today.AddDays(days), today, Zone.Utc, Cancel);
    }

    async Task<PersonId> RescuedAsync(Instant since)
    {
        var report = _world.People.RescueReport(_world.People.NewPersonId(), []);
        Allowed(await new RescueStore(_world.Police).RecordAsync(
            report with { Custody = report.Custody with { Since = since } }, Cancel));
        return report.Rescue.Person;
    }

    async Task PlacedAsync(PersonId child, Instant since)
    {
        var house = await _world.People.FacilityAsync(beds: 1);
        var accepted = await _world.People.AcceptAsync(child, house);
        Allowed(await new CustodyStore(_world.People.Care).BeginAsync(
            _world.People.Row(child, CustodyKind.WelfareInstitution, house.Agency) with
            {
                Facility = house.Id,
                Acceptance = accepted.Id,
                Since = since,
            },
            [],
            Cancel));
    }

    async Task SampledAsync(PersonId person, Instant taken, Instant accepted)
    {
        var consent = Allowed(await new ConsentStore(_world.Police).GiveAsync(
            _world.NewConsent(person) with { Given = taken }, SampleWorld.ForAll, Cancel));
        var sample = Allowed(await new SampleStore(_world.Police).TakeAsync(
            _world.NewSample(consent, DonorRole.Rescued) with { Taken = taken }, Cancel));
        Allowed(await _world.HandOverAsync(sample, Officer, Analyst));
        var accession = AccessionNumber.Draw();
        await using var connection = await database.RawAsync();
        foreach (var statement in new[]
        {
            OfDonor(person, Guid.CreateVersion7()),
            OfTyping(sample, 1, accession),
            RawSql.Insert(
                "typing_acceptances",
                ("accession", accession.Text), ("supersedes", null), ("at", accepted.Microseconds)),
        })
            Assert.Equal(1, await RawSql.RunAsync(connection, statement));
    }
}

public sealed class SqliteResponseTests(SqliteTestDatabase database)
    : ResponseContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresResponseTests(PostgresTestDatabase database)
    : ResponseContract(database), IClassFixture<PostgresTestDatabase>;
