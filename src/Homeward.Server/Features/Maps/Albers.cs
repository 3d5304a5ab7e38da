namespace Homeward.Server.Features.Maps;

/// <summary>The equal-area conic projection of Albers on a sphere, so that a large province looks as large as it is.
/// </summary>
/// <remarks>Snyder, Map Projections: A Working Manual (1987), page 100, equations 14-1 to 14-6.</remarks>
public sealed class Albers
{
    readonly double _n;
    readonly double _c;
    readonly double _origin;
    readonly double _meridian;

    /// <param name="first">The parallel in the south that keeps its length, in degrees.</param>
    /// <param name="second">The one in the north.</param>
    /// <param name="origin">Where both coordinates are zero.</param>
    public Albers(double first, double second, Degrees origin)
    {
        var south = Radians(first);
        _n = (Math.Sin(south) + Math.Sin(Radians(second))) / 2;
        _c = Math.Cos(south) * Math.Cos(south) + 2 * _n * Math.Sin(south);
        _origin = Radius(origin.Latitude);
        _meridian = origin.Longitude;
    }

    /// <summary>As maps of China are drawn.</summary>
    public static Albers OfChina { get; } = new(25, 47, new(105, 35));

    /// <summary>In radii of the earth, to the east and to the north.</summary>
    public (double East, double North) Of(Degrees place)
    {
        var radius = Radius(place.Latitude);
        var angle = _n * Radians(place.Longitude - _meridian);
        return (radius * Math.Sin(angle), _origin - radius * Math.Cos(angle));
    }

    double Radius(double latitude) => Math.Sqrt(_c - 2 * _n * Math.Sin(Radians(latitude))) / _n;

    static double Radians(double degrees) => degrees * Math.PI / 180;
}
