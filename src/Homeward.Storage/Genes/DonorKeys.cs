using System.Data.Common;
using System.Globalization;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;

namespace Homeward.Storage.Genes;

/// <summary>The donors' data keys, in one transaction on the key store.</summary>
sealed class DonorKeys : IDisposable
{
    const int MostAttempts = 5;

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
        for (var attempt = 1; ; attempt++)
        {
            _connection = location.ConnectToKeys();
            _transaction = writes ? location.BeginWrite(_connection) : location.BeginRead(_connection);
            _present = Present(_transaction);
            try
            {
                // All keys are of the present epoch; read now, its file may go while the transaction lasts.
                _epochs.Add(_present, files.Read(_present));
                break;
            }
            catch (FileNotFoundException) when (attempt < MostAttempts)
            {
                // The epoch ended between the transaction and the file.
                _transaction.Dispose();
                _connection.Dispose();
            }
        }
        _find = GeneLocation.Prepared(
            _transaction, "SELECT epoch, wrapped FROM data_key WHERE donor = @donor", "@donor");
        _add = GeneLocation.Prepared(
            _transaction,
            "INSERT INTO data_key (donor, epoch, wrapped) VALUES (@donor, @epoch, @wrapped)",
            "@donor", "@epoch", "@wrapped");
        _erased = GeneLocation.Prepared(_transaction, "SELECT count(*) FROM erasure WHERE donor = @donor", "@donor");
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

    /// <summary>Removes the keys of these donors and wraps all others for a new epoch, in one transaction; then the
    /// files of ended epochs go.</summary>
    /// <returns>The donors that were not erased before.</returns>
    public static IReadOnlyList<GeneDonorId> Erase(
        GeneLocation location, EpochKeys files, IReadOnlyList<GeneDonorId> donors, Instant now)
    {
        var erased = new List<GeneDonorId>();
        using (var keys = new DonorKeys(location, files, writes: true))
        {
            foreach (var donor in donors.Distinct())
                if (keys.MarkErased(donor, now)) erased.Add(donor);
            if (erased.Count > 0)
            {
                keys.WrapAnew(now);
                keys.Commit();
            }
        }
        RemoveEnded(location, files);
        return erased;
    }

    /// <summary>Removes key files of epochs that have ended: a crash may have left them.</summary>
    public static void RemoveEnded(GeneLocation location, EpochKeys files) => files.RemoveBefore(PresentOf(location));

    /// <summary>The number of the present epoch.</summary>
    public static int PresentOf(GeneLocation location)
    {
        using var connection = location.ConnectToKeys();
        using var transaction = location.BeginRead(connection);
        return Present(transaction);
    }

    /// <summary>Everybody whose key was erased.</summary>
    public static IReadOnlyList<GeneDonorId> Erased(GeneLocation location)
    {
        using var connection = location.ConnectToKeys();
        using var transaction = location.BeginRead(connection);
        using var command = GeneLocation.Prepared(transaction, "SELECT donor FROM erasure ORDER BY donor");
        using var reader = command.ExecuteReader();
        var donors = new List<GeneDonorId>();
        while (reader.Read()) donors.Add(new(location.IdOf(reader, 0)));
        return donors;
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
        if (IsErased(donor)) return null;
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

    bool MarkErased(GeneDonorId donor, Instant now)
    {
        if (IsErased(donor)) return false;
        using var insert = GeneLocation.Prepared(
            _transaction, "INSERT INTO erasure (donor, erased_at) VALUES (@donor, @now)", "@donor", "@now");
        insert.Parameters[0].Value = _location.IdValue(donor.Value);
        insert.Parameters[1].Value = now.Microseconds;
        insert.ExecuteNonQuery();
        return true;
    }

    void WrapAnew(Instant now)
    {
        var next = _present + 1;
        using (var begin = GeneLocation.Prepared(
            _transaction, "INSERT INTO epoch (number, began_at) VALUES (@number, @now)", "@number", "@now"))
        {
            (begin.Parameters[0].Value, begin.Parameters[1].Value) = (next, now.Microseconds);
            begin.ExecuteNonQuery();
        }
        // Left by an erasure that was interrupted before its commit: nothing is wrapped by it.
        _files.Remove(next);
        var key = _files.Make(next);
        _epochs.Add(next, key);
        using var update = GeneLocation.Prepared(
            _transaction,
            "UPDATE data_key SET epoch = @epoch, wrapped = @wrapped WHERE donor = @donor",
            "@epoch", "@wrapped", "@donor");
        update.Parameters[0].Value = next;
        foreach (var (donor, epoch, wrapped) in All())
        {
            using var data = new SecretKey(KeyOf(epoch).Open(wrapped, PlaceOf(donor, epoch)));
            update.Parameters[1].Value = data.WrappedBy(key, PlaceOf(donor, next));
            update.Parameters[2].Value = _location.IdValue(donor.Value);
            update.ExecuteNonQuery();
        }
    }

    List<(GeneDonorId Donor, int Epoch, byte[] Wrapped)> All()
    {
        using var command = GeneLocation.Prepared(_transaction, "SELECT donor, epoch, wrapped FROM data_key");
        using var reader = command.ExecuteReader();
        var all = new List<(GeneDonorId, int, byte[])>();
        while (reader.Read())
            all.Add((new(_location.IdOf(reader, 0)), reader.GetInt32(1), (byte[])reader.GetValue(2)));
        return all;
    }

    bool IsErased(GeneDonorId donor)
    {
        _erased.Parameters[0].Value = _location.IdValue(donor.Value);
        return Convert.ToInt64(_erased.ExecuteScalar(), CultureInfo.InvariantCulture) > 0;
    }

    static int Present(DbTransaction transaction)
    {
        using var last = GeneLocation.Prepared(transaction, "SELECT max(number) FROM epoch");
        return Convert.ToInt32(last.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    SecretKey KeyOf(int epoch)
    {
        if (_epochs.TryGetValue(epoch, out var key)) return key;
        _epochs.Add(epoch, key = _files.Read(epoch));
        return key;
    }

    internal static byte[] PlaceOf(GeneDonorId donor, int epoch) =>
        [.. "homeward key"u8, .. donor.Value.ToByteArray(bigEndian: true), .. BitConverter.GetBytes(epoch)];
}
