using System.Globalization;

namespace Homeward.Cases.Time;

/// <summary>A moment, in microseconds since 1970-01-01 UTC: what both databases hold, so that it comes back as it
/// went in.</summary>
public readonly record struct Instant(long Microseconds) : IComparable<Instant>
{
    /// <summary>Cuts what is finer than a microsecond.</summary>
    public static Instant Of(DateTimeOffset moment) =>
        new(Math.DivRem(moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks, TimeSpan.TicksPerMicrosecond, out var rest)
            - (rest < 0 ? 1 : 0));

    public DateTimeOffset ToDateTimeOffset() =>
        DateTimeOffset.UnixEpoch.AddTicks(Microseconds * TimeSpan.TicksPerMicrosecond);

    public int CompareTo(Instant other) => Microseconds.CompareTo(other.Microseconds);

    public static bool operator <(Instant left, Instant right) => left.Microseconds < right.Microseconds;
    public static bool operator >(Instant left, Instant right) => left.Microseconds > right.Microseconds;
    public static bool operator <=(Instant left, Instant right) => left.Microseconds <= right.Microseconds;
    public static bool operator >=(Instant left, Instant right) => left.Microseconds >= right.Microseconds;
    public static Instant operator +(Instant from, TimeSpan span) =>
        new(from.Microseconds + span.Ticks / TimeSpan.TicksPerMicrosecond);
    public static TimeSpan operator -(Instant to, Instant from) =>
        TimeSpan.FromMicroseconds(to.Microseconds - from.Microseconds);

    public override string ToString() =>
        ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
