using Homeward.Genetics.Markers;
using Homeward.Genetics.Profiles;
using Homeward.Genetics.Simulation;

namespace Homeward.Server.Features.Calculator;

/// <summary>A sheet of genotypes as a person types or pastes it: a first line with the members, then a line for each
/// marker, as <c>D3S1358  15/16  14/15  16/17</c>.</summary>
public sealed class GenotypeSheet
{
    const int MostMarkers = 100;

    static readonly string[] WordsForChild = [FamilyKind.Missing, "child", "孩子", "儿童"];
    static readonly string[] NotTyped = ["", "-", "?", "–", "*", "OL", "INC"];

    readonly Dictionary<string, Dictionary<string, Genotype>> _byMember = [];
    readonly List<SheetProblem> _problems = [];
    string[] _columns = [];

    GenotypeSheet() { }

    /// <summary>What is wrong, in the order of the lines; empty when the sheet can be calculated with.</summary>
    public IReadOnlyList<SheetProblem> Problems => _problems;

    public Profile? ProfileOf(string member) =>
        _byMember.TryGetValue(member, out var genotypes) && genotypes.Count > 0 ? new(member, genotypes) : null;

    /// <param name="text">As typed.</param>
    /// <param name="members">Who can be typed in the shape; the missing one is the child.</param>
    public static GenotypeSheet Read(string text, IReadOnlyList<string> members)
    {
        var sheet = new GenotypeSheet();
        var lines = text.ReplaceLineEndings("\n").Split('\n').Index()
            .Where(it => !string.IsNullOrWhiteSpace(it.Item)).ToList();
        if (lines.Count < 2)
        {
            sheet._problems.Add(new(0, "empty"));
            return sheet;
        }
        sheet.ReadHeader(lines[0].Index + 1, lines[0].Item, members);
        if (sheet._problems.Count > 0) return sheet;
        foreach (var (index, line) in lines.Skip(1).Take(MostMarkers)) sheet.ReadLine(index + 1, line);
        if (lines.Count > MostMarkers + 1) sheet._problems.Add(new(lines[MostMarkers + 1].Index + 1, "too-many"));
        foreach (var member in members.Where(it => sheet.ProfileOf(it) is null))
            sheet._problems.Add(new(0, "nobody", member));
        return sheet;
    }

    void ReadHeader(int number, string line, IReadOnlyList<string> members)
    {
        // The first column is the markers', whatever it is called, or nothing.
        var cells = Cells(line, count: null);
        _columns = [.. cells.Skip(1).Select(it => MemberOf(it, members))];
        if (_columns.Length == 0) _problems.Add(new(number, "header"));
        foreach (var (index, column) in _columns.Index())
            if (column.Length == 0) _problems.Add(new(number, "member", cells[index + 1]));
        foreach (var twice in _columns.Where(it => it.Length > 0).CountBy(it => it).Where(it => it.Value > 1))
            _problems.Add(new(number, "member-twice", twice.Key));
        foreach (var column in _columns.Distinct()) _byMember[column] = new(StringComparer.Ordinal);
    }

    static string MemberOf(string cell, IReadOnlyList<string> members) =>
        WordsForChild.Contains(cell, StringComparer.OrdinalIgnoreCase) ? FamilyKind.Missing
        : members.FirstOrDefault(it => string.Equals(it, cell, StringComparison.OrdinalIgnoreCase)) ?? "";

    void ReadLine(int number, string line)
    {
        var cells = Cells(line, _columns.Length);
        var marker = MarkerCatalogue.Find(cells[0]);
        if (marker is null) _problems.Add(new(number, "marker", cells[0]));
        if (cells.Length > _columns.Length + 1) _problems.Add(new(number, "cells"));
        if (marker is null or { Kind: MarkerKind.Amelogenin or MarkerKind.Y }) return;
        if (_byMember.Values.Any(it => it.ContainsKey(marker.Name)))
            _problems.Add(new(number, "marker-twice", marker.Name));
        foreach (var (index, cell) in cells.Skip(1).Take(_columns.Length).Index())
        {
            if (NotTyped.Contains(cell, StringComparer.OrdinalIgnoreCase)) continue;
            if (GenotypeOf(cell) is { } genotype) _byMember[_columns[index]][marker.Name] = genotype;
            else _problems.Add(new(number, "genotype", _columns[index]));
        }
    }

    static Genotype? GenotypeOf(string cell)
    {
        var alleles = cell.Split('/', '|', '-').Select(it => it.Trim()).ToArray();
        if (alleles.Length > 2 || !Allele.TryParse(alleles[0], out var first) || !first.IsRepeat) return null;
        if (alleles.Length == 1) return new(first, first);
        return Allele.TryParse(alleles[1], out var second) && second.IsRepeat ? new Genotype(first, second) : null;
    }

    /// <summary>Cells between tabs, semicolons or commas; or words, of which the last ones are the genotypes, since a
    /// marker's name may be two words.</summary>
    static string[] Cells(string line, int? count)
    {
        foreach (var separator in new[] { '\t', ';', ',' })
            if (line.Contains(separator)) return [.. line.Split(separator).Select(it => it.Trim())];
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (count is not { } genotypes || words.Length <= genotypes + 1) return words;
        return [string.Join(' ', words[..^genotypes]), .. words[^genotypes..]];
    }
}
