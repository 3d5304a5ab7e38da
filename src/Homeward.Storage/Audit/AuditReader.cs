using System.Data.Common;
using System.Text;
using Homeward.Cases.Audit;

namespace Homeward.Storage.Audit;

/// <summary>Reads a log as it is found, a page at a time, in order of node and number.</summary>
sealed class AuditReader(AuditDatabase database, DbTransaction transaction)
{
    const int Page = 1000;

    /// <summary>How long every chain is, and its last hash.</summary>
    public List<ChainHead> Heads()
    {
        using var command = AuditDatabase.Command(
            transaction,
            $"""
            SELECT node, number, hash FROM {database.EntryTable} AS it
            WHERE number = (SELECT max(number) FROM {database.EntryTable} WHERE node = it.node)
            ORDER BY node
            """);
        using var reader = command.ExecuteReader();
        var heads = new List<ChainHead>();
        while (reader.Read())
            heads.Add(new(reader.GetString(0), reader.GetInt64(1), Convert.ToHexStringLower((byte[])reader[2])));
        return heads;
    }

    public IEnumerable<StoredEntry> Entries()
    {
        var (node, number) = ("", long.MinValue);
        List<StoredEntry> page;
        do
        {
            page = After(node, number);
            foreach (var entry in page) yield return entry;
            if (page.Count > 0) (node, number) = (page[^1].Node, page[^1].Number);
        }
        while (page.Count == Page);
    }

    /// <summary>What the index by subject says of these entries of one chain.</summary>
    public HashSet<(long Number, Guid Subject)> Listed(string node, long from, long to)
    {
        using var command = AuditDatabase.Command(
            transaction,
            $"SELECT number, subject FROM {database.SubjectTable} WHERE node = @node AND number BETWEEN @from AND @to",
            "@node", "@from", "@to");
        (command.Parameters[0].Value, command.Parameters[1].Value, command.Parameters[2].Value) = (node, from, to);
        using var reader = command.ExecuteReader();
        var listed = new HashSet<(long, Guid)>();
        while (reader.Read()) listed.Add((reader.GetInt64(0), Id(reader, 1)));
        return listed;
    }

    /// <summary>Places in the index by subject for which there is no entry.</summary>
    public List<(string Node, long Number)> ListedWithoutEntry()
    {
        using var command = AuditDatabase.Command(
            transaction,
            $"""
            SELECT DISTINCT node, number FROM {database.SubjectTable} AS it
            WHERE NOT EXISTS (SELECT 1 FROM {database.EntryTable} WHERE node = it.node AND number = it.number)
            ORDER BY node, number
            """);
        using var reader = command.ExecuteReader();
        var places = new List<(string, long)>();
        while (reader.Read()) places.Add((reader.GetString(0), reader.GetInt64(1)));
        return places;
    }

    /// <summary>The last entries of all chains that a question asks for. Ids are made in the order of time, so that
    /// they put the chains of several nodes in one order.</summary>
    public AuditPart Latest(AuditQuestion question, CancellationToken cancel)
    {
        var found = new List<AuditEntry>();
        var read = 0;
        var before = question.Older?.Value ?? question.FirstIdAfter;
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var page = Before(before);
            foreach (var stored in page)
            {
                read++;
                before = stored.Id;
                if (AuditText.Read(stored.Text).Value is not { } entry || !question.Asks(entry)) continue;
                found.Add(entry);
                if (found.Count == AuditQuestion.Most) return new(found, entry.Id, IsSearchedThrough: true);
            }
            if (page.Count < Page) return new(found, null, IsSearchedThrough: true);
            if (read >= AuditQuestion.MostRead) return new(found, new(before), IsSearchedThrough: false);
        }
    }

    /// <summary>The last entries that name one of these.</summary>
    public List<AuditEntry> About(IReadOnlyList<Guid> subjects, int most)
    {
        var found = new List<AuditEntry>();
        using var command = AuditDatabase.Command(
            transaction,
            $"""
            SELECT it.node, it.number, it.id, it.body, it.hash FROM {database.SubjectTable} AS listed
            JOIN {database.EntryTable} AS it ON it.node = listed.node AND it.number = listed.number
            WHERE listed.subject = @subject ORDER BY it.id DESC LIMIT {most}
            """,
            "@subject");
        foreach (var subject in subjects)
        {
            command.Parameters[0].Value = database.IdValue(subject);
            found.AddRange(Stored(command).Select(it => AuditText.Read(it.Text).Value).OfType<AuditEntry>());
        }
        return [.. found.DistinctBy(it => it.Id).OrderByDescending(it => it.When).Take(most)];
    }

    List<StoredEntry> Before(Guid id)
    {
        using var command = AuditDatabase.Command(
            transaction,
            $"""
            SELECT node, number, id, body, hash FROM {database.EntryTable}
            WHERE id < @id ORDER BY id DESC LIMIT {Page}
            """,
            "@id");
        command.Parameters[0].Value = database.IdValue(id);
        return Stored(command);
    }

    List<StoredEntry> After(string node, long number)
    {
        using var command = AuditDatabase.Command(
            transaction,
            $"""
            SELECT node, number, id, body, hash FROM {database.EntryTable}
            WHERE (node, number) > (@node, @number) ORDER BY node, number LIMIT {Page}
            """,
            "@node", "@number");
        (command.Parameters[0].Value, command.Parameters[1].Value) = (node, number);
        return Stored(command);
    }

    static List<StoredEntry> Stored(DbCommand command)
    {
        using var reader = command.ExecuteReader();
        var page = new List<StoredEntry>(Page);
        while (reader.Read())
            page.Add(new(
                reader.GetString(0), reader.GetInt64(1), Id(reader, 2),
                Encoding.UTF8.GetBytes(reader.GetValue(3) as string ?? ""), reader.GetValue(4) as byte[] ?? []));
        return page;
    }

    /// <summary>What is no id any more reads as the empty one, which no entry has.</summary>
    static Guid Id(DbDataReader reader, int column) => reader.GetValue(column) switch
    {
        Guid id => id,
        string text => Guid.TryParse(text, out var id) ? id : Guid.Empty,
        _ => Guid.Empty,
    };
}
