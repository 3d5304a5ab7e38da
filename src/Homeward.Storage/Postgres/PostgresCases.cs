using System.Data.Common;
using Homeward.Storage.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Homeward.Storage.Postgres;

/// <summary>The case database as the schema <c>cases</c>.</summary>
/// <param name="connectionString">The owner's to create, the application's to read and write.</param>
/// <param name="application">The role that reads and writes; it owns nothing.</param>
public sealed class PostgresCases(string connectionString, string application) : CaseLocation
{
    readonly PooledDbContextFactory<PostgresCaseContext> _contexts = new(
        new DbContextOptionsBuilder<PostgresCaseContext>()
            .UseNpgsql(new NpgsqlConnectionStringBuilder(connectionString)
            {
                SearchPath = PostgresCaseContext.Schema,
            }.ToString())
            .UseSnakeCaseNamingConvention()
            .Options);

    internal override int Writers => 32;

    private protected override CaseContext PooledContext() => _contexts.CreateDbContext();

    internal override async Task CreateAsync(CancellationToken cancel)
    {
        await using var context = NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await context.GetService<IRelationalDatabaseCreator>().CreateTablesAsync(cancel);
        await RenewRulesAsync(context, cancel);
        await transaction.CommitAsync(cancel);
    }

    internal override async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancel)
    {
        await using var context = NewContext();
        return await PostgresCatalogue.IsSealedAsync(context, RulesText(context), cancel)
            ? []
            : ["tables, rules or rights are not as they were made"];
    }

    internal override async Task RenewRulesAsync(DbContext context, CancellationToken cancel)
    {
        await PostgresCatalogue.DropRulesAsync(context, cancel);
        foreach (var rule in RulesOf(context)) await PostgresCatalogue.RunAsync(context, rule, cancel);
        await PostgresCatalogue.SealAsync(context, RulesText(context), cancel);
    }

    internal override bool IsTransient(DbException exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    };

    string RulesText(DbContext context) => string.Join('\n', RulesOf(context));

    IEnumerable<string> RulesOf(DbContext context)
    {
        var role = new NpgsqlCommandBuilder().QuoteIdentifier(application);
        return
        [
            $"GRANT USAGE ON SCHEMA cases TO {role}",
            PostgresTableRules.Refuse,
            .. TableRules.Of(context.Model).SelectMany(it => PostgresTableRules.Of(it, role)),
            .. RuleFiles.Of("Views"),
            .. RuleFiles.Of("Postgres"),
            $"GRANT SELECT ON ALL TABLES IN SCHEMA cases TO {role}",
        ];
    }
}
