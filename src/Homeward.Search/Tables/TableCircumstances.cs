using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;
using Homeward.Search.Compiling;
using Homeward.Search.Index;

namespace Homeward.Search.Tables;

/// <summary>
/// Everything that all tables of a search are compiled for: if one thing differs, none of them holds.
/// </summary>
public sealed class TableCircumstances
{
    readonly Dictionary<string, IReadOnlyList<Allele[]>> _outside;

    /// <param name="children">The index to be scanned: its codes, and its alleles outside the ladder.</param>
    /// <param name="ladders">The population that the scan uses.</param>
    /// <param name="threshold">Smallest log10 LR that must not be lost.</param>
    public TableCircumstances(ProfileIndex children, MarkerLadders ladders, double threshold)
    {
        (Codes, Ladders, Threshold) = (children.Codes, ladders, threshold);
        Columns = Codes.Markers.TakeWhile(it => ladders.Has(it.Marker)).Count();
        Check.That(Columns > 0 && Codes.Markers.Skip(Columns).All(it => !ladders.Has(it.Marker)));
        _outside = Codes.Markers.Take(Columns).ToDictionary(
            it => it.Marker, it => OutsideAlleles(children, it.Marker, ladders), StringComparer.Ordinal);
        Digest = [.. SHA256.HashData(Encoding.UTF8.GetBytes(InWords()))];
    }

    public CodeBook Codes { get; }
    public MarkerLadders Ladders { get; }
    public double Threshold { get; }

    /// <summary>The columns with scores, which come first.</summary>
    public int Columns { get; }

    /// <summary>Tables with another digest were compiled for something else.</summary>
    public IReadOnlyList<byte> Digest { get; }

    public FamilyCompiler Compiler() => new(Codes, Ladders, it => _outside[it]);

    /// <summary>
    /// Whether the shared code's score, in every table, holds for this child's readings too: true unless it has alleles
    /// together, outside the ladder, that no child of the index has.
    /// </summary>
    public bool Covers(Profile child) => Codes.Markers.Take(Columns).All(codes =>
        !child.Genotypes.TryGetValue(codes.Marker, out var read)
        || OutsideOf(read, Ladders.Of(codes.Marker, [])) is var alleles
            && (alleles.Length == 0 || _outside[codes.Marker].Any(alleles.SequenceEqual)));

    static Allele[] OutsideOf(Genotype read, MarkerLadder ladder) =>
        [.. new[] { read.Low, read.High }.Distinct().Where(it => ladder.IndexOf(it) < 0)];

    /// <summary>The sets of alleles outside the ladder that some child has together.</summary>
    static IReadOnlyList<Allele[]> OutsideAlleles(ProfileIndex children, string marker, MarkerLadders ladders)
    {
        var ladder = ladders.Of(marker, []);
        return [.. children.SharedGenotypesAt(marker)
            .Select(it => OutsideOf(it, ladder))
            .Where(it => it.Length > 0)
            .DistinctBy(it => string.Join(' ', it))
            .OrderBy(it => it[0]).ThenBy(it => it[^1])];
    }

    string InWords()
    {
        var assumed = Ladders.Assumptions;
        var words = new StringBuilder();
        words.Append(CultureInfo.InvariantCulture,
            $"{Convert.ToHexString([.. Codes.Digest])} {Columns} {Threshold:R} {assumed.Theta.Value:R} ");
        foreach (var codes in Codes.Markers.Take(Columns))
        {
            var ladder = Ladders.Of(codes.Marker, []);
            words.Append(CultureInfo.InvariantCulture, $"\n{codes.Marker} {string.Join(' ', ladder.Alleles)} ");
            foreach (var frequency in ladder.Model.Founder)
                words.Append(CultureInfo.InvariantCulture, $"{frequency:R} ");
            var (male, female) = (assumed.Mutation.Of(codes.Marker, true), assumed.Mutation.Of(codes.Marker, false));
            words.Append(CultureInfo.InvariantCulture, $"{male} {female} {assumed.SilentFrequency(codes.Marker):R} ");
            words.Append(assumed.Floor);
            foreach (var alleles in _outside[codes.Marker]) words.Append(" + ").AppendJoin(' ', alleles);
        }
        return words.ToString();
    }
}
