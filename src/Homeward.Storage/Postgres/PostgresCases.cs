using System.Data.Common;
using System.Diagnostics;
using Homeward.Storage.Rules;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Homeward.Storage.Postgres;

/// <summary>The case database as the schema <c>cases</c>.</summary>
public sealed class PostgresCases : CaseLocation
{
    static readonly TimeSpan PatienceWithOneThatCloses = TimeSpan.FromSeconds(1);

    readonly string _application;
    readonly PooledDbContextFactory<PostgresCaseContext> _contexts;

    /// <param name="connectionString">The owner's to create, the application's to read and write.</param>
    /// <param name="application">The role that reads and writes; it owns nothing.</param>
    public PostgresCases(string connectionString, string application)
        : this(connectionString, application, further: null)
    {
    }

    /// <param name="connectionString">The owner's or the application's.</param>
    /// <param name="application">The role that reads and writes.</param>
    /// <param name="further">What a version knows that came after this one.</param>
    internal PostgresCases(string connectionString, string application, Action<DbContextOptionsBuilder>? further) =>
        (_application, _contexts) = (application, new(Options(connectionString, further)));

    internal override int Writers => 32;

    private protected override CaseContext PooledContext() => _contexts.CreateDbContext();

    internal override async Task CreateAsync(CancellationToken cancel)
    {
        await using (var context = NewContext())
            await PostgresCatalogue.RunAsync(context, "CREATE SCHEMA IF NOT EXISTS cases", cancel);
        await CreateTablesAsync(cancel);
    }

    internal override CaseContext ContextToChange() => NewContext();

    private protected override async Task<IReadOnlyList<string>> FaultsAsync(
        DbContext context, CancellationToken cancel) =>
        await PostgresCatalogue.IsSealedAsync(context, RulesText(context), cancel)
            ? []
            : ["tables, rules or rights are not as they were made"];

    internal override async Task<bool> IsInUseAsync(CancellationToken cancel)
    {
        await using var context = NewContext();
        // Who has just gone is still listed for a moment.
        for (var watch = Stopwatch.StartNew(); await OthersAsync() > 0;)
            if (watch.Elapsed > PatienceWithOneThatCloses) return true;
        return false;

        Task<long> OthersAsync() => context.Database.SqlQuery<long>(
            $"""
            SELECT count(*) AS "Value" FROM pg_stat_activity
            WHERE datname = current_database() AND usename = {_application} AND pid <> pg_backend_pid()
            """).SingleAsync(cancel);
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

    internal static DbContextOptions<PostgresCaseContext> Options(
        string connection, Action<DbContextOptionsBuilder>? further = null)
    {
        var options = new DbContextOptionsBuilder<PostgresCaseContext>()
            .UseNpgsql(
                new NpgsqlConnectionStringBuilder(connection)
                {
                    SearchPath = PostgresCaseContext.Schema,
                    // A statement is parsed and planned once on a connection.
                    MaxAutoPrepare = 400,
                    AutoPrepareMinUsages = 2,
                }.ToString(),
                it => it.MigrationsHistoryTable(SchemaHistory.Table))
            .UseSnakeCaseNamingConvention();
        further?.Invoke(options);
        return options.Options;
    }

    string RulesText(DbContext context) => string.Join('\n', RulesOf(context));

    IEnumerable<string> RulesOf(DbContext context)
    {
        var role = new NpgsqlCommandBuilder().QuoteIdentifier(_application);
        return
        [
            "CREATE TABLE IF NOT EXISTS schema_seal (digest text NOT NULL, rules text NOT NULL)",
            $"GRANT USAGE ON SCHEMA cases TO {role}",
            PostgresTableRules.Refuse,
            .. TableRules.Of(context.Model).SelectMany(it => PostgresTableRules.Of(it, role)),
            .. RuleFiles.Of("Views"),
            .. RuleFiles.Of("Postgres"),
            "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA cases FROM PUBLIC",
            $"GRANT SELECT ON ALL TABLES IN SCHEMA cases TO {role}",
        ];
    }
}
