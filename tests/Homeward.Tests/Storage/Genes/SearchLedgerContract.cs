using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Homeward.Cases.Identification;
using Homeward.Cases.Samples;
using Homeward.Genetics.Pedigrees;
using Homeward.Server.Genes;
using Homeward.Storage.Genes;

namespace Homeward.Tests.Storage.Genes;

public abstract class SearchLedgerContract(GeneTestDatabase database)
{
    /// <summary>One history a database, since everybody in it is searched.</summary>
    const int Seed = 20110727;
    const int Steps = 70;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_happens_everybody_is_searched_or_listed_and_candidates_are_those_of_a_clean_run()
    {
        _ = database.Genes;
        using var history = new SearchHistory(database, Seed, Cancel);
        var found = 0;
        for (var step = 1; step <= Steps; step++)
        {
            await history.StepAsync();
            await EveryPairIsCoveredOrOnTheListAsync(history);
            WhoLivesOnKnowsWhoIsLeft(history);
            if (step % 10 > 0) continue;
            history.Search();
            Assert.True(history.Ledger.Alarms().Children.Count == 0 && history.Ledger.Alarms().Families.Count == 0);
            Assert.Equal(history.OfOneCleanRun(), history.OfTheLedger());
            found += history.OfTheLedger().Count;
        }
        // A history without candidates would show nothing.
        Assert.True(found > 20);
        await AnExcludedPairComesBackWithOtherEvidenceOnlyAsync(history);
        await RecordsSayWhatWasComparedAsync(history);
        RowsStay();
        LateResultsOfOtherTermsAreNotWritten(history);
        KilledWhileWriting(history);
        await IdleAndEmptyFamiliesAreToldAsync(history);
    }

    /// <summary>Straight from the tables, without the views: a pair is covered if the search of either saw the other.
    /// </summary>
    async Task EveryPairIsCoveredOrOnTheListAsync(SearchHistory history)
    {
        var alarms = history.Ledger.Alarms();
        var terms = await ScalarAsync("SELECT coalesce(max(number), 0) FROM terms");
        var searches = await SearchesAsync(terms);
        foreach (var child in history.Children)
            foreach (var family in history.Families)
            {
                var bySearch = searches.Any(it => it.Version >= Math.Max(child.Number, family.Touched)
                    && (it.Child == child.Accession.Text || it.Family == family.Family.Id.Value));
                var onTheList = alarms.Children.Contains(child.Accession)
                    || alarms.Families.Contains(family.Family.Id);
                Assert.True(bySearch || onTheList, $"seed {Seed}: a pair is neither covered nor on the list");
            }
        Assert.Equal(
            history.Children.Where(it => !searches.Any(s => s.Child == it.Accession.Text && s.Version >= it.Number))
                .Select(it => it.Accession.Text).Order(),
            alarms.Children.Select(it => it.Text).Order());
        Assert.Equal(
            history.Families
                .Where(it => !searches.Any(s => s.Family == it.Family.Id.Value && s.Version >= it.Touched))
                .Select(it => it.Family.Id.Value).Order(),
            alarms.Families.Select(it => it.Value).Order());
    }

    /// <summary>What is folded in memory and what the views ask are one answer, whatever happened in between.</summary>
    static void WhoLivesOnKnowsWhoIsLeft(SearchHistory history)
    {
        history.Resident.Refresh(Cancel);
        var alarms = history.Ledger.Alarms();
        Assert.Equal(
            alarms.Children.Select(it => it.Text).Order(), history.Resident.ChildrenLeft.Select(it => it.Text).Order());
        Assert.Equal(
            alarms.Families.Select(it => it.Value).Order(),
            history.Resident.FamiliesLeft.Select(it => it.Value).Order());
    }

    static async Task AnExcludedPairComesBackWithOtherEvidenceOnlyAsync(SearchHistory history)
    {
        var candidate = history.Ledger.OpenCandidates().MaxBy(it => it.Pair.Log10)!;
        await history.ExcludeAsync(candidate);
        Assert.DoesNotContain(history.Ledger.OpenCandidates(), IsOfThePair);

        // Searched again on the same evidence it stays excluded, and with another typing it is there again.
        history.Harder();
        history.Search();
        Assert.DoesNotContain(history.Ledger.OpenCandidates(), IsOfThePair);
        await history.RetypeAsync(candidate.Pair.Family);
        history.Search();
        Assert.Contains(history.Ledger.OpenCandidates(), IsOfThePair);
        Assert.Equal(history.OfOneCleanRun(), history.OfTheLedger());

        bool IsOfThePair(GeneCandidate it) =>
            (it.Pair.Child, it.Pair.Family, it.Pair.Member)
            == (candidate.Pair.Child, candidate.Pair.Family, candidate.Pair.Member);
    }

