using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;

namespace Homeward.Tests.Storage.Databases;

/// <summary>The next release: it knows one change of the schema more, so that every database of this version is of an
/// older one. Whatever the change makes stands beside what the program reads.</summary>
static class FurtherVersion
{
    public const string Change = "99990101000000_Further";

    public static void Known(DbContextOptionsBuilder options) =>
        options.ReplaceService<IMigrationsAssembly, WithOneMore>();

#pragma warning disable EF1001 // EF Core says who knows migrations only here.
    sealed class WithOneMore(
        ICurrentDbContext current, IDbContextOptions options, IMigrationsIdGenerator ids,
        IDiagnosticsLogger<DbLoggerCategory.Migrations> logger) : MigrationsAssembly(current, options, ids, logger)
    {
        public override IReadOnlyDictionary<string, TypeInfo> Migrations =>
            new SortedList<string, TypeInfo>(base.Migrations.ToDictionary(), StringComparer.Ordinal)
            {
                { Change, typeof(Further).GetTypeInfo() },
            };
    }
#pragma warning restore EF1001

    /// <summary>Rebuilds two tables on which rules stand, and adds an index.</summary>
    [Migration(Change)]
    internal sealed class Further : Migration
    {
        public override IModel TargetModel =>
            ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal)
                ? new Homeward.Storage.Sqlite.Generated.Initial().TargetModel
                : new Homeward.Storage.Postgres.Generated.Initial().TargetModel;

        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, check) in new[] { ("custodies", "begun"), ("persons", "born") })
            {
                var name = $"ck_{table}_{check}";
                var sql = TargetModel.GetEntityTypes().Single(it => it.GetTableName() == table)
                    .GetCheckConstraints().Single(it => it.Name == name).Sql;
                migrationBuilder.DropCheckConstraint(name, table);
                migrationBuilder.AddCheckConstraint(name, table, sql);
            }
            migrationBuilder.CreateIndex("ix_custodies_further", "custodies", ["kind", "since"]);
        }
    }
}
