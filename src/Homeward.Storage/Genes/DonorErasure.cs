using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;

namespace Homeward.Storage.Genes;

/// <summary>Erases what donors gave: out of every search at once, then the key, without which their profiles are noise
/// in the database and in all its copies.</summary>
/// <remarks>The key store's own copies still hold the keys, wrapped by the key of an epoch. That epoch ends with an
/// erasure and its file is removed, so an erasure is complete when the last copy of that file has gone
/// (docs/guide/genes.md). Whatever was interrupted is finished by asking for it again.</remarks>
public sealed class DonorErasure(GeneDatabase database)
{
    /// <param name="who">Null for the program itself, when it brings back an older copy.</param>
    /// <param name="donors">Whose genes go. Those erased before are passed over.</param>
    /// <param name="cancel">Looked at before the act.</param>
    /// <returns>Those that were erased now.</returns>
    public async Task<IReadOnlyList<GeneDonorId>> EraseAsync(
        Actor? who, IReadOnlyList<GeneDonorId> donors, CancellationToken cancel)
    {
        var entry = await database.Audit.AppendAsync(
            new()
            {
                Kind = AuditKind.Act,
                What = Permission.EraseGenes,
                Who = who?.User,
                Agency = who?.Agency,
                Purpose = Purpose.Retention,
                Fields = FieldClasses.Internal,
                Subjects = [.. donors.Select(it => it.Value).Distinct()],
            },
            cancel);
        var now = Instant.Of(database.Clock.GetUtcNow());
        Withdraw(donors, entry, now);
        var erased = DonorKeys.Erase(database.Location, database.Files, donors, now);
        // What was accepted between the two; after it nothing can be.
        Withdraw(donors, entry, now);
        return erased;
    }

    /// <summary>Erases again whoever was erased before: after older copies were brought back, whose genes or keys may
    /// not know of it.</summary>
    /// <param name="inLogs">Whom the logs at hand name: <see cref="ErasuresInLog"/>.</param>
    /// <param name="cancel">Looked at before the act.</param>
    /// <returns>How many there are in all.</returns>
    public async Task<int> ReapplyAsync(IEnumerable<GeneDonorId> inLogs, CancellationToken cancel)
    {
        GeneDonorId[] donors = [.. DonorKeys.Erased(database.Location).Union(inLogs)];
        if (donors.Length > 0) await EraseAsync(who: null, donors, cancel);
        return donors.Length;
    }

    /// <summary>Everybody who was erased.</summary>
    public IReadOnlySet<GeneDonorId> Erased() => DonorKeys.Erased(database.Location).ToHashSet();

    /// <summary>The donor of a profile, also of one that was withdrawn; null when there is no such profile.</summary>
    public GeneDonorId? DonorOf(AccessionNumber accession)
    {
        using var connection = database.Location.ConnectToGenes();
        using var transaction = database.Location.BeginRead(connection);
        using var command = GeneLocation.Prepared(
            transaction, "SELECT donor FROM profile WHERE accession = @accession", "@accession");
        command.Parameters[0].Value = accession.Text;
        using var reader = command.ExecuteReader();
        return reader.Read() ? new(database.Location.IdOf(reader, 0)) : null;
    }

    void Withdraw(IReadOnlyList<GeneDonorId> donors, EntryId entry, Instant now)
    {
        var location = database.Location;
        using var connection = location.ConnectToGenes();
        using var transaction = location.BeginWrite(connection);
        using var open = GeneLocation.Prepared(
            transaction,
            """
            SELECT accession FROM profile AS it WHERE donor = @donor
              AND NOT EXISTS (SELECT 1 FROM withdrawal WHERE accession = it.accession)
            ORDER BY number
            """,
            "@donor");
        using var insert = GeneLocation.Prepared(
            transaction,
            """
            INSERT INTO withdrawal (number, accession, reason, entry, withdrawn_at)
            SELECT 1 + (SELECT number FROM version), @accession, 'Erased', @entry, @now
            """,
            "@accession", "@entry", "@now");
        insert.Parameters[1].Value = location.IdValue(entry.Value);
        insert.Parameters[2].Value = now.Microseconds;
        foreach (var donor in donors)
        {
            open.Parameters[0].Value = location.IdValue(donor.Value);
            var accessions = new List<string>();
            using (var reader = open.ExecuteReader())
                while (reader.Read()) accessions.Add(reader.GetString(0));
            foreach (var accession in accessions)
            {
                insert.Parameters[0].Value = accession;
                insert.ExecuteNonQuery();
            }
        }
        transaction.Commit();
    }
}
