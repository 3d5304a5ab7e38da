using System.Data.Common;
using System.Globalization;
using System.Threading.Channels;
using Homeward.Cases.Audit;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;

namespace Homeward.Storage.Genes;

/// <summary>Profiles that are accepted together or not at all, such as those of one file. What is not committed never
/// was.</summary>
/// <remarks>The keys are committed before what they seal. A crash between the two leaves keys of donors who have no
/// profile: they open nothing, and the same donors find them again.</remarks>
public sealed class AcceptanceBatch : IAsyncDisposable
{
    const int ChunkSize = 64;
    const int ChunksAhead = 16;

    readonly GeneLocation _location;
    readonly DbConnection _connection;
    readonly DbTransaction _transaction;
    readonly DonorKeys _keys;
    readonly DbCommand _find;
    readonly DbCommand _insert;
    readonly Func<ValueTask> _onFailure;
    bool _isCommitted;

    /// <param name="location">The databases.</param>
    /// <param name="files">The epochs' keys.</param>
    /// <param name="entry">The entry of the act, and its moment.</param>
    /// <param name="onFailure">Told when the batch ends without a commit.</param>
    internal AcceptanceBatch(
        GeneLocation location, EpochKeys files, (EntryId Id, Instant Now) entry, Func<ValueTask> onFailure)
    {
        (_location, _onFailure) = (location, onFailure);
        _connection = location.ConnectToGenes();
        _transaction = location.BeginWrite(_connection);
        _keys = new(location, files, writes: true);
        _find = GeneLocation.Prepared(
            _transaction,
            "SELECT donor, kind, supersedes, fingerprint FROM profile WHERE accession = @accession", "@accession");
        _insert = GeneLocation.Prepared(
            _transaction,
            """
            INSERT INTO profile
                (number, accession, donor, kind, sealed, fingerprint, supersedes, entry, accepted_at)
            VALUES (@number, @accession, @donor, @kind, @sealed, @fingerprint, @supersedes, @entry, @accepted_at)
            """,
            "@number", "@accession", "@donor", "@kind", "@sealed", "@fingerprint", "@supersedes", "@entry",
            "@accepted_at");
        _insert.Parameters[7].Value = location.IdValue(entry.Id.Value);
        _insert.Parameters[8].Value = entry.Now.Microseconds;
        using var version = GeneLocation.Prepared(_transaction, "SELECT number FROM version");
        Version = Convert.ToInt64(version.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Number of the last change, those of this batch included.</summary>
    public long Version { get; private set; }

    public AcceptanceResult Add(Acceptance acceptance) => Write(Sealed(acceptance));

    /// <summary>Adds many: what one thread reads and seals, another writes.</summary>
    /// <param name="acceptances">Read on another thread.</param>
    /// <param name="tell">Told what became of each, in order.</param>
    /// <param name="cancel">Stops between two of them.</param>
    public async Task AddAllAsync(
        IEnumerable<Acceptance> acceptances, Action<Acceptance, AcceptanceResult> tell, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var ready = Channel.CreateBounded<SealedAcceptance[]>(ChunksAhead);
        var sealing = Task.Run(() => SealAllAsync(acceptances, ready.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var chunk in ready.Reader.ReadAllAsync(cancel))
                foreach (var it in chunk) tell(it.Acceptance, Write(it));
        }
        finally
        {
            // The keys are the other thread's until it has ended.
            await stop.CancelAsync();
            await sealing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await sealing;
    }

    async Task SealAllAsync(
        IEnumerable<Acceptance> acceptances, ChannelWriter<SealedAcceptance[]> ready, CancellationToken cancel)
    {
        try
        {
            foreach (var chunk in acceptances.Chunk(ChunkSize))
                await ready.WriteAsync([.. chunk.Select(Sealed)], cancel);
        }
        finally
        {
            ready.Complete();
        }
    }

    SealedAcceptance Sealed(Acceptance acceptance)
    {
        using var key = _keys.FindOrDraw(acceptance.Donor);
        return new(acceptance, key is null ? null : SealedProfile.Of(acceptance, key));
    }

    AcceptanceResult Write(SealedAcceptance it)
    {
        if (it.Box is not { } box) return AcceptanceResult.DonorErased;
        var acceptance = it.Acceptance;
        if (Known(acceptance, box.Fingerprint) is { } known) return known;
        _insert.Parameters[0].Value = Version + 1;
        _insert.Parameters[1].Value = acceptance.Accession.Text;
        _insert.Parameters[2].Value = _location.IdValue(acceptance.Donor.Value);
        _insert.Parameters[3].Value = acceptance.Kind.ToString();
        _insert.Parameters[4].Value = box.Box;
        _insert.Parameters[5].Value = box.Fingerprint;
        _insert.Parameters[6].Value = (object?)acceptance.Supersedes?.Text ?? DBNull.Value;
        _insert.ExecuteNonQuery();
        Version++;
        return AcceptanceResult.Accepted;
    }

    /// <param name="Acceptance">What was to be accepted.</param>
    /// <param name="Box">Its profile; null when its donor was erased.</param>
    sealed record SealedAcceptance(Acceptance Acceptance, SealedProfile? Box);

    /// <summary>When this returns, everything that was added is on the disk.</summary>
    public void Commit()
    {
        _keys.Commit();
        _transaction.Commit();
        _isCommitted = true;
    }

    public async ValueTask DisposeAsync()
    {
        _find.Dispose();
        _insert.Dispose();
        _keys.Dispose();
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
        if (!_isCommitted) await _onFailure();
    }

    AcceptanceResult? Known(Acceptance acceptance, byte[] fingerprint)
    {
        _find.Parameters[0].Value = acceptance.Accession.Text;
        using var reader = _find.ExecuteReader();
        if (!reader.Read()) return null;
        var isSame = _location.IdOf(reader, 0) == acceptance.Donor.Value
            && reader.GetString(1) == acceptance.Kind.ToString()
            && reader.GetValue(2) as string == acceptance.Supersedes?.Text
            && fingerprint.AsSpan().SequenceEqual((byte[])reader.GetValue(3));
        return isSame ? AcceptanceResult.AlreadyThere : AcceptanceResult.Contradicts;
    }
}
