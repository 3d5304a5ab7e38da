using System.Globalization;
using Homeward.Cases.Statistics;

namespace Homeward.Tests.Storage.Statistics;

/// <summary>A line of the ledger as somebody writes it who goes past the application.</summary>
static class RawLine
{
    public const string Subject = "00000000-0000-7000-8000-0000000000aa";
    public const string Other = "00000000-0000-7000-8000-0000000000bb";

    public static CountKey Key { get; } = CountKey.OfRescue(new(Subject));

    public static string Sql(
        int ordinal, int delta, string subject = Subject, string metric = "Rescues", string day = "2011-07-20",
        string lead = "130000", string sex = "NULL") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            INSERT INTO count_entries
                (metric, version, subject, ordinal, delta, reason, recorded, occurred_on, lead, sex, entry_id)
            VALUES
                ('{metric}', 1, '{subject}', {ordinal}, {delta}, 'Recorded', 0, '{day}', '{lead}', {sex},
                 '00000000-0000-7000-8000-0000000000CC')
            """);
}
