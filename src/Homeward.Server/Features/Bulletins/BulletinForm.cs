using System.Globalization;
using System.Text.RegularExpressions;
using Homeward.Cases.Bulletins;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Operations;
using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Features.Bulletins;

/// <summary>A new bulletin as it was typed. Its number is what it is known by: a form sent twice is one bulletin.
/// </summary>
public sealed partial record BulletinForm
{
    public const int MostNameCharacters = 30;

    public string Number { get; init; } = "";
    public string Since { get; init; } = "";
    public string Day { get; init; } = "";

    /// <summary>The name that the public hears, of each operation that is told of by itself.</summary>
    public IReadOnlyDictionary<OperationId, string> Names { get; init; } = new Dictionary<OperationId, string>();

    /// <param name="fields">Of the form.</param>
    /// <param name="offered">The operations that it offers.</param>
    public static BulletinForm Of(IFormCollection fields, IReadOnlyList<OperationFacts> offered)
    {
        var chosen = fields["operation"].ToHashSet();
        return new()
        {
            Number = fields["number"].ToString().Trim(),
            Since = fields["since"].ToString(),
            Day = fields["day"].ToString(),
            Names = offered.Select(it => it.Operation.Id).Where(it => chosen.Contains(it.Value.ToString()))
                .ToDictionary(it => it, it => fields[$"name-{it.Value}"].ToString().Trim()),
        };
    }

    public IReadOnlyList<string> Problems(DateOnly today)
    {
        var problems = new List<string>();
        if (!Numbered().IsMatch(Number)) problems.Add("number");
        var (since, day) = (DayOf(Since), DayOf(Day));
        if (day is null || day > today) problems.Add("day");
        if (since is null || since > day) problems.Add("since");
        if (Names.Values.Any(it => it.Length is 0 or > MostNameCharacters || it.Any(char.IsControl)))
            problems.Add("name");
        return problems;
    }

    /// <summary>Asked for once there is no problem.</summary>
    /// <param name="profile">Whose age rules and days are used.</param>
    /// <param name="days">Of the H-hours of the operations.</param>
    public BulletinPlan AsPlan(JurisdictionProfile profile, IReadOnlyDictionary<OperationId, DateOnly> days) => new()
    {
        Number = Number,
        Day = DayOf(Day)!.Value,
        Since = DayOf(Since)!.Value,
        Profile = profile.Code,
        Zone = profile.Zone.Name,
        AgeRules = BulletinPlan.RulesOf(profile),
        Operations =
        [
            .. Names.OrderBy(it => days[it.Key]).ThenBy(it => it.Value, StringComparer.Ordinal)
                .Select(it => new BulletinPlan.PlannedOperation(it.Key, it.Value, days[it.Key])),
        ],
    };

    /// <summary>Whether a bulletin was drafted as this form says.</summary>
    public static bool IsSame(BulletinPlan one, BulletinPlan other) =>
        one.Number == other.Number && one.Day == other.Day && one.Since == other.Since
        && one.Operations.SequenceEqual(other.Operations);

    static DateOnly? DayOf(string text) => DateOnly.TryParseExact(
        text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>It stands in addresses.</summary>
    [GeneratedRegex("^[0-9][0-9A-Za-z-]{0,29}$")]
    private static partial Regex Numbered();
}
