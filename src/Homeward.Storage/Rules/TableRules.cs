using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Homeward.Storage.Rules;

/// <summary>What the rules about a table's rows need to know of it.</summary>
/// <param name="Name">The table.</param>
/// <param name="HoldsFacts">Whether its rows never change; else only their key does not.</param>
/// <param name="IsKept">Whether only the rules write here.</param>
/// <param name="Key">The columns of its key.</param>
/// <param name="Unique">The columns of its other unique indexes.</param>
/// <param name="References">Its columns that name a row of another table.</param>
sealed record TableRules(
    string Name,
    bool HoldsFacts,
    bool IsKept,
    IReadOnlyList<string> Key,
    IReadOnlyList<IReadOnlyList<string>> Unique,
    IReadOnlyList<TableRules.Reference> References)
{
    public sealed record Reference(string Column, string Table, string Key);

    public static IReadOnlyList<TableRules> Of(IModel model) =>
    [
        .. model.GetEntityTypes()
            .Where(it => it.BaseType is null && it.GetViewName() is null)
            .Select(Of)
            .OrderBy(it => it.Name, StringComparer.Ordinal),
    ];

    static TableRules Of(IEntityType table)
    {
        var all = table.GetDerivedTypesInclusive().ToList();
        return new(
            table.GetTableName()!,
            Tables.IsOfFacts(table),
            Tables.IsKept(table),
            Columns(table.FindPrimaryKey()!.Properties),
            [
                .. all.SelectMany(it => it.GetDeclaredIndexes()).Where(it => it.IsUnique)
                    .Select(it => Columns(it.Properties)),
            ],
            [
                .. all.SelectMany(it => it.GetDeclaredForeignKeys()).Select(it => new Reference(
                    it.Properties.Single().GetColumnName(),
                    it.PrincipalEntityType.GetTableName()!,
                    it.PrincipalKey.Properties.Single().GetColumnName())),
            ]);
    }

    static List<string> Columns(IReadOnlyList<IProperty> properties) =>
        [.. properties.Select(it => it.GetColumnName())];
}
