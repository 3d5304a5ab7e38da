using System.Data.Common;
using System.Globalization;
using Homeward.Cases.Identification;
using Homeward.Cases.Samples;

namespace Homeward.Storage.Genes;

/// <summary>What happened to genes after one version and up to another, for whoever keeps all in memory.</summary>
/// <remarks>Rows only come, and their numbers are in the order of their commits: how things stood at a version is known
/// for ever, so each question may be asked by itself, and by several threads at once.</remarks>
public sealed class GeneHistory(GeneDatabase genes)
{
    /// <summary>Numbers that a thread reads at a time.</summary>
    const long NumbersAtATime = 1 << 13;

    /// <summary>The newest version of each family that had a change of its own.</summary>
    const string Changed = """
        SELECT f.id, f.version, f.body, f.number FROM family AS f
        WHERE f.number > @after AND f.number <= @part
          AND NOT EXISTS (SELECT 1 FROM family AS l
                          WHERE l.id = f.id AND l.version > f.version AND l.number <= @upto)
        ORDER BY f.number
        """;

    /// <summary>Families of which a member gave something later. Joined in this order, each by an index.</summary>
    const string Touched = """
        SELECT f.id, f.version, f.body, max(p.number) FROM profile AS p
        CROSS JOIN profile AS o CROSS JOIN family_member AS m CROSS JOIN family AS f
        WHERE p.number > @after AND p.number <= @upto
          AND EXISTS (SELECT 1 FROM profile AS e WHERE e.donor = p.donor AND e.number < p.number)
          AND o.donor = p.donor AND m.accession = o.accession AND f.number = m.number AND f.number < p.number
          AND f.body IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM family AS l
                          WHERE l.id = f.id AND l.version > f.version AND l.number <= @upto)
        GROUP BY f.id, f.version, f.body
        """;

    /// <summary>Families of which something that a member gave was withdrawn later.</summary>
    const string Bereft = """
        SELECT f.id, f.version, f.body, max(w.number) FROM withdrawal AS w
        CROSS JOIN profile AS p CROSS JOIN profile AS o CROSS JOIN family_member AS m CROSS JOIN family AS f
        WHERE w.number > @after AND w.number <= @upto AND p.accession = w.accession
          AND o.donor = p.donor AND m.accession = o.accession AND f.number = m.number AND f.number < w.number
          AND f.body IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM family AS l
                          WHERE l.id = f.id AND l.version > f.version AND l.number <= @upto)
        GROUP BY f.id, f.version, f.body
        """;

    public GeneMoment Now()
    {
        using var connection = genes.Location.ConnectToGenes();
        using var transaction = genes.Location.BeginRead(connection);
        var version = ScalarOf(transaction, "SELECT number FROM version");
        var last = ScalarOf(transaction, "SELECT coalesce(max(number), 0) FROM search");
        using var terms = GeneLocation.Prepared(
            transaction, "SELECT number, digest, engine FROM terms ORDER BY number DESC LIMIT 1");
        using var reader = terms.ExecuteReader();
        return reader.Read()
            ? new(version, reader.GetInt64(0), reader.GetString(1), reader.GetString(2), last)
            : new(version, 0, "", "", last);
    }

    /// <summary>Children's and relatives' profiles that came after one version and are searched at another, some at a
    /// time, one thread after the other telling.</summary>
    /// <param name="after">The version known.</param>
    /// <param name="upTo">The version asked for.</param>
    /// <param name="threads">Cores to open seals with.</param>
    /// <param name="take">Told of them in any order, never twice at once.</param>
    /// <param name="cancel">Looked at between parts.</param>
    public void Arrivals(
        long after, long upTo, int threads, Action<IReadOnlyList<AcceptedProfile>> take, CancellationToken cancel) =>
        InParts(after, upTo, threads, it => ArrivalsOf(it, upTo), take, cancel);

    /// <summary>Families that changed after one version, as they are at another.</summary>
    /// <inheritdoc cref="Arrivals"/>
    public void Families(
        long after, long upTo, int threads, Action<IReadOnlyList<ChangedFamily>> take, CancellationToken cancel)
    {
        InParts(
            after, upTo, threads,
            it => FamiliesOf(Changed, ("@after", it.After), ("@part", it.UpTo), ("@upto", upTo)), take, cancel);
        foreach (var sql in new[] { Touched, Bereft })
            take(FamiliesOf(sql, ("@after", after), ("@upto", upTo)));
    }

