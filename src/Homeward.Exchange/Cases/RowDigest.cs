using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Homeward.Cases.Time;

namespace Homeward.Exchange.Cases;

/// <summary>By which a row is known again when its file comes back.</summary>
static class RowDigest
{
    /// <summary>No cell holds it, so that two cells never run into one.</summary>
    const char Between = '\u001f';

    public static string Of(params string?[] values) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(Between, values))));

    public static string Days(DayInterval days) => $"{Day(days.Earliest)}..{Day(days.Latest)}";

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
