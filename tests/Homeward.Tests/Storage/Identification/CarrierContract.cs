using System.Data.Common;
using Homeward.Cases.Identification;
using Homeward.Tests.Storage.Databases;
using Homeward.Tests.Storage.Genes;
using static Homeward.Tests.Storage.Databases.MadeUpState;
using static Homeward.Tests.Storage.Rules.RawSql;

namespace Homeward.Tests.Storage.Identification;

public abstract class CarrierContract(TestDatabase cases, GeneTestDatabase genes)
{
    static readonly int Steps = Soak.Rounds(40);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>One history a database, since everybody in it is searched.</summary>
    [Fact]
    public async Task Whoever_dies_in_between_everybody_is_searched_and_the_cases_hold_the_candidates_of_a_clean_run()
    {
        _ = (cases.Cases, genes.Genes);
        var history = new CarriedHistory(cases, genes, seed: 20110727);
        for (var i = 0; i < 3; i++) await history.ArriveAsync();
        var found = 0;
        for (var step = 1; step <= Steps; step++)
        {
            await history.StepAsync();
            if (step % 20 > 0) continue;
            await history.SettleAsync();
            Assert.True(history.Ledger.Alarms().AllSearched);
            Assert.Empty(history.WithdrawnAndStillSearched());
            Assert.Equal(await history.OfOneCleanRunAsync(), await history.OfTheCasesAsync());
            found += (await history.OfTheCasesAsync()).Count;
        }
        // A history without candidates would show nothing.
        Assert.True(found > 5, $"{found} found");
        await WhereverARoundIsCutOffTheNextDoesTheRestAsync(history);
        await AContradictionWaitsForSomebodyToLookAsync(history);
        await ANewThresholdReplacesCandidatesAsync(history);
        await AnAnalystProposesAndExcludesAsync(history);
        await NoStatementSkipsOrRevivesACandidateAsync();
    }

    /// <summary>After its first step, the next one after its second, and so on to one that comes to its end.</summary>
    static async Task WhereverARoundIsCutOffTheNextDoesTheRestAsync(CarriedHistory history)
    {
        var steps = 0;
        do
        {
            await history.ArriveAsync();
            await history.ArriveAsync();
        }
        while (await history.CarryAndDieAsync(steps++));
        Assert.True(steps > 3, $"a round of {steps} steps shows little");
        await history.SettleAsync();
        Assert.True(history.Ledger.Alarms().AllSearched);
        Assert.Equal(await history.OfOneCleanRunAsync(), await history.OfTheCasesAsync());
    }

    static async Task AContradictionWaitsForSomebodyToLookAsync(CarriedHistory history)
    {
        var family = await history.StrangersAsync();
        Assert.True(history.Contradicts(family));
        await history.SettleAsync();

        var held = (await history.FamilySearch.HeldAsync(Cancel)).Single(it => it.Family == family.Id);
        Assert.NotEmpty(held.Markers!);
        Assert.False(history.IsSearched(family.GeneId));
        // Looked at, it is searched, and not held again for the same.
        await history.ReleaseAsync(family.Id);
        await history.SettleAsync();
        Assert.True(history.IsSearched(family.GeneId));
        Assert.Equal(await history.OfOneCleanRunAsync(), await history.OfTheCasesAsync());
    }

    async Task ANewThresholdReplacesCandidatesAsync(CarriedHistory history)
    {
        var before = await history.Candidates.OpenAsync(Cancel);
        history.Harder();
        await history.SettleAsync();
        var after = await history.Candidates.OpenAsync(Cancel);

        Assert.NotEmpty(after);
        Assert.Empty(before.Select(it => it.Number).Intersect(after.Select(it => it.Number)));
        await using var connection = await cases.RawAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM candidate_closings WHERE reason = 'Replaced'";
        Assert.True(Convert.ToInt32(await command.ExecuteScalarAsync(Cancel), null) >= after.Count);
        // Asked again, the gene database gives the same, and nothing is taken twice.
        await history.CarryAsync();
        Assert.Equal(after, await history.Candidates.OpenAsync(Cancel));
    }

