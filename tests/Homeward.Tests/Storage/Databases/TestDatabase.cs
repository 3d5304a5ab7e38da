using System.Data.Common;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Storage;
using Homeward.Storage.Audit;

namespace Homeward.Tests.Storage.Databases;

/// <summary>A case database of its own for the tests of one class, with <see cref="MadeUpState"/> in it. Contracts are
/// written against it and run on SQLite and on PostgreSQL.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    AuditLog? _audit;
    CaseDatabase? _cases;

    /// <summary>Why these tests cannot run here; null when they can.</summary>
    protected virtual string? Missing => null;

    public CaseDatabase Cases
    {
        get
        {
            if (Missing is { } reason) Skipping.Because(reason);
            return _cases!;
        }
    }

    public CaseLocation Location { get; private set; } = null!;

    public AuditDatabase Audit { get; private set; } = null!;

    /// <summary>A session for a user of the made-up state.</summary>
    public CaseSession As(User user) => Cases.For(new Actor(user.Id, user.Agency), Purpose.Rescue);

    /// <summary>A connection as an attacker would have it: SQLite with nothing switched on, or the application's role
    /// of PostgreSQL.</summary>
    public abstract Task<DbConnection> RawAsync();

    /// <summary>A connection that may change the schema.</summary>
    public abstract Task<DbConnection> OwnerAsync();

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null) return;
        (Location, Audit) = await MakeAsync();
        _audit = AuditLog.Open(Audit, AuditNode.Alone, TimeProvider.System);
        _cases = await CaseDatabase.OpenAsync(Location, _audit, TimeProvider.System, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _cases?.Dispose();
        if (_audit is not null) await _audit.DisposeAsync();
        await RemoveAsync();
    }

    /// <summary>Copies the template.</summary>
    protected abstract Task<(CaseLocation Cases, AuditDatabase Audit)> MakeAsync();

    protected abstract Task RemoveAsync();

    /// <summary>Makes a template: an empty database, filled with the made-up state.</summary>
    protected static async Task FillAsync(CaseLocation cases, AuditDatabase audit)
    {
        await using var log = AuditLog.Open(audit, AuditNode.Alone, TimeProvider.System);
        using var database = await CaseDatabase.OpenAsync(cases, log, TimeProvider.System, CancellationToken.None);
        await MadeUpState.FillAsync(database);
    }
}
