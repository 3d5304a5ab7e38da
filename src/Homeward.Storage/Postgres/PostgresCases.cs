using System.Data.Common;
using Homeward.Storage.Rules;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Homeward.Storage.Postgres;

/// <summary>The case database as the schema <c>cases</c>.</summary>
/// <param name="connectionString">The owner's to create, the application's to read and write.</param>
/// <param name="application">The role that reads and writes; it owns nothing.</param>
public sealed class PostgresCases(string connectionString, string application) : CaseLocation
{
    readonly PooledDbContextFactory<PostgresCaseContext> _contexts = new(Options(connectionString));

    internal override int Writers => 32;

    private protected override CaseContext PooledContext() => _contexts.CreateDbContext();

    internal override async Task CreateAsync(CancellationToken cancel)
    {
        await using (var context = NewContext())
            await PostgresCatalogue.RunAsync(context, "CREATE SCHEMA IF NOT EXISTS cases", cancel);
        await CreateTablesAsync(cancel);
    }

    internal override CaseContext ContextToChange() => NewContext();

    internal override async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancel)
    {
        await using var context = NewContext();
        await SchemaHistory.CheckAsync(context, cancel);
        return await PostgresCatalogue.IsSealedAsync(context, RulesText(context), cancel)
            ? []
            : ["tables, rules or rights are not as they were made"];
    }

    private protected override Task<bool> IsAsSealedAsync(DbContext context, CancellationToken cancel) =>
        PostgresCatalogue.IsSealedAsync(context, cancel);

    private protected override Task DropRulesAsync(DbContext context, CancellationToken cancel) =>
        PostgresCatalogue.DropRulesAsync(context, cancel);

    private protected override async Task MakeRulesAsync(DbContext context, CancellationToken cancel)
    {
        foreach (var rule in RulesOf(context)) await PostgresCatalogue.RunAsync(context, rule, cancel);
        await PostgresCatalogue.SealAsync(context, RulesText(context), cancel);
    }

    internal override bool IsTransient(DbException exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    };

    internal static DbContextOptions<PostgresCaseContext> Options(string connection) =>
        new DbContextOptionsBuilder<PostgresCaseContext>()
            .UseNpgsql(
                new NpgsqlConnectionStringBuilder(connection)
                {
                    SearchPath = PostgresCaseContext.Schema,
                    // A statement is parsed and planned once on a connection.
                    MaxAutoPrepare = 400,
                    AutoPrepareMinUsages = 2,
                }.ToString(),
                it => it.MigrationsHistoryTable(SchemaHistory.Table))
            .UseSnakeCaseNamingConvention()
            .Options;

    string RulesText(DbContext context) => string.Join('\n', RulesOf(context));

    IEnumerable<string> RulesOf(DbContext context)
    {
        var role = new NpgsqlCommandBuilder().QuoteIdentifier(application);
        return
        [
            "CREATE TABLE IF NOT EXISTS schema_seal (digest text NOT NULL, rules text NOT NULL)",
            $"GRANT USAGE ON SCHEMA cases TO {role}",
            PostgresTableRules.Refuse,
            .. TableRules.Of(context.Model).SelectMany(it => PostgresTableRules.Of(it, role)),
            .. RuleFiles.Of("Views"),
            .. RuleFiles.Of("Postgres"),
            $"GRANT SELECT ON ALL TABLES IN SCHEMA cases TO {role}",
        ];
    }
}
