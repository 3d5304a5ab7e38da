using Homeward.Cases.Agencies;
using Homeward.Cases.Jurisdictions;

namespace Homeward.Server.Features.Maps;

/// <summary>Which part of the globe a map shows, a thousand units wide.</summary>
sealed class MapFrame
{
    public const int Width = 1000;

    const double Margin = 0.02;
    const double MarginOfCloseUp = 0.07;
    const double LeastProportion = 1.15;
    const double LeastExtent = 0.22;        // 1,400 km, so that a short route is seen within its surroundings

    readonly double _west;
    readonly double _north;
    readonly double _scale;

    MapFrame(IReadOnlyCollection<(double East, double North)> inView, double around)
    {
        var (west, east) = (inView.Min(it => it.East), inView.Max(it => it.East));
        var (south, north) = (inView.Min(it => it.North), inView.Max(it => it.North));
        var wide = Math.Max(east - west + 2 * around, LeastExtent);
        var high = Math.Max(north - south + 2 * around, wide * 0.55);
        // A route from north to south is not drawn as a column: what lies beside it is shown, too.
        wide = Math.Max(wide, high * LeastProportion);
        _scale = Width / wide;
        _west = (west + east - wide) / 2;
        _north = (south + north + high) / 2;
        Height = (int)Math.Ceiling(high * _scale);
    }

    public int Height { get; }

    static Regions Regions => JurisdictionProfile.China.Regions;

    public static MapFrame Of(MapContent content, Boundaries boundaries)
    {
        List<(double East, double North)> places =
            [.. content.Legs.SelectMany(it => new[] { it.From, it.To }).Select(it => Regions.Find(it.Value))
                .OfType<ProfileRegion>().Select(PlaceOf)];
        if (content.IsCloseUp && places.Count > 0) return new(places, MarginOfCloseUp);
        foreach (var (code, outlines) in boundaries.ByRegion)
            if (!IsAbroad(code)) places.AddRange(outlines.SelectMany(it => it).Select(Albers.OfChina.Of));
        // A file without any region of the country is drawn as it is.
        if (places.Count == 0)
            places.AddRange(
                boundaries.ByRegion.Values.SelectMany(it => it).SelectMany(it => it).Select(Albers.OfChina.Of));
        return new(places, Margin);
    }

    public static bool IsAbroad(string code) => Regions.Find(code) is not { } known || Regions.IsForeign(known);

    public (double X, double Y) At(Degrees place) => At(Albers.OfChina.Of(place));

    /// <summary>Where a region's own place is; null for one that the profile does not know.</summary>
    public (double X, double Y)? At(RegionCode region) =>
        Regions.Find(region.Value) is { } found ? At(PlaceOf(found)) : null;

    public bool Shows((double X, double Y) place) =>
        place.X is >= 0 and <= Width && place.Y >= 0 && place.Y <= Height;

    static (double East, double North) PlaceOf(ProfileRegion region) =>
        Albers.OfChina.Of(new(region.Longitude, region.Latitude));

    (double X, double Y) At((double East, double North) place) =>
        ((place.East - _west) * _scale, (_north - place.North) * _scale);
}
