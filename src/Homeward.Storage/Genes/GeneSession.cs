using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;

namespace Homeward.Storage.Genes;

/// <summary>Reading and writing genotypes for one actor. Each read is recorded before a genotype is handed out, each
/// act before it is done.</summary>
public sealed class GeneSession
{
    readonly GeneDatabase _database;
    readonly Actor _actor;
    readonly Purpose _purpose;

    internal GeneSession(GeneDatabase database, Actor actor, Purpose purpose) =>
        (_database, _actor, _purpose) = (database, actor, purpose);

    /// <summary>Begins to accept profiles that belong together.</summary>
    public async Task<AcceptanceBatch> AcceptAsync(CancellationToken cancel)
    {
        var entry = await _database.Audit.AppendAsync(Record(AuditKind.Act, Permission.RecordSample), cancel);
        var now = Instant.Of(_database.Clock.GetUtcNow());
        return new(_database.Location, _database.Files, (entry, now), FailedAsync);

        async ValueTask FailedAsync() => await _database.Audit.AppendAsync(
            Record(AuditKind.Failed, Permission.RecordSample) with { About = entry }, CancellationToken.None);
    }

    /// <summary>Profiles by number, in the order asked for; those that are not there, or whose donor was erased, are
    /// left out.</summary>
    public async Task<IReadOnlyList<AcceptedProfile>> ReadAsync(
        IReadOnlyList<AccessionNumber> accessions, CancellationToken cancel)
    {
        var found = Read(accessions);
        Guid[] donors = [.. found.Select(it => it.Donor.Value).Distinct()];
        await _database.Audit.AppendAsync(
            Record(AuditKind.Read, Permission.ReadSamples) with { Subjects = donors }, cancel);
        return found;
    }

    /// <summary>Takes a profile out of every search, at once.</summary>
    /// <returns>False when it is not there, or was withdrawn before.</returns>
    public async Task<bool> WithdrawAsync(
        AccessionNumber accession, WithdrawalReason reason, CancellationToken cancel)
    {
        var entry = await _database.Audit.AppendAsync(Record(AuditKind.Act, Permission.RecordSample), cancel);
        var location = _database.Location;
        using var connection = location.ConnectToGenes();
        using var transaction = location.BeginWrite(connection);
        using var insert = GeneLocation.Prepared(
            transaction,
            """
            INSERT INTO withdrawal (number, accession, reason, entry, withdrawn_at)
            SELECT 1 + (SELECT number FROM version), accession, @reason, @entry, @now FROM profile AS it
            WHERE accession = @accession AND NOT EXISTS (SELECT 1 FROM withdrawal WHERE accession = it.accession)
            """,
            "@reason", "@entry", "@now", "@accession");
        insert.Parameters[0].Value = reason.ToString();
        insert.Parameters[1].Value = location.IdValue(entry.Value);
        insert.Parameters[2].Value = Instant.Of(_database.Clock.GetUtcNow()).Microseconds;
        insert.Parameters[3].Value = accession.Text;
        var isDone = insert.ExecuteNonQuery() == 1;
        transaction.Commit();
        if (!isDone)
            await _database.Audit.AppendAsync(
                Record(AuditKind.Failed, Permission.RecordSample) with { About = entry }, CancellationToken.None);
        return isDone;
    }

    List<AcceptedProfile> Read(IReadOnlyList<AccessionNumber> accessions)
    {
        using var connection = _database.Location.ConnectToGenes();
        using var transaction = _database.Location.BeginRead(connection);
        using var keys = new DonorKeys(_database.Location, _database.Files, writes: false);
        using var command = GeneLocation.Prepared(
            transaction, $"SELECT {GeneDatabase.Stored} FROM profile WHERE accession = @accession", "@accession");
        var found = new List<AcceptedProfile>(accessions.Count);
        foreach (var accession in accessions)
        {
            command.Parameters[0].Value = accession.Text;
            using var reader = command.ExecuteReader();
            if (reader.Read() && _database.Read(reader, keys) is { } profile) found.Add(profile);
        }
        return found;
    }

    AuditRecord Record(AuditKind kind, Permission what) => new()
    {
        Kind = kind,
        What = what,
        Who = _actor.User,
        Agency = _actor.Agency,
        Purpose = _purpose,
        Fields = FieldClasses.Genetic,
    };
}
