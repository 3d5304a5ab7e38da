using Homeward.Cases.Families;
using Homeward.Cases.People;
using Homeward.Cases.Retention;
using Homeward.Cases.Samples;
using Homeward.Storage.Families;
using Homeward.Storage.Retention;
using Homeward.Storage.Samples;
using Homeward.Tests.Storage.Databases;
using Homeward.Tests.Storage.Samples;
using static Homeward.Tests.Storage.Databases.MadeUpState;

namespace Homeward.Tests.Storage.Retention;

public abstract class RetentionContract(TestDatabase database)
{
    readonly SampleWorld _world = new(database);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task There_is_no_reason_left_when_the_last_consent_was_taken_back()
    {
        var person = await _world.People.PersonAsync();
        var first = await _world.AtTheLaboratoryAsync(DonorRole.Relative, person);
        var second = await _world.AtTheLaboratoryAsync(DonorRole.Relative, person);
        var donor = Allowed(await _world.BeginAsync(first)).Single().Donor;

        await WithdrawAsync(first);
        Assert.Null(await EndedAsync(donor));
        await WithdrawAsync(second);
        var before = database.As(Officer).Now;

        var ended = await EndedAsync(donor);
        Assert.Equal(RetentionKind.ConsentWithdrawn, ended?.Kind);
        Assert.True(ended!.Ended <= before);
    }

    [Fact]
    public async Task There_is_none_for_a_relative_when_nobody_is_searched_for_in_any_family()
    {
        var (mother, other) = (await _world.People.PersonAsync(), await _world.People.PersonAsync());
        var donors = new List<GeneDonorId>();
        foreach (var person in new[] { mother, other })
            donors.Add(Allowed(await _world.BeginAsync(
                await _world.AtTheLaboratoryAsync(DonorRole.Relative, person))).Single().Donor);
        var (ends, goesOn) = (await FamilyAsync(mother, other), await FamilyAsync(other));
        var store = new FamilySearchStore(database.As(Officer));
        foreach (var it in new[] { ends, goesOn }) Allowed(await store.ActivateAsync(it, Cancel));
        Assert.Null(await EndedAsync(donors[0]));

        Allowed(await store.EndAsync(ends, Cancel));

        Assert.Equal(RetentionKind.SearchEnded, (await EndedAsync(donors[0]))?.Kind);
        Assert.Null(await EndedAsync(donors[1]));
        Allowed(await store.ActivateAsync(ends, Cancel));
        Assert.Null(await EndedAsync(donors[0]));
    }

    /// <summary>Somebody who was rescued is looked for by others as well: that a family of his ended changes nothing.
    /// </summary>
    [Fact]
    public async Task The_rescued_are_not_erased_because_a_family_of_theirs_stopped_searching()
    {
        var person = await _world.People.PersonAsync();
        var donor = Allowed(await _world.BeginAsync(
            await _world.AtTheLaboratoryAsync(DonorRole.Rescued, person))).Single().Donor;
        var family = await FamilyAsync(person);
        var store = new FamilySearchStore(database.As(Officer));
        Allowed(await store.ActivateAsync(family, Cancel));
        Allowed(await store.EndAsync(family, Cancel));

        Assert.Null(await EndedAsync(donor));
    }

    [Fact]
    public async Task Nobody_is_erased_while_there_is_a_reason_and_only_by_whom_it_is_allowed()
    {
        var sample = await _world.AtTheLaboratoryAsync(DonorRole.Relative);
        var donor = Allowed(await _world.BeginAsync(sample)).Single().Donor;
        var store = new RetentionStore(database.As(Matron));

        Assert.IsType<RetentionRefusal.NotEnded>((await store.DecideAsync([donor], Cancel)).Refusal);
        await WithdrawAsync(sample);
        Assert.False((await new RetentionStore(database.As(Analyst)).DecideAsync([donor], Cancel)).IsAllowed);
        Assert.Equal(donor, Allowed(await store.DecideAsync([donor], Cancel)).Single().Donor);
    }

    async Task WithdrawAsync(Sample sample) =>
        Allowed(await new ConsentStore(database.As(Officer)).WithdrawAsync(sample.Consent, Cancel));

    async Task<EndedReason?> EndedAsync(GeneDonorId donor) =>
        (await new RetentionStore(database.As(Matron)).EndedAsync(Cancel)).SingleOrDefault(it => it.Donor == donor);

    /// <summary>A missing child, and relatives of whom somebody gave a sample.</summary>
    async Task<FamilyId> FamilyAsync(params PersonId[] relatives)
    {
        var session = database.As(Officer);
        var (id, missing) = (new FamilyId(session.NewId()), await _world.People.PersonAsync());
        FamilyMember Member(string name, PersonId? person) =>
            new() { Family = id, Name = name, Sex = Sex.Female, Person = person };
        Allowed(await new FamilyStore(session).ReportAsync(
            [
                new()
                {
                    Family = new() { Id = id, Code = $"F {id.Value}", By = default, At = default },
                    Members =
                    [
                        Member("missing", missing) with { IsMissing = true, Father = "father", Mother = "mother" },
                        Member("mother", relatives[0]),
                        Member("father", relatives.Length > 1 ? relatives[1] : null) with { Sex = Sex.Male },
                    ],
                    People = [],
                    Report = new()
                    {
                        Id = new(session.NewId()),
                        Number = $"R {id.Value}"[..30],
                        Agency = default,
                        Missing = missing,
                        Family = id,
                        Category = MissingCategory.Abducted,
                        Region = Country.Code,
                        By = default,
                        At = default,
                    },
                },
            ],
            Cancel));
        return id;
    }
}

public sealed class SqliteRetentionTests(SqliteTestDatabase database)
    : RetentionContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresRetentionTests(PostgresTestDatabase database)
    : RetentionContract(database), IClassFixture<PostgresTestDatabase>;
