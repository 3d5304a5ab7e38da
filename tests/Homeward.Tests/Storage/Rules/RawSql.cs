using System.Data.Common;
using System.Globalization;
using Homeward.Cases.Custody;
using Homeward.Cases.Investigations;
using Homeward.Cases.People;

namespace Homeward.Tests.Storage.Rules;

/// <summary>Statements as somebody would type them past the application.</summary>
static class RawSql
{
    static readonly Guid Entry = Guid.Parse("11111111-1111-7111-8111-111111111111");

    public static string Insert(string table, params (string Column, object? Value)[] values) =>
        $"INSERT INTO {table} ({string.Join(", ", values.Select(it => it.Column))}, entry_id) "
        + $"VALUES ({string.Join(", ", values.Select(it => Literal(it.Value)))}, {Literal(Entry)})";

    public static string Literal(object? value) => value switch
    {
        null => "NULL",
        Guid id => $"'{id.ToString().ToUpperInvariant()}'",
        bool truth => truth ? "TRUE" : "FALSE",
        long number => number.ToString(CultureInfo.InvariantCulture),
        string text => $"'{text}'",
        _ => Literal(value.GetType().GetProperty("Value")!.GetValue(value)),
    };

    public static string RowSql(CustodyRow row) => Insert(
        "custodies",
        ("id", row.Id),
        ("person_id", row.Person),
        ("since", row.Since.Microseconds),
        ("kind", row.Kind.ToString()),
        ("agency_id", row.Agency),
        ("facility_id", row.Facility),
        ("carer_id", row.Carer),
        ("acceptance_id", row.Acceptance),
        ("reason", row.Reason.ToString()),
        ("by_id", row.By),
        ("at", row.At.Microseconds),
        ("supersedes_id", row.Supersedes),
        ("origin_id", row.Origin));

    public static string LinkSql(PartyLink link) => Insert(
        "party_links",
        ("id", link.Id),
        ("person_id", link.Person),
        ("role", link.Role.ToString()),
        ("investigation_id", link.Investigation),
        ("rescue_id", link.Rescue),
        ("certainty", link.Certainty.ToString()),
        ("by_id", link.By),
        ("at", link.At.Microseconds));

    public static string MergeSql(PersonMerge merge) => Insert(
        "person_merges",
        ("id", merge.Id),
        ("person_id", merge.Person),
        ("into_id", merge.Into),
        ("basis", merge.Basis.ToString()),
        ("by_id", merge.By),
        ("at", merge.At.Microseconds));

    public static string HouseholdSql(CustodyRowId custody, PersonId member) =>
        Insert("household_members", ("custody_id", custody), ("member_id", member));

    public static async Task<int> RunAsync(DbConnection connection, string sql, DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
