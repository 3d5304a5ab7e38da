using Homeward.Cases.Audit;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Homeward.Storage.Schema;

/// <summary>What every table has: names, the entry of the act that wrote the row, and checks that each value is of its
/// column's kind. SQLite needs the latter, since its columns take anything.</summary>
static class TableConventions
{
    /// <summary>The shadow property that names the entry of the audit log.</summary>
    public const string Entry = "EntryId";

    public static void Apply(IMutableModel model, bool isSqlite)
    {
        var tables = model.GetEntityTypes().Where(it => it.BaseType is null && it.GetViewName() is null).ToList();
        foreach (var table in tables)
        {
            Check.That(Tables.IsKnown(table), $"{table.ShortName()} holds facts or is edited");
            if (!Tables.IsKept(table)) table.AddProperty(Entry, typeof(EntryId));
        }
        foreach (var type in model.GetEntityTypes().ToList())
            foreach (var column in type.GetDeclaredProperties().ToList())
            {
                if (Named(column) is { } name) column.SetColumnName(name);
                if (type.GetViewName() is null) AddChecks(type, column, isSqlite);
            }
    }

    static string? Named(IMutableProperty column) =>
        Values.IsId(Bare(column.ClrType)) && !column.Name.EndsWith("Id", StringComparison.Ordinal)
            ? column.GetColumnName() + "_id"
            : null;

    static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    static void AddChecks(IMutableEntityType type, IMutableProperty column, bool isSqlite)
    {
        var table = type.GetRootType();
        var name = column.GetColumnName();
        var check = KindCheck(type, column, name) ?? (isSqlite ? SqliteCheck(Bare(column.ClrType), name) : null);
        var label = $"ck_{table.GetTableName()}_{name}";
        if (check is null || table.FindCheckConstraint(label) is not null) return;
        table.AddCheckConstraint(label, check);
    }

    /// <summary>One of the names of a closed list.</summary>
    static string? KindCheck(IMutableEntityType type, IMutableProperty column, string name)
    {
        var bare = Bare(column.ClrType);
        if (bare.IsEnum && !bare.IsDefined(typeof(FlagsAttribute), false)) return OneOf(name, Enum.GetNames(bare));
        if (column != type.FindDiscriminatorProperty()) return null;
        return OneOf(name, type.GetDerivedTypesInclusive().Select(it => it.GetDiscriminatorValue() as string)
            .OfType<string>());
    }

    static string OneOf(string name, IEnumerable<string> values) =>
        $"{name} IN ({string.Join(", ", values.Select(it => $"'{it}'"))})";

    static string? SqliteCheck(Type type, string name) =>
        Values.IsId(type) || type == typeof(Guid)
            ? $"typeof({name}) IN ('null', 'text') AND length({name}) = 36 AND {name} = upper({name})"
        : type == typeof(bool) ? $"{name} IN (0, 1)"
        : type == typeof(int) || type == typeof(long) || type == typeof(Instant)
            ? $"typeof({name}) IN ('null', 'integer')"
        : type == typeof(DateOnly) ? $"date({name}) = {name}"
        : type == typeof(string) ? $"typeof({name}) IN ('null', 'text')"
        : type == typeof(byte[]) ? $"typeof({name}) IN ('null', 'blob')"
        : null;
}
