using System.CommandLine;
using System.Globalization;
using Homeward.Cases.Time;

namespace Homeward.Cli.Inputs;

/// <summary>Options that take a moment of the jurisdiction's own time.</summary>
static class MomentOption
{
    const string Format = "yyyy-MM-dd HH:mm";

    public static Option<DateTime?> Of(string name, string description) => new(name)
    {
        Description = description + "; without it now",
        HelpName = "\"DAY HH:MM\"",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
                return moment;
            result.AddError($"{name}: is no moment, such as \"2011-07-27 18:00\"");
            return null;
        },
    };

    /// <summary>Now when none was given.</summary>
    public static Instant InstantOf(this OpenInstallation open, DateTime? given) => given is { } it
        ? open.Profile.Zone.StartOf(DateOnly.FromDateTime(it)) + it.TimeOfDay : open.Session.Now;

    public static string Text(this OpenInstallation open, Instant moment) =>
        open.Profile.Zone.LocalOf(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