    /// <summary>Profiles that are not searched any more: withdrawn, or replaced by a better one.</summary>
    public IReadOnlyList<string> Departures(long after, long upTo) => [.. Rows(
        """
        SELECT supersedes FROM profile WHERE number > @after AND number <= @upto AND supersedes IS NOT NULL
        UNION ALL
        SELECT accession FROM withdrawal WHERE number > @after AND number <= @upto
        """,
        reader => reader.GetString(0), ("@after", after), ("@upto", upTo))];

    /// <summary>Which profile took whose place.</summary>
    public IReadOnlyList<(string Earlier, string Better)> Replacements(long after, long upTo) => [.. Rows(
        """
        SELECT supersedes, accession FROM profile
        WHERE number > @after AND number <= @upto AND supersedes IS NOT NULL
        """,
        reader => (reader.GetString(0), reader.GetString(1)), ("@after", after), ("@upto", upTo))];

    /// <summary>Records of searches under these terms that came after a record.</summary>
    public IEnumerable<CompletedSearch> Searches(long terms, long after, long upTo) => Rows(
        """
        SELECT number, child, family, version, outcome FROM search
        WHERE number > @after AND number <= @upto AND terms = @terms
        """,
        reader => new CompletedSearch(
            reader.GetInt64(0),
            reader.IsDBNull(1) ? null : SearchLedger.AccessionOf(reader, 1),
            reader.IsDBNull(2) ? null : new GeneFamilyId(genes.Location.IdOf(reader, 2)),
            reader.GetInt64(3),
            reader.GetString(4) == "TooOpen"),
        ("@after", after), ("@upto", upTo), ("@terms", terms));

    readonly record struct Part(long After, long UpTo);

    static void InParts<T>(
        long after, long upTo, int threads, Func<Part, IReadOnlyList<T>> read, Action<IReadOnlyList<T>> take,
        CancellationToken cancel)
    {
        var gate = new Lock();
        var count = (int)((upTo - after + NumbersAtATime - 1) / NumbersAtATime);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        Parallel.For(0, count, parallel, number =>
        {
            var first = after + number * NumbersAtATime;
            var found = read(new(first, Math.Min(upTo, first + NumbersAtATime)));
            lock (gate) take(found);
        });
    }

    List<AcceptedProfile> ArrivalsOf(Part part, long upTo)
    {
        using var connection = genes.Location.ConnectToGenes();
        using var transaction = genes.Location.BeginRead(connection);
        using var command = GeneLocation.Prepared(
            transaction,
            $"""
            SELECT {GeneDatabase.Stored} FROM profile AS it
            WHERE number > @after AND number <= @part AND kind <> 'Staff'
              AND NOT EXISTS (SELECT 1 FROM profile WHERE supersedes = it.accession AND number <= @upto)
              AND NOT EXISTS (SELECT 1 FROM withdrawal WHERE accession = it.accession AND number <= @upto)
            ORDER BY number
            """,
            "@after", "@part", "@upto");
        command.Parameters[0].Value = part.After;
        command.Parameters[1].Value = part.UpTo;
        command.Parameters[2].Value = upTo;
        var found = new List<AcceptedProfile>();
        using var reader = command.ExecuteReader();
        // Opened after the genes: whoever has a profile there has a key here, or was erased.
        using var keys = new DonorKeys(genes.Location, genes.Files, writes: false);
        while (reader.Read())
            if (genes.Read(reader, keys) is { } profile) found.Add(profile);
        return found;
    }

    List<ChangedFamily> FamiliesOf(string sql, params (string, long)[] values) => [.. Rows(
        sql,
        reader => new ChangedFamily(FamilyOf(reader), reader.GetInt64(3)),
        values)];

    GeneFamily FamilyOf(DbDataReader reader)
    {
        var (id, version) = (new GeneFamilyId(genes.Location.IdOf(reader, 0)), reader.GetInt32(1));
        return reader.IsDBNull(2) ? GeneFamily.Ended(id, version)
            : GeneFamily.FromText(id, version, reader.GetString(2));
    }

    IEnumerable<T> Rows<T>(string sql, Func<DbDataReader, T> read, params (string Name, long Value)[] values)
    {
        using var connection = genes.Location.ConnectToGenes();
        using var transaction = genes.Location.BeginRead(connection);
        using var command = GeneLocation.Prepared(transaction, sql, [.. values.Select(it => it.Name)]);
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i].Value;
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return read(reader);
    }

    static long ScalarOf(DbTransaction transaction, string sql)
    {
        using var command = GeneLocation.Prepared(transaction, sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
