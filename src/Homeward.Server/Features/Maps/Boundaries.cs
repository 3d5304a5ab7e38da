using System.Globalization;
using Homeward.Cases.Agencies;
using Homeward.Genetics.Primitives;

namespace Homeward.Server.Features.Maps;

/// <summary>The outlines of provinces and countries, as a boundary file gives them.</summary>
/// <remarks>Lines that begin with <c>#</c> say whence the outlines are. <c>region CODE</c> begins a region; every line
/// after it is one closed outline, longitude and latitude in degrees as <c>113.4,23.1</c>, apart by spaces.</remarks>
/// <param name="Notes">Source and licence, as the file states them.</param>
/// <param name="ByRegion">Closed outlines by GB/T 2260 or ISO 3166-1 numeric; the last point joins the first.</param>
public sealed record Boundaries(
    IReadOnlyList<string> Notes, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<Degrees>>> ByRegion)
{
    const int MostLines = 20_000;
    const int MostPointsOfLine = 20_000;
    const string Begin = "region ";

    /// <returns>The outlines, or every line that cannot be read.</returns>
    public static Parsed<Boundaries> Read(TextReader reader)
    {
        var problems = new Problems();
        var notes = new List<string>();
        var regions = new Dictionary<string, IReadOnlyList<IReadOnlyList<Degrees>>>(StringComparer.Ordinal);
        List<IReadOnlyList<Degrees>>? outlines = null;
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            if (++number > MostLines)
            {
                problems.Add("", $"has more than {MostLines} lines");
                break;
            }
            if (line.StartsWith('#')) notes.Add(line.TrimStart('#', ' '));
            else if (line.StartsWith(Begin, StringComparison.Ordinal))
            {
                outlines = [];
                var code = line[Begin.Length..].Trim();
                if (!IsCode(code)) problems.Add(At(number), "is no code of a region");
                else if (!regions.TryAdd(code, outlines)) problems.Add(At(number), "is given twice");
            }
            else if (line.Trim().Length == 0) continue;
            else if (outlines is null) problems.Add(At(number), "belongs to no region");
            else if (OutlineOf(line) is { } outline) outlines.Add(outline);
            else problems.Add(At(number), "is no outline of three points or more");
        }
        if (regions.Count == 0) problems.Add("", "holds no region");
        return problems.Any ? problems : new Boundaries(notes, regions);
    }

    static bool IsCode(string text) => text.Length is > 0 and <= RegionCode.MostCharacters
        && text.All(it => char.IsAsciiLetterUpper(it) || char.IsAsciiDigit(it) || it == '-');

    static string At(int line) => $"line {line}";

    static List<Degrees>? OutlineOf(string line)
    {
        var points = new List<Degrees>();
        foreach (var range in line.AsSpan().Split(' '))
        {
            var text = line.AsSpan(range);
            if (text.IsEmpty) continue;
            var comma = text.IndexOf(',');
            if (comma < 0 || points.Count == MostPointsOfLine) return null;
            if (Number(text[..comma]) is not { } longitude || Number(text[(comma + 1)..]) is not { } latitude)
                return null;
            // Not a number is in no range.
            if (longitude is not (>= -180 and <= 180) || latitude is not (>= -90 and <= 90)) return null;
            points.Add(new(longitude, latitude));
        }
        return points.Count < 3 ? null : points;
    }

    static double? Number(ReadOnlySpan<char> text) => double.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
        out var number) ? number : null;
}
