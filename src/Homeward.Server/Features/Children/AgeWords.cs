using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Time;
using Homeward.Server.Language;

namespace Homeward.Server.Features.Children;

/// <summary>An age as an interval, since nobody knows the birthday of most rescued children.</summary>
static class AgeWords
{
    const int MonthsOfInfancy = 36;

    public static string At(Words words, DayInterval birth, Instant now)
    {
        if (birth is not { Earliest: { } earliest, Latest: { } latest }) return words["age.unknown"];
        var today = JurisdictionProfile.China.Zone.DayOf(now);
        var (least, most) = (AgeInterval.CompletedMonths(latest, today), AgeInterval.CompletedMonths(earliest, today));
        var (unit, divisor) = most < MonthsOfInfancy ? ("months", 1) : ("years", 12);
        var (from, to) = (least / divisor, most / divisor);
        return from == to ? words.Say("age." + unit, from) : words.Say($"age.{unit}.between", from, to);
    }
}
