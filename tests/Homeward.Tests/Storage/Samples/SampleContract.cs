using System.Data.Common;
using Homeward.Cases.Consents;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Rules;
using Homeward.Storage.Samples;
using Homeward.Tests.Storage.Databases;
using static Homeward.Tests.Storage.Databases.MadeUpState;
using static Homeward.Tests.Storage.Rules.RawSql;
using static Homeward.Tests.Storage.Samples.SampleSql;

namespace Homeward.Tests.Storage.Samples;

public abstract class SampleContract(TestDatabase database)
{
    readonly SampleWorld _world = new(database);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sample_goes_from_hand_to_hand_and_is_typed_under_a_number_that_says_nothing()
    {
        var consent = await _world.ConsentAsync(await _world.People.PersonAsync(), SampleWorld.ForAll);
        var sample = Allowed(await _world.TakeAsync(consent));
        Allowed(await _world.HandOverAsync(sample, Officer, Matron));
        Allowed(await _world.HandOverAsync(sample, Matron, Analyst));

        var begun = Allowed(await _world.BeginAsync(sample)).Single();
        var again = Allowed(await _world.BeginAsync(sample)).Single();
        var chain = await new SampleStore(_world.Laboratory).ChainAsync(sample.Id, Cancel);

        Assert.Equal((sample.Label, ProfileKind.Reference), (begun.Label, begun.Kind));
        // Begun and not accepted: whoever was stopped finds the same numbers.
        Assert.Equal(begun, again);
        Assert.Equal([(1, Officer.Id, Matron.Id), (2, Matron.Id, Analyst.Id)],
            chain.Select(it => (it.Ordinal, it.From, it.To)));
        Assert.All(chain, it => Assert.Equal(sample.Seal, it.Seal));
    }

    [Fact]
    public async Task Several_samples_of_one_human_being_have_one_donor_and_each_its_number()
    {
        var person = await _world.People.PersonAsync();
        var first = await _world.AtTheLaboratoryAsync(DonorRole.Relative, person);
        var second = await _world.AtTheLaboratoryAsync(DonorRole.Relative, person);
        var begun = Allowed(await _world.BeginAsync(first, second));
        Allowed(await AcceptAsync((begun[0].Accession, null)));
        var third = Allowed(await _world.BeginAsync(first)).Single();
        Allowed(await AcceptAsync((third.Accession, begun[0].Accession)));

        Assert.Equal(begun[0].Donor, begun[1].Donor);
        Assert.Equal(begun[0].Donor, third.Donor);
        Assert.Equal(3, new[] { begun[0], begun[1], third }.Select(it => it.Accession).Distinct().Count());
        Assert.Equal([third.Accession], (await _world.FactsAsync(second)).LiveOfDonor);
        Assert.Equal(2, (await new SampleStore(database.As(Matron)).OfAsync(person, Cancel)).Count);
    }

    [Fact]
    public async Task Nothing_is_taken_without_a_consent_that_is_for_it()
    {
        var person = await _world.People.PersonAsync();
        var search = await _world.ConsentAsync(person, SampleUse.Search);
        var check = await _world.ConsentAsync(person, SampleUse.ContaminationCheck);
        var other = await _world.People.PersonAsync();
        var store = new ConsentStore(_world.Police);

        Assert.IsType<SampleRefusal.OutsideScope>((await _world.TakeAsync(check)).Refusal);
        Assert.IsType<SampleRefusal.OutsideScope>((await _world.TakeAsync(search, DonorRole.Staff)).Refusal);
        Assert.IsType<SampleRefusal.NoConsent>((await _world.TakeAsync(search with { Person = other })).Refusal);
        Assert.IsType<SampleRefusal.NobodyAgreed>((await store.GiveAsync(
            _world.NewConsent(person) with { GivenBy = other }, [SampleUse.Search], Cancel)).Refusal);
        Assert.IsType<SampleRefusal.NobodyAgreed>((await store.GiveAsync(
            _world.NewConsent(person) with { Basis = LegalBasis.Law }, [SampleUse.Search], Cancel)).Refusal);
        Allowed(await store.WithdrawAsync(search.Id, Cancel));
        Assert.IsType<SampleRefusal.Withdrawn>((await _world.TakeAsync(search)).Refusal);
        Assert.IsType<SampleRefusal.Withdrawn>((await store.WithdrawAsync(search.Id, Cancel)).Refusal);
    }

