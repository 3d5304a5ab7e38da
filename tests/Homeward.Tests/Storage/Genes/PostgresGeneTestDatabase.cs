using System.Data.Common;
using System.Text;
using Homeward.Storage.Audit;
using Homeward.Storage.Genes;
using Homeward.Tests.Storage.Databases;
using Npgsql;

namespace Homeward.Tests.Storage.Genes;

public sealed class PostgresGeneTestDatabase : GeneTestDatabase
{
    string _name = "";

    protected override string? Missing => PostgresServer.Missing;

    public override DbConnection Raw(string database) =>
        Open(PostgresServer.Instance.AsApplication(_name) + $";Search Path={database}");

    public override DbConnection Owner(string database) =>
        Open(PostgresServer.Instance.AsOwner(_name) + $";Search Path={database}");

    public override byte[] AllBytesOfGenes()
    {
        using var connection = Owner("genes");
        using var command = connection.CreateCommand();
        var all = new StringBuilder();
        foreach (var table in new[] { "profile", "withdrawal" })
        {
            command.CommandText = $"SELECT encode(convert_to(t::text, 'UTF8'), 'hex') FROM {table} t";
            using var reader = command.ExecuteReader();
            while (reader.Read()) all.Append(Encoding.UTF8.GetString(Convert.FromHexString(reader.GetString(0))));
        }
        return Encoding.UTF8.GetBytes(all.ToString());
    }

    /// <summary>The server ends what a killed client left open.</summary>
    public override GeneLocation AfterACrash()
    {
        using var connection = Open(PostgresServer.Instance.AsOwner("postgres"));
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{_name}' "
            + "AND (state LIKE 'idle in transaction%' OR state = 'active')";
        command.ExecuteNonQuery();
        return Location;
    }

    protected override async Task<(GeneLocation Genes, AuditDatabase Audit)> MakeAsync()
    {
        var server = PostgresServer.Instance;
        _name = server.NewName();
        await server.CreateAsync(_name, template: null);
        var owner = server.AsOwner(_name) + ";Pooling=false";
        new PostgresAuditDatabase(owner, PostgresServer.Application).Create();
        GeneDatabase.Create(new PostgresGenes(owner, PostgresServer.Application), Keys, TimeProvider.System);
        var application = server.AsApplication(_name);
        return (
            new PostgresGenes(application, PostgresServer.Application),
            new PostgresAuditDatabase(application, PostgresServer.Application));
    }

    protected override async Task RemoveAsync()
    {
        if (_name.Length > 0) await PostgresServer.Instance.DropAsync(_name);
    }

    static NpgsqlConnection Open(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        connection.Open();
        return connection;
    }
}
