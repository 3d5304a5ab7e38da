using System.Data.Common;
using System.Globalization;
using Homeward.Cases.Identification;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Storage.Genes;

/// <summary>Who has been searched against whom, and what was found: what must be searched is what has no
/// record.</summary>
/// <remarks>There is no list of things to do that a crash could lose. What a run found and the records that it was
/// made are one transaction: a run that was killed leaves nothing, and is made again.</remarks>
public sealed class SearchLedger(GeneDatabase genes)
{
    /// <summary>The number of these terms. Under new ones everybody is searched again.</summary>
    /// <param name="terms">What searches take for granted from now on.</param>
    /// <param name="anew">Whether everybody is to be searched again although these terms hold already.</param>
    public long Begin(SearchTerms terms, bool anew = false)
    {
        using var connection = genes.Location.ConnectToGenes();
        using var transaction = genes.Location.BeginWrite(connection);
        using var last = GeneLocation.Prepared(
            transaction, "SELECT number, engine, digest FROM terms ORDER BY number DESC LIMIT 1");
        var number = 0L;
        using (var reader = last.ExecuteReader())
            if (reader.Read())
            {
                number = reader.GetInt64(0);
                if (!anew && reader.GetString(1) == terms.Engine && reader.GetString(2) == terms.Digest)
                    return number;
            }
        using var insert = GeneLocation.Prepared(
            transaction,
            """
            INSERT INTO terms (number, engine, digest, words, began_at)
            VALUES (@number, @engine, @digest, @words, @now)
            """,
            "@number", "@engine", "@digest", "@words", "@now");
        insert.Parameters[0].Value = number + 1;
        insert.Parameters[1].Value = terms.Engine;
        insert.Parameters[2].Value = terms.Digest;
        insert.Parameters[3].Value = terms.Words;
        insert.Parameters[4].Value = Now;
        insert.ExecuteNonQuery();
        transaction.Commit();
        return number + 1;
    }

    /// <summary>Writes what was found, and that it was searched for.</summary>
    /// <returns>False when other terms hold by now: nothing is written, and the work is to be done anew.</returns>
    public bool Complete(SearchWork work, SearchFindings findings)
    {
        using var connection = genes.Location.ConnectToGenes();
        using var transaction = genes.Location.BeginWrite(connection);
        if (ScalarOf(transaction, "SELECT max(number) FROM terms") != work.Terms) return false;
        AddCandidates(transaction, work, findings.Pairs);
        AddRecords(transaction, work, findings);
        transaction.Commit();
        return true;
    }

    /// <summary>Candidates that people should look at now, each pair once.</summary>
    public IReadOnlyList<GeneCandidate> OpenCandidates() => Candidates("open_candidate", after: 0, int.MaxValue);

    /// <summary>Candidates in the order in which they were found, for whoever takes them over and has taken those up
    /// to a number: they may be asked for again.</summary>
    public IReadOnlyList<GeneCandidate> CandidatesAfter(long number, int most) => Candidates("candidate", number, most);

    public SearchAlarms Alarms()
    {
        using var connection = genes.Location.ConnectToGenes();
        using var transaction = genes.Location.BeginRead(connection);
        return new(
            Accessions(transaction, "SELECT accession FROM unsearched_child ORDER BY number"),
            Families(transaction, "SELECT id FROM unsearched_family ORDER BY touched"),
            Accessions(transaction, "SELECT accession FROM idle_profile ORDER BY number"),
            Families(transaction, WithOutcome("CannotReach")),
            Families(transaction, WithOutcome("TooOpen")));
    }

    static string WithOutcome(string outcome) =>
        $"""
        SELECT it.id FROM live_family AS it WHERE EXISTS (
            SELECT 1 FROM search AS s WHERE s.family = it.id AND s.outcome = '{outcome}'
              AND s.terms = (SELECT max(number) FROM terms) AND s.version >= it.touched) ORDER BY it.touched
        """;

