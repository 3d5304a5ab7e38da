using System.Data.Common;
using Homeward.Storage;
using Homeward.Storage.Audit;
using Homeward.Storage.Postgres;
using Npgsql;

namespace Homeward.Tests.Storage.Databases;

/// <summary>A database of its own, copied from a template inside the server of this run.</summary>
public sealed class PostgresTestDatabase : TestDatabase
{
    const string Template = "template_cases";

    static readonly Lazy<Task> Made = new(MakeTemplateAsync);
    static readonly SemaphoreSlim OneCopyAtATime = new(1);

    string _name = "";

    protected override string? Missing => PostgresServer.Missing;

    public override Task<DbConnection> RawAsync() => OpenAsync(PostgresServer.Instance.AsApplication(_name));

    public override Task<DbConnection> OwnerAsync() => OpenAsync(PostgresServer.Instance.AsOwner(_name));

    /// <summary>The same database to the role that may change it.</summary>
    public CaseLocation OwnerLocation() => Of(PostgresServer.Instance.AsOwner(_name) + ";Pooling=false").Cases;

    protected override async Task<(CaseLocation Cases, AuditDatabase Audit)> MakeAsync()
    {
        _name = await CopyAsync();
        return Of(PostgresServer.Instance.AsApplication(_name));
    }

    /// <summary>Copies the template; the name of the copy.</summary>
    internal static async Task<string> CopyAsync()
    {
        await Made.Value;
        var name = PostgresServer.Instance.NewName();
        await OneCopyAtATime.WaitAsync();
        await PostgresServer.Instance.CreateAsync(name, Template);
        OneCopyAtATime.Release();
        return name;
    }

    protected override async Task RemoveAsync()
    {
        if (_name.Length > 0) await PostgresServer.Instance.DropAsync(_name);
    }

    static async Task<DbConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString + ";Search Path=cases;Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    static (CaseLocation Cases, AuditDatabase Audit) Of(string connection) =>
        (new PostgresCases(connection, PostgresServer.Application),
            new PostgresAuditDatabase(connection, PostgresServer.Application));

    static async Task MakeTemplateAsync()
    {
        var server = PostgresServer.Instance;
        await server.CreateAsync(Template, template: null);
        var (cases, audit) = Of(server.AsOwner(Template) + ";Pooling=false");
        audit.Create();
        await CaseDatabase.CreateAsync(cases, CancellationToken.None);
        (cases, audit) = Of(server.AsApplication(Template) + ";Pooling=false");
        await FillAsync(cases, audit);
    }
}
