using System.Globalization;

namespace Homeward.Cases.Time;

/// <summary>In which days are days: a fixed distance from UTC, or a zone of the machine's time zone database.</summary>
/// <remarks>A fixed distance is the same on every machine and in every year; use it where a country has one.</remarks>
public sealed class Zone
{
    readonly TimeZoneInfo _zone;

    Zone(string name, TimeZoneInfo zone) => (Name, _zone) = (name, zone);

    /// <summary><c>+08:00</c> or <c>Europe/Paris</c>.</summary>
    public string Name { get; }

    public static Zone Utc { get; } = new("+00:00", TimeZoneInfo.Utc);

    /// <summary>The zone of this name; null when it is no distance and this machine knows no such zone.</summary>
    public static Zone? Named(string name)
    {
        if (name.Length == 6 && name[0] is '+' or '-' && name[3] == ':')
        {
            var isTime = TimeSpan.TryParseExact(name[1..], "hh\\:mm", CultureInfo.InvariantCulture, out var distance);
            if (!isTime || distance > TimeSpan.FromHours(14)) return null;
            var offset = name[0] == '-' ? -distance : distance;
            return new(name, TimeZoneInfo.CreateCustomTimeZone("UTC" + name, offset, null, null));
        }
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? new(name, zone) : null;
    }

    public DateTimeOffset LocalOf(Instant moment) => TimeZoneInfo.ConvertTime(moment.ToDateTimeOffset(), _zone);

    public DateOnly DayOf(Instant moment) => DateOnly.FromDateTime(LocalOf(moment).DateTime);

    /// <summary>The first moment of a day; where the clocks skip midnight, the moment they skip to.</summary>
    public Instant StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (_zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(15);
        var offset = _zone.IsAmbiguousTime(midnight)
            ? _zone.GetAmbiguousTimeOffsets(midnight).Max()
            : _zone.GetUtcOffset(midnight);
        return Instant.Of(new DateTimeOffset(midnight, offset));
    }
}
