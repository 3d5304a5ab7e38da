using System.Data.Common;
using System.Text.RegularExpressions;
using Homeward.Genetics.Primitives;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Homeward.Storage.Rules;

/// <summary>The database refused what a rule forbids: usually somebody else's act came between.</summary>
/// <param name="Rule">Which rule, as its file calls it.</param>
public sealed partial record RuleRefusal(string Rule) : Refusal("A rule of the database forbids this.")
{
    /// <summary>What a unique index or a changed version says: somebody else was there first.</summary>
    public const string Meanwhile = "somebody-was-first";

    internal static RuleRefusal? From(DbException? exception) => exception switch
    {
        SqliteException sqlite when Named().Match(sqlite.Message) is { Success: true } match =>
            new(match.Groups[1].Value),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => new(Meanwhile),
        PostgresException postgres when Named().Match(postgres.MessageText) is { Success: true } match =>
            new(match.Groups[1].Value),
        _ => null,
    };

    [GeneratedRegex("rule: ([a-z-]+)")]
    private static partial Regex Named();
}