    void AddCandidates(DbTransaction transaction, SearchWork work, IReadOnlyList<GenePair> pairs)
    {
        var evidence = new SearchEvidence(transaction);
        var number = ScalarOf(transaction, "SELECT coalesce(max(number), 0) FROM candidate");
        using var insert = GeneLocation.Prepared(
            transaction,
            """
            INSERT INTO candidate (number, child, family, member, log10, evidence, terms, version, found_at)
            SELECT @number, @child, @family, @member, @log10, @evidence, @terms, @version, @now
            WHERE NOT EXISTS (SELECT 1 FROM candidate
                              WHERE child = @child AND family = @family AND member = @member
                                AND terms = @terms AND version = @version)
            """,
            "@number", "@child", "@family", "@member", "@log10", "@evidence", "@terms", "@version", "@now");
        foreach (var pair in pairs)
        {
            insert.Parameters[0].Value = number + 1;
            insert.Parameters[1].Value = pair.Child.Text;
            insert.Parameters[2].Value = genes.Location.IdValue(pair.Family.Value);
            insert.Parameters[3].Value = pair.Member;
            insert.Parameters[4].Value = pair.Log10;
            insert.Parameters[5].Value = evidence.Of(pair, work);
            insert.Parameters[6].Value = work.Terms;
            insert.Parameters[7].Value = work.Version;
            insert.Parameters[8].Value = Now;
            number += insert.ExecuteNonQuery();
        }
    }

    void AddRecords(DbTransaction transaction, SearchWork work, SearchFindings findings)
    {
        var number = ScalarOf(transaction, "SELECT coalesce(max(number), 0) FROM search");
        using var insert = GeneLocation.Prepared(
            transaction,
            """
            INSERT INTO search (number, child, family, terms, version, compared, digest, outcome, completed_at)
            VALUES (@number, @child, @family, @terms, @version, @compared, @digest, @outcome, @now)
            """,
            "@number", "@child", "@family", "@terms", "@version", "@compared", "@digest", "@outcome", "@now");
        insert.Parameters[3].Value = work.Terms;
        insert.Parameters[4].Value = work.Version;
        insert.Parameters[8].Value = Now;
        foreach (var child in work.Children)
            Add(child.Text, DBNull.Value, work.AllFamilies, "Searched");
        // A family that some child made too open has not been searched for that child: that is said too.
        foreach (var family in work.Families.Union(findings.TooOpen))
            Add(
                DBNull.Value, genes.Location.IdValue(family.Value), work.AllChildren,
                findings.TooOpen.Contains(family) ? "TooOpen"
                : findings.CannotReach.Contains(family) ? "CannotReach" : "Searched");

        void Add(object child, object family, ComparedNames compared, string outcome)
        {
            insert.Parameters[0].Value = ++number;
            insert.Parameters[1].Value = child;
            insert.Parameters[2].Value = family;
            insert.Parameters[5].Value = compared.Count;
            insert.Parameters[6].Value = compared.Digest;
            insert.Parameters[7].Value = outcome;
            insert.ExecuteNonQuery();
        }
    }

    long Now => Instant.Of(genes.Clock.GetUtcNow()).Microseconds;

    List<GeneCandidate> Candidates(string table, long after, int most)
    {
        using var connection = genes.Location.ConnectToGenes();
        using var transaction = genes.Location.BeginRead(connection);
        using var command = GeneLocation.Prepared(
            transaction,
            $"""
            SELECT number, child, family, member, log10, evidence, version FROM {table}
            WHERE number > @after ORDER BY number LIMIT @most
            """,
            "@after", "@most");
        (command.Parameters[0].Value, command.Parameters[1].Value) = (after, (long)most);
        using var reader = command.ExecuteReader();
        var found = new List<GeneCandidate>();
        while (reader.Read())
            found.Add(new(
                reader.GetInt64(0),
                new(
                    AccessionOf(reader, 1), new(genes.Location.IdOf(reader, 2)), reader.GetString(3),
                    reader.GetDouble(4)),
                reader.GetString(5),
                reader.GetInt64(6)));
        return found;
    }

    List<GeneFamilyId> Families(DbTransaction transaction, string sql)
    {
        using var command = GeneLocation.Prepared(transaction, sql);
        using var reader = command.ExecuteReader();
        var found = new List<GeneFamilyId>();
        while (reader.Read()) found.Add(new(genes.Location.IdOf(reader, 0)));
        return found;
    }

    static List<AccessionNumber> Accessions(DbTransaction transaction, string sql)
    {
        using var command = GeneLocation.Prepared(transaction, sql);
        using var reader = command.ExecuteReader();
        var found = new List<AccessionNumber>();
        while (reader.Read()) found.Add(AccessionOf(reader, 0));
        return found;
    }

    internal static AccessionNumber AccessionOf(DbDataReader reader, int column)
    {
        var isNumber = AccessionNumber.TryParse(reader.GetString(column), out var accession);
        Check.That(isNumber, "a stored accession number is one");
        return accession;
    }

    static long ScalarOf(DbTransaction transaction, string sql)
    {
        using var command = GeneLocation.Prepared(transaction, sql);
        return command.ExecuteScalar() is { } value and not DBNull
            ? Convert.ToInt64(value, CultureInfo.InvariantCulture)
            : 0;
    }
}
