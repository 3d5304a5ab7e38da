using System.Globalization;
using System.Text;
using Homeward.Cases.Agencies;
using Homeward.Cases.Investigations;

namespace Homeward.Server.Features.Maps;

/// <summary>A map as it is drawn, a thousand units wide: shapes, arrows and names, each with its place.</summary>
/// <param name="Height">In the units of <see cref="MapFrame.Width"/>.</param>
/// <param name="Shapes">Countries around first, so that provinces lie over their edges.</param>
/// <param name="Arrows">One a connection.</param>
/// <param name="Labels">As many as there is room for.</param>
public sealed record MapDrawing(
    int Height, IReadOnlyList<MapDrawing.Shape> Shapes, IReadOnlyList<MapDrawing.Arrow> Arrows,
    IReadOnlyList<MapDrawing.Label> Labels)
{
    public const int Shades = 5;

    const double Bend = 0.16;

    /// <summary>Two points that are nearer than this are one.</summary>
    const double LeastStep = 0.6;

    /// <param name="Region">Its code.</param>
    /// <param name="Path">All of its outlines.</param>
    /// <param name="Shade">From 1 to <see cref="Shades"/>; 0 when it has nothing.</param>
    /// <param name="IsForeign">Lies outside the profile's country.</param>
    public sealed record Shape(RegionCode Region, string Path, int Shade, bool IsForeign);

    /// <param name="Leg">What it stands for.</param>
    /// <param name="Path">The curve.</param>
    /// <param name="Head">The point of the arrow, two thirds along the curve.</param>
    /// <param name="Cross">Drawn over one that is closed; empty else.</param>
    /// <param name="Width">By the number of routes.</param>
    /// <param name="Casing">A little wider: drawn below, so that the arrow is seen on any shade.</param>
    public sealed record Arrow(MapLeg Leg, string Path, string Head, string Cross, string Width, string Casing)
    {
        public bool IsGuess => Leg.Certainty != LinkCertainty.Confirmed;
    }

    /// <param name="Region">Whose name it is.</param>
    /// <param name="X">Of the middle of the name.</param>
    /// <param name="Y">Of its foot.</param>
    /// <param name="Name">In the reader's language.</param>
    /// <param name="IsOnPhones">Has room in a third of the size, too.</param>
    public sealed record Label(RegionCode Region, double X, double Y, string Name, bool IsOnPhones);

    /// <param name="content">What is to be seen.</param>
    /// <param name="boundaries">The lines, which could be read.</param>
    /// <param name="nameOf">A region in the language of who looks.</param>
    public static MapDrawing Of(MapContent content, Boundaries boundaries, Func<RegionCode, string> nameOf)
    {
        var frame = MapFrame.Of(content, boundaries);
        return new(
            frame.Height,
            [
                .. boundaries.ByRegion.Select(it => ShapeOf(frame, it.Key, it.Value, content.Shading))
                    .Where(it => it.Path.Length > 0).OrderByDescending(it => it.IsForeign),
            ],
            [.. content.Legs.Select(it => ArrowOf(frame, it)).OfType<Arrow>()],
            LabelsOf(frame, content, nameOf));
    }

    /// <summary>What share of the most a shade begins with is squared: a few are told from none.</summary>
    public static int ShadeOf(int count, int most) =>
        count <= 0 ? 0 : Math.Clamp((int)Math.Ceiling(Shades * Math.Sqrt((double)count / most)), 1, Shades);

    static Shape ShapeOf(
        MapFrame frame, string code, IReadOnlyList<IReadOnlyList<Degrees>> outlines,
        IReadOnlyDictionary<RegionCode, int> shading)
    {
        var path = new StringBuilder();
        foreach (var outline in outlines) Append(path, [.. outline.Select(frame.At)], frame.Height);
        var region = new RegionCode(code);
        var shade = shading.TryGetValue(region, out var count) ? ShadeOf(count, shading.Values.Max()) : 0;
        return new(region, path.ToString(), shade, MapFrame.IsAbroad(code));
    }

    /// <summary>One outline, rounded to tenths; nothing when none of it is in the picture.</summary>
    static void Append(StringBuilder path, IReadOnlyList<(double X, double Y)> points, int height)
    {
        if (points.All(it => it.X < 0) || points.All(it => it.X > MapFrame.Width)) return;
        if (points.All(it => it.Y < 0) || points.All(it => it.Y > height)) return;
        var last = points[0];
        path.Append(CultureInfo.InvariantCulture, $"M{Text(last.X)} {Text(last.Y)}");
        foreach (var point in points.Skip(1))
        {
            if (Math.Abs(point.X - last.X) + Math.Abs(point.Y - last.Y) < LeastStep) continue;
            path.Append(CultureInfo.InvariantCulture, $"L{Text(point.X)} {Text(point.Y)}");
            last = point;
        }
        path.Append('Z');
    }

    static Arrow? ArrowOf(MapFrame frame, MapLeg leg)
    {
        if (frame.At(leg.From) is not { } from || frame.At(leg.To) is not { } to) return null;
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        // To the left of who travels, so that there and back are two curves.
        var bend = (X: (from.X + to.X) / 2 + dy * Bend, Y: (from.Y + to.Y) / 2 - dx * Bend);
        var middle = (X: (from.X + 2 * bend.X + to.X) / 4, Y: (from.Y + 2 * bend.Y + to.Y) / 4);
        var width = Math.Min(2.5 + 2 * Math.Sqrt(leg.Routes - 1), 12);
        return new(
            leg,
            $"M{Text(from.X)} {Text(from.Y)}Q{Text(bend.X)} {Text(bend.Y)} {Text(to.X)} {Text(to.Y)}",
            HeadAt(From(from, bend, to, 0.68), Along(from, bend, to, 0.68), 7 + width),
            leg.IsClosed ? $"M{Text(middle.X - 9)} {Text(middle.Y - 9)}l18 18m0-18l-18 18" : "",
            Text(width), Text(width + 3.5));
    }

    /// <summary>A point of the curve.</summary>
    static (double X, double Y) From(
        (double X, double Y) from, (double X, double Y) bend, (double X, double Y) to, double part)
    {
        var (a, b, c) = ((1 - part) * (1 - part), 2 * part * (1 - part), part * part);
        return (a * from.X + b * bend.X + c * to.X, a * from.Y + b * bend.Y + c * to.Y);
    }

    /// <summary>Its direction there.</summary>
    static (double X, double Y) Along(
        (double X, double Y) from, (double X, double Y) bend, (double X, double Y) to, double part) =>
        ((1 - part) * (bend.X - from.X) + part * (to.X - bend.X),
            (1 - part) * (bend.Y - from.Y) + part * (to.Y - bend.Y));

    static string HeadAt((double X, double Y) at, (double X, double Y) along, double size)
    {
        var length = Math.Max(1e-9, Math.Sqrt(along.X * along.X + along.Y * along.Y));
        var (x, y) = (along.X / length * size, along.Y / length * size);
        return $"M{Text(at.X + x)} {Text(at.Y + y)}L{Text(at.X - x * .6 - y * .7)} {Text(at.Y - y * .6 + x * .7)}"
            + $"L{Text(at.X - x * .6 + y * .7)} {Text(at.Y - y * .6 - x * .7)}Z";
    }

    /// <summary>Names of the ends of arrows first, then of provinces with most; one that would cover another is left
    /// out. All are in the table.</summary>
    static List<Label> LabelsOf(MapFrame frame, MapContent content, Func<RegionCode, string> nameOf)
    {
        var wanted = content.Legs.SelectMany(it => new[] { it.From, it.To })
            .Concat(content.Shading.Where(it => it.Value > 0).OrderByDescending(it => it.Value)
                .ThenBy(it => it.Key.Value, StringComparer.Ordinal).Select(it => it.Key))
            .Distinct();
        var labels = new List<Label>();
        foreach (var region in wanted)
        {
            if (frame.At(region) is not { } at || !frame.Shows(at)) continue;
            var name = nameOf(region);
            var label = new Label(region, Math.Round(at.X, 1), Math.Round(at.Y, 1), name, IsOnPhones: true);
            if (labels.All(it => !Cover(it, label, 1)))
                labels.Add(label with
                {
                    IsOnPhones = labels.Where(it => it.IsOnPhones).All(it => !Cover(it, label, 2.2)),
                });
        }
        return labels;
    }

    static bool Cover(Label one, Label other, double size) =>
        Math.Abs(one.X - other.X) < (WidthOf(one.Name) + WidthOf(other.Name)) / 2 * size + 4
        && Math.Abs(one.Y - other.Y) < 20 * size;

    static double WidthOf(string name) => name.Sum(it => it > '\u2e7f' ? 17.0 : 10.5);

    internal static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
