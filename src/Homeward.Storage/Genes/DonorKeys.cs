using System.Data.Common;
using System.Globalization;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;

namespace Homeward.Storage.Genes;

/// <summary>The donors' data keys, in one transaction on the key store.</summary>
sealed class DonorKeys : IDisposable
{
    readonly GeneLocation _location;
    readonly EpochKeys _files;
    readonly DbConnection _connection;
    readonly DbTransaction _transaction;
    readonly DbCommand _find;
    readonly DbCommand _add;
    readonly DbCommand _erased;
    readonly Dictionary<int, SecretKey> _epochs = [];
    readonly int _present;

    public DonorKeys(GeneLocation location, EpochKeys files, bool writes)
    {
        (_location, _files) = (location, files);
        _connection = location.ConnectToKeys();
        _transaction = writes ? location.BeginWrite(_connection) : location.BeginRead(_connection);
        _find = GeneLocation.Prepared(
            _transaction, "SELECT epoch, wrapped FROM data_key WHERE donor = @donor", "@donor");
        _add = GeneLocation.Prepared(
            _transaction,
            "INSERT INTO data_key (donor, epoch, wrapped) VALUES (@donor, @epoch, @wrapped)",
            "@donor", "@epoch", "@wrapped");
        _erased = GeneLocation.Prepared(_transaction, "SELECT count(*) FROM erasure WHERE donor = @donor", "@donor");
        using var last = GeneLocation.Prepared(_transaction, "SELECT max(number) FROM epoch");
        _present = Convert.ToInt32(last.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>The first epoch, and its key file.</summary>
    public static void Begin(GeneLocation location, EpochKeys files, Instant now)
    {
        using var connection = location.ConnectToKeys();
        using var transaction = location.BeginWrite(connection);
        using var insert = GeneLocation.Prepared(
            transaction, "INSERT INTO epoch (number, began_at) VALUES (1, @now)", "@now");
        insert.Parameters[0].Value = now.Microseconds;
        insert.ExecuteNonQuery();
        files.Make(1).Dispose();
        transaction.Commit();
    }

    /// <summary>The donor's key; null when there is none, or none any more.</summary>
    public SecretKey? Find(GeneDonorId donor)
    {
        _find.Parameters[0].Value = _location.IdValue(donor.Value);
        using var reader = _find.ExecuteReader();
        return reader.Read()
            ? new(KeyOf(reader.GetInt32(0)).Open((byte[])reader.GetValue(1), PlaceOf(donor, reader.GetInt32(0))))
            : null;
    }

    /// <summary>The donor's key, drawn now if there is none yet; null when the donor was erased.</summary>
    public SecretKey? FindOrDraw(GeneDonorId donor)
    {
        if (Find(donor) is { } found) return found;
        _erased.Parameters[0].Value = _location.IdValue(donor.Value);
        if (Convert.ToInt64(_erased.ExecuteScalar(), CultureInfo.InvariantCulture) > 0) return null;
        var drawn = SecretKey.New();
        _add.Parameters[0].Value = _location.IdValue(donor.Value);
        _add.Parameters[1].Value = _present;
        _add.Parameters[2].Value = drawn.WrappedBy(KeyOf(_present), PlaceOf(donor, _present));
        _add.ExecuteNonQuery();
        return drawn;
    }

    public void Commit() => _transaction.Commit();

    public void Dispose()
    {
        foreach (var key in _epochs.Values) key.Dispose();
        _find.Dispose();
        _add.Dispose();
        _erased.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    SecretKey KeyOf(int epoch)
    {
        if (_epochs.TryGetValue(epoch, out var key)) return key;
        _epochs.Add(epoch, key = _files.Read(epoch));
        return key;
    }

    static byte[] PlaceOf(GeneDonorId donor, int epoch) =>
        [.. "homeward key"u8, .. donor.Value.ToByteArray(bigEndian: true), .. BitConverter.GetBytes(epoch)];
}