    static async Task AnAnalystProposesAndExcludesAsync(CarriedHistory history)
    {
        var open = await history.Candidates.OpenAsync(Cancel);
        var (one, other) = (open[0], open[^1]);
        Assert.NotEqual(one, other);
        var child = history.Children.Single(it => it.Accession == one.Child);

        var match = Allowed(await history.Candidates.ProposeAsync(one.Number, Cancel));
        Assert.Equal(
            new CandidateRefusal.ProposedAlready(match.Id),
            (await history.Candidates.ProposeAsync(one.Number, Cancel)).Refusal);
        Assert.IsType<IdentityRegion.MatchProposed>(await history.IdentityOfAsync(child));
        Allowed(await history.Candidates.ExcludeAsync(one.Number, ExclusionReason.Lineage, Cancel));
        Assert.IsNotType<IdentityRegion.MatchProposed>(await history.IdentityOfAsync(child));
        Assert.IsType<CandidateRefusal.NotOpen>((await history.Candidates.ProposeAsync(one.Number, Cancel)).Refusal);
        Assert.IsType<CandidateRefusal.NotFound>(
            (await history.Candidates.ProposeAsync(long.MaxValue, Cancel)).Refusal);
        // Searched again on the same evidence under other terms: it is remembered.
        await history.CarryAsync();
        history.Harder();
        await history.SettleAsync();
        Assert.DoesNotContain(await history.Candidates.OpenAsync(Cancel), it => it.IsOfThePairOf(one));
    }

    async Task NoStatementSkipsOrRevivesACandidateAsync()
    {
        await using var connection = await cases.RawAsync();
        const string closed = "(SELECT min(number) FROM candidate_closings)";
        const string last = "(SELECT max(number) FROM candidates)";
        foreach (var attack in new[]
        {
            "DELETE FROM candidates",
            "DELETE FROM candidate_closings",
            "UPDATE candidates SET log10 = 99",
            "INSERT INTO candidates (number, child, family_id, member, log10, evidence, version, \"at\", entry_id) "
                + "SELECT 2 + number, child, family_id, member, log10, evidence, version, \"at\", entry_id "
                + $"FROM candidates WHERE number = {last}",
            Proposal(closed), Proposal("1000000"), Exclusion(closed),
            "INSERT INTO candidate_closings (number, reason, better, \"at\", entry_id) "
                + $"SELECT {last}, 'Replaced', 1, 1, {Literal(Guid.CreateVersion7())}",
            "UPDATE family_steps SET kind = 'Released'",
            "UPDATE family_versions SET is_released = TRUE",
            "DELETE FROM family_deliveries",
            "INSERT INTO family_versions (gene_family_id, version, body, is_released, \"at\", entry_id) SELECT "
                + "gene_family_id, version + 7, body, is_released, \"at\", entry_id FROM family_versions "
                + "WHERE version = 1",
            Insert("family_deliveries", ("gene_family_id", Guid.CreateVersion7()), ("version", 1L), ("at", 1L)),
            "INSERT INTO family_steps (family_id, ordinal, kind, by_id, \"at\", entry_id) SELECT family_id, 2, "
                + "'Released', by_id, \"at\", entry_id FROM family_steps s WHERE ordinal = 1 AND NOT EXISTS "
                + "(SELECT 1 FROM family_steps o WHERE o.family_id = s.family_id AND o.ordinal = 2)",
        })
        {
            var failure = await Record.ExceptionAsync(() => RunAsync(connection, attack));
            Assert.True(failure is DbException, "Not refused: " + attack);
        }

        static string Proposal(string candidate) =>
            "INSERT INTO match_proposals (id, candidate, by_id, \"at\", entry_id) "
            + $"SELECT {Literal(Guid.CreateVersion7())}, {candidate}, {Literal(Analyst.Id)}, 1, "
            + Literal(Guid.CreateVersion7());

        static string Exclusion(string candidate) =>
            "INSERT INTO pair_exclusions (candidate, reason, by_id, \"at\", entry_id) "
            + $"SELECT {candidate}, 'Age', {Literal(Analyst.Id)}, 1, {Literal(Guid.CreateVersion7())}";
    }
}

public sealed class SqliteCarrierTests(SqliteTestDatabase cases, SqliteGeneTestDatabase genes)
    : CarrierContract(cases, genes), IClassFixture<SqliteTestDatabase>, IClassFixture<SqliteGeneTestDatabase>;

public sealed class PostgresCarrierTests(PostgresTestDatabase cases, PostgresGeneTestDatabase genes)
    : CarrierContract(cases, genes), IClassFixture<PostgresTestDatabase>, IClassFixture<PostgresGeneTestDatabase>;