    async Task RecordsSayWhatWasComparedAsync(SearchHistory history)
    {
        using var connection = database.Raw("genes");
        await using var command = connection.CreateCommand();
        await history.StepWithAChildAsync();
        history.Search();
        var names = history.Families.Select(it => it.Family.Id.Value.ToString("N")).Order(StringComparer.Ordinal);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names))));
        command.CommandText =
            "SELECT compared, digest FROM search WHERE child IS NOT NULL ORDER BY number DESC LIMIT 1";
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        Assert.True(await reader.ReadAsync(Cancel));
        Assert.Equal(history.Families.Count, Convert.ToInt32(reader.GetValue(0), null));
        Assert.Equal(digest, reader.GetString(1));
    }

    void RowsStay()
    {
        using var connection = database.Raw("genes");
        foreach (var table in new[] { "family", "family_member", "terms", "search", "candidate", "exclusion" })
        {
            Assert.ThrowsAny<DbException>(() => Run(connection, $"DELETE FROM {table}"));
            Assert.ThrowsAny<DbException>(() => Run(connection, $"INSERT INTO {table} SELECT * FROM {table}"));
        }
        foreach (var change in new[]
        {
            "UPDATE search SET version = 1000000", "UPDATE candidate SET log10 = 99",
            "UPDATE family SET body = NULL",
            "UPDATE terms SET engine = 'x'", "UPDATE exclusion SET evidence = evidence",
            "INSERT INTO search SELECT 1 + (SELECT max(number) FROM search), child, family, terms, 1000000000, "
            + "compared, digest, outcome, completed_at FROM search WHERE number = 1",
        })
            Assert.ThrowsAny<DbException>(() => Run(connection, change));
    }

    static void LateResultsOfOtherTermsAreNotWritten(SearchHistory history)
    {
        history.Harder();
        using var late = history.NewSearch();
        late.Begin();
        late.Refresh(Cancel);
        var (work, findings) = late.Next(Cancel);
        history.Harder();
        history.Resident.Begin();

        Assert.False(history.Ledger.Complete(work!, findings!));
        late.Refresh(Cancel);
        Assert.True(late.HasOtherTerms);
        Assert.Equal(SearchRound.Nothing, late.Run(done: null, Cancel));
    }

    /// <summary>Kill −9 with candidates half written: who starts afterwards finds the work undone.</summary>
    void KilledWhileWriting(SearchHistory history)
    {
        history.Harder();
        using var killed = history.NewSearch();
        killed.Begin();
        killed.Refresh(Cancel);
        var (work, findings) = killed.Next(Cancel);
        for (; findings!.Pairs.Count == 0; (work, findings) = killed.Next(Cancel))
        {
            Assert.NotNull(killed.Round(Cancel));
            killed.Refresh(Cancel);
        }
        var (left, found) = (history.Ledger.Alarms(), history.Ledger.OpenCandidates());
        GeneDatabase? after = null;
        var dying = findings with
        {
            Pairs = new Dying<GenePair>(findings.Pairs, 1, () => after = database.Open(database.AfterACrash())),
        };
        Assert.ThrowsAny<Exception>(() => history.Ledger.Complete(work!, dying));

        var ledger = new SearchLedger(after!);
        Assert.Equal(left.Children, ledger.Alarms().Children);
        Assert.Equal(left.Families, ledger.Alarms().Families);
        Assert.Equal(found, ledger.OpenCandidates());
        using var next = history.NewSearch(after);
        next.Run(done: null, Cancel);
        Assert.Equal(
            history.OfOneCleanRun().Select(it => (it.Child, it.Log10)),
            ledger.OpenCandidates().Select(it => (
                it.Pair.Child.Text, it.Pair.Family.Value.ToString("N"), it.Pair.Member, it.Pair.Log10)).Order()
                .Select(it => (it.Text, it.Log10)));
    }

    async Task IdleAndEmptyFamiliesAreToldAsync(SearchHistory history)
    {
        var nobody = GeneFamily.From(
            new(Guid.CreateVersion7()), 1,
            [
                new("FA", Sex.Male, null, null, null, false), new("MO", Sex.Female, null, null, null, false),
                new("CH", Sex.Unknown, "FA", "MO", null, true),
            ]).Value!;
        var inbox = new FamilyInbox(database.Session);
        var late = GeneFamily.From(nobody.Id, 3, nobody.Members).Value!;
        Assert.Equal(AcceptanceResult.Contradicts, await inbox.TakeAsync(late, Cancel));
        Assert.Equal(AcceptanceResult.Accepted, await inbox.TakeAsync(nobody, Cancel));
        var idle = await history.AcceptRelativeAsync();
        history.Search();

        var alarms = history.Ledger.Alarms();
        Assert.Contains(nobody.Id, alarms.CannotReach);
        Assert.Contains(idle, alarms.Idle);
        Assert.True(alarms.AllSearched);
    }

    async Task<List<(string? Child, Guid? Family, long Version)>> SearchesAsync(long terms)
    {
        using var connection = database.Raw("genes");
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT child, family, version FROM search WHERE terms = {terms}";
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var rows = new List<(string?, Guid?, long)>();
        while (await reader.ReadAsync(Cancel))
            rows.Add((
                reader.GetValue(0) as string,
                reader.IsDBNull(1) ? null : database.Location.IdOf(reader, 1),
                reader.GetInt64(2)));
        return rows;
    }

    async Task<long> ScalarAsync(string sql)
    {
        using var connection = database.Raw("genes");
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(Cancel), null);
    }

    static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

public sealed class SqliteSearchLedgerTests(SqliteGeneTestDatabase database)
    : SearchLedgerContract(database), IClassFixture<SqliteGeneTestDatabase>;

public sealed class PostgresSearchLedgerTests(PostgresGeneTestDatabase database)
    : SearchLedgerContract(database), IClassFixture<PostgresGeneTestDatabase>;
