using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Homeward.Cases.Agencies;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Server.Security;

namespace Homeward.Server.Language;

/// <summary>Everything that a page says, in the language of who reads it.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "Numbers and times are asked of the words of a page, too.")]
public sealed class Words(Visitor visitor)
{
    static readonly JurisdictionProfile Profile = JurisdictionProfile.China;

    public Tongue Tongue => visitor.Tongue;

    /// <summary>The words under a key. A key that no file has is a defect.</summary>
    public string this[string key]
    {
        get
        {
            Check.That(WordBook.All.TryGetValue(key, out var text), key);
            return text[Tongue.Key];
        }
    }

    /// <summary>The words under a key, with something put in for <c>{0}</c>, <c>{1}</c>.</summary>
    public string Say(string key, params object[] holes) =>
        string.Format(CultureInfo.InvariantCulture, this[key], holes);

    /// <summary>A value of a closed list.</summary>
    public string Of<T>(T value)
        where T : struct, Enum => this[$"{typeof(T).Name}.{value}"];

    /// <summary>A state of a closed hierarchy.</summary>
    public string OfCase(object value) => this[$"{value.GetType().BaseType!.Name}.{value.GetType().Name}"];

    /// <summary>Why something is not allowed.</summary>
    public string Of(Refusal refusal)
    {
        var type = refusal.GetType();
        var key = type.DeclaringType is { } outer ? $"{outer.Name}.{type.Name}" : type.Name;
        return WordBook.All.TryGetValue(key, out var text) ? text[Tongue.Key] : this["refusal.other"];
    }

    public string Of(RegionCode region) =>
        Profile.Regions.Find(region.Value)?.Name.In(Tongue.Code)
        ?? (WordBook.All.TryGetValue("region." + region.Value, out var text) ? text[Tongue.Key] : region.Value);

    public string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public string Day(DateOnly day) => Tongue == Tongue.Chinese
        ? day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)
        : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public string Month(DateOnly day) => Tongue == Tongue.Chinese
        ? day.ToString("M月", CultureInfo.InvariantCulture) : day.ToString("MMM", CultureInfo.InvariantCulture);

    public string Day(Instant moment) => Day(Profile.Zone.DayOf(moment));

    public string Time(Instant moment) =>
        Profile.Zone.LocalOf(moment).ToString("HH:mm", CultureInfo.InvariantCulture);

    public string Moment(Instant moment) => Day(moment) + " " + Time(moment);

    /// <summary>A span in its two largest parts at most.</summary>
    public string Span(TimeSpan span)
    {
        if (span < TimeSpan.FromMinutes(1)) return this["span.now"];
        if (span < TimeSpan.FromHours(1)) return Say("span.minutes", span.Minutes);
        if (span < TimeSpan.FromHours(48)) return Say("span.hours", (int)span.TotalHours);
        return Say("span.days", (int)span.TotalDays);
    }
}