    [Fact]
    public async Task A_merged_record_may_use_the_consent_of_the_other()
    {
        var (one, other) = (await _world.People.PersonAsync(), await _world.People.PersonAsync());
        var consent = await _world.ConsentAsync(one, SampleWorld.ForAll);
        await _world.People.MergeAsync(one, other);

        Allowed(await _world.TakeAsync(consent with { Person = other }));
    }

    [Fact]
    public async Task A_laboratory_types_what_it_holds_under_an_unbroken_seal_and_a_live_consent()
    {
        var elsewhere = Allowed(await _world.TakeAsync(
            await _world.ConsentAsync(await _world.People.PersonAsync(), SampleUse.Search)));
        var opened = await _world.AtTheLaboratoryAsync(DonorRole.Rescued, isIntact: false);
        var withdrawn = await _world.AtTheLaboratoryAsync(DonorRole.Relative);
        Allowed(await new ConsentStore(_world.Police).WithdrawAsync(withdrawn.Consent, Cancel));
        var once = Allowed(await _world.TakeAsync(
            await _world.ConsentAsync(await _world.People.PersonAsync(), SampleUse.Search)));
        Allowed(await _world.HandOverAsync(once, Officer, Analyst));
        var good = await _world.AtTheLaboratoryAsync(DonorRole.Rescued);

        Assert.IsType<SampleRefusal.NotHere>((await _world.BeginAsync(elsewhere)).Refusal);
        Assert.IsType<SampleRefusal.SealBroken>((await _world.BeginAsync(opened)).Refusal);
        Assert.IsType<SampleRefusal.Withdrawn>((await _world.BeginAsync(withdrawn)).Refusal);
        // One bad sample, and none of the batch is begun.
        Assert.IsType<SampleRefusal.SealBroken>((await _world.BeginAsync(good, opened)).Refusal);
        Assert.Empty((await _world.FactsAsync(good)).Typings);
        var begun = Allowed(await _world.BeginAsync(once)).Single();
        Allowed(await AcceptAsync((begun.Accession, null)));
        Assert.Equal(
            new SampleRefusal.OutsideScope(SampleUse.RepeatTyping), (await _world.BeginAsync(once)).Refusal);
    }

    [Fact]
    public async Task Only_the_holder_gives_a_sample_away_and_never_to_himself()
    {
        var sample = await _world.AtTheLaboratoryAsync(DonorRole.Relative);

        Assert.IsType<SampleRefusal.NotTheHolder>((await _world.HandOverAsync(sample, Officer, Matron)).Refusal);
        Assert.IsType<SampleRefusal.NotTheHolder>((await _world.HandOverAsync(sample, Analyst, Analyst)).Refusal);
        Allowed(await _world.HandOverAsync(sample, Analyst, SecondAnalyst));
    }

    [Fact]
    public async Task Two_acts_at_once_do_not_fork_a_chain()
    {
        var sample = await _world.AtTheLaboratoryAsync(DonorRole.Relative);

        var outcomes = await Task.WhenAll(
            new[] { Matron, Officer, SecondAnalyst }.Select(it => _world.HandOverAsync(sample, Analyst, it)));

        Assert.Equal(1, outcomes.Count(it => it.IsAllowed));
        Assert.Equal(2, (await new SampleStore(_world.Laboratory).ChainAsync(sample.Id, Cancel)).Count);
    }

    /// <summary>Whatever came first: no typing is begun after the withdrawal.</summary>
    [Fact]
    public async Task A_consent_taken_back_meanwhile_stops_a_typing()
    {
        for (var round = 0; round < 5; round++)
        {
            var sample = await _world.AtTheLaboratoryAsync(DonorRole.Relative);

            var typing = _world.BeginAsync(sample);
            var withdrawal = new ConsentStore(_world.Police).WithdrawAsync(sample.Consent, Cancel);
            await Task.WhenAll(typing, withdrawal);

            Allowed(await withdrawal);
            var unsent = await new TypingStore(_world.Laboratory).UnsentWithdrawalsAsync(Cancel);
            // A typing that came first is told to the gene database.
            if ((await typing).Value is { } begun) Assert.Contains(begun.Single().Accession, unsent);
            else Assert.True((await typing).Refusal is SampleRefusal.Withdrawn or RuleRefusal);
        }
    }

