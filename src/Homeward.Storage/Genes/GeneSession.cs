using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Cases.Identification;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;

namespace Homeward.Storage.Genes;

/// <summary>Reading and writing genotypes for one actor. Each read is recorded before a genotype is handed out, each
/// act before it is done.</summary>
public sealed class GeneSession
{
    readonly GeneDatabase _database;
    readonly Actor? _actor;
    readonly Purpose _purpose;

    internal GeneSession(GeneDatabase database, Actor? actor, Purpose purpose) =>
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

    /// <summary>What pairs rest on, in the order asked for; null for one that is not searched any more.</summary>
    public async Task<IReadOnlyList<ReadPair?>> ReadAsync(IReadOnlyList<GenePair> pairs, CancellationToken cancel)
    {
        var (found, donors) = Read(pairs);
        await _database.Audit.AppendAsync(
            Record(AuditKind.Read, Permission.ReadCandidates) with { Subjects = donors }, cancel);
        return found;
    }

    /// <summary>Takes a profile out of every search, at once.</summary>
    /// <returns>False when it is not there, or was withdrawn before.</returns>
    public Task<bool> WithdrawAsync(AccessionNumber accession, WithdrawalReason reason, CancellationToken cancel) =>
        ActAsync(
            act =>
            {
                using var insert = GeneLocation.Prepared(
                    act.Transaction,
                    """
                    INSERT INTO withdrawal (number, accession, reason, entry, withdrawn_at)
                    SELECT 1 + (SELECT number FROM version), accession, @reason, @entry, @now FROM profile AS it
                    WHERE accession = @accession
                      AND NOT EXISTS (SELECT 1 FROM withdrawal WHERE accession = it.accession)
                    """,
                    "@reason", "@entry", "@now", "@accession");
                insert.Parameters[0].Value = reason.ToString();
                insert.Parameters[1].Value = act.Location.IdValue(act.Entry.Value);
                insert.Parameters[2].Value = act.Now.Microseconds;
                insert.Parameters[3].Value = accession.Text;
                return insert.ExecuteNonQuery() == 1;
            },
            isDone: it => it,
            cancel);

    /// <summary>Remembers that this pair is none, on the evidence that the candidate rests on. It comes back with other
    /// evidence only.</summary>
    /// <returns>False when it was excluded on this evidence before.</returns>
    public Task<bool> ExcludeAsync(GeneCandidate candidate, CancellationToken cancel) =>
        ActAsync(
            act =>
            {
                using var insert = GeneLocation.Prepared(
                    act.Transaction,
                    """
                    INSERT INTO exclusion (child, family, member, evidence, entry, excluded_at)
                    SELECT @child, @family, @member, @evidence, @entry, @now
                    WHERE NOT EXISTS (SELECT 1 FROM exclusion WHERE child = @child AND family = @family
                                        AND member = @member AND evidence = @evidence)
                    """,
                    "@child", "@family", "@member", "@evidence", "@entry", "@now");
                insert.Parameters[0].Value = candidate.Pair.Child.Text;
                insert.Parameters[1].Value = act.Location.IdValue(candidate.Pair.Family.Value);
                insert.Parameters[2].Value = candidate.Pair.Member;
                insert.Parameters[3].Value = candidate.Evidence;
                insert.Parameters[4].Value = act.Location.IdValue(act.Entry.Value);
                insert.Parameters[5].Value = act.Now.Microseconds;
                return insert.ExecuteNonQuery() == 1;
            },
            isDone: it => it,
            cancel);

    /// <summary>Records an act, then does it in a transaction of its own.</summary>
    /// <param name="act">What is done; nothing of it stays when it was not done.</param>
    /// <param name="isDone">Whether it was; else the log says that it was not.</param>
    /// <param name="cancel">Looked at before the act.</param>
    internal async Task<T> ActAsync<T>(Func<GeneAct, T> act, Func<T, bool> isDone, CancellationToken cancel)
    {
        var entry = await _database.Audit.AppendAsync(Record(AuditKind.Act, Permission.RecordSample), cancel);
        var result = Do(act, isDone, entry);
        if (!isDone(result))
            await _database.Audit.AppendAsync(
                Record(AuditKind.Failed, Permission.RecordSample) with { About = entry }, CancellationToken.None);
        return result;
    }

    T Do<T>(Func<GeneAct, T> act, Func<T, bool> isDone, EntryId entry)
    {
        var location = _database.Location;
        using var connection = location.ConnectToGenes();
        using var transaction = location.BeginWrite(connection);
        var result = act(new(location, transaction, entry, Instant.Of(_database.Clock.GetUtcNow())));
        if (isDone(result)) transaction.Commit();
        return result;
    }

    (IReadOnlyList<ReadPair?> Found, Guid[] Donors) Read(IReadOnlyList<GenePair> pairs)
    {
        using var connection = _database.Location.ConnectToGenes();
        using var transaction = _database.Location.BeginRead(connection);
        using var keys = new DonorKeys(_database.Location, _database.Files, writes: false);
        var reading = new PairReading(_database, transaction, keys);
        ReadPair?[] found = [.. pairs.Select(reading.Of)];
        return (found, [.. reading.Donors]);
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
        Who = _actor?.User,
        Agency = _actor?.Agency,
        Purpose = _purpose,
        Fields = FieldClasses.Genetic,
    };
}
