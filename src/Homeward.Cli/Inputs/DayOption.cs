using System.CommandLine;
using System.Globalization;

namespace Homeward.Cli.Inputs;

/// <summary>Options that take a day of the jurisdiction.</summary>
static class DayOption
{
    const string Format = "yyyy-MM-dd";

    public static Option<DateOnly?> Of(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DAY",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError($"{name}: is no day, such as 2011-07-27");
            return null;
        },
    };

    public static string Text(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