    [Fact]
    public async Task No_statement_makes_a_sample_without_consent_a_broken_chain_or_a_typing_out_of_nothing()
    {
        var person = await _world.People.PersonAsync();
        var consent = await _world.ConsentAsync(person, SampleUse.Search);
        var other = await _world.ConsentAsync(await _world.People.PersonAsync(), SampleUse.Search);
        var gone = await _world.ConsentAsync(person, SampleUse.Search);
        Allowed(await new ConsentStore(_world.Police).WithdrawAsync(gone.Id, Cancel));
        var sample = Allowed(await _world.TakeAsync(consent));
        Allowed(await _world.HandOverAsync(sample, Officer, Analyst));
        var begun = Allowed(await _world.BeginAsync(sample)).Single();
        var stranger = await _world.AtTheLaboratoryAsync(DonorRole.Relative);
        var strangers = Allowed(await _world.BeginAsync(stranger)).Single();
        Allowed(await AcceptAsync((strangers.Accession, null)));
        var opened = await _world.AtTheLaboratoryAsync(DonorRole.Relative, isIntact: false);
        var elsewhere = Allowed(await _world.TakeAsync(consent));

        // So that a typing of theirs wants nothing but what is attacked.
        await RunAsync(opened.Person);
        var early = _world.NewSample(consent, DonorRole.Relative) with { Taken = new(consent.Given.Microseconds - 1) };

        await RefusedAsync(
            OfSample(_world.NewSample(other with { Person = person }, DonorRole.Relative)),
            OfSample(_world.NewSample(gone, DonorRole.Relative)),
            OfSample(_world.NewSample(consent, DonorRole.Staff)),
            OfSample(early),
            OfSample(_world.NewSample(consent, DonorRole.Relative) with { Label = sample.Label }),
            Insert("consent_scopes", ("consent_id", consent.Id), ("use", "ContaminationCheck")),
            $"DELETE FROM consent_withdrawals WHERE consent_id = {Literal(gone.Id)}",
            $"UPDATE consents SET person_id = {Literal(person)}",
            $"UPDATE samples SET person_id = {Literal(person)}",
            OfHandover(sample, 1, Officer.Id, Matron.Id),
            OfHandover(sample, 2, Officer.Id, Matron.Id),
            OfHandover(sample, 3, Analyst.Id, Matron.Id),
            OfHandover(sample, 2, Analyst.Id, Analyst.Id),
            OfHandover(sample, 2, Analyst.Id, Matron.Id, at: 1),
            OfTyping(sample, 3),
            OfTyping(sample, 2),
            OfTyping(opened, 1),
            OfTyping(elsewhere, 1),
            $"DELETE FROM sample_handovers WHERE sample_id = {Literal(opened.Id)}",
            $"UPDATE sample_handovers SET seal_intact = TRUE",
            AcceptanceSql(begun.Accession, strangers.Accession),
            Insert("typing_withdrawals", ("accession", begun.Accession.Text), ("at", 1L)),
            $"UPDATE typings SET sample_id = {Literal(stranger.Id)}",
            "DELETE FROM typings",
            "DELETE FROM gene_donors",
            OfDonor(gone.GivenBy!.Value, Guid.CreateVersion7()),
            OfDonor(other.Person, begun.Donor),
            OfDonor(person, Guid.CreateVersion7()));
    }

    Task<Outcome<TypingAcceptance[]>> AcceptAsync(params (AccessionNumber, AccessionNumber?)[] accepted) =>
        new TypingStore(_world.Laboratory).AcceptAsync(accepted, Cancel);

    async Task RunAsync(params PersonId[] donors)
    {
        await using var connection = await database.RawAsync();
        foreach (var person in donors)
            await Rules.RawSql.RunAsync(connection, OfDonor(person, Guid.CreateVersion7()));
    }

    async Task RefusedAsync(params string[] attacks)
    {
        await using var connection = await database.RawAsync();
        foreach (var attack in attacks)
        {
            var failure = await Record.ExceptionAsync(() => Rules.RawSql.RunAsync(connection, attack));
            Assert.True(failure is DbException, "Not refused: " + attack);
        }
    }

    static string AcceptanceSql(AccessionNumber accession, AccessionNumber supersedes) => Insert(
        "typing_acceptances", ("accession", accession.Text), ("supersedes", supersedes.Text), ("at", 1L));
}

public sealed class SqliteSampleTests(SqliteTestDatabase database)
    : SampleContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresSampleTests(PostgresTestDatabase database)
    : SampleContract(database), IClassFixture<PostgresTestDatabase>;
