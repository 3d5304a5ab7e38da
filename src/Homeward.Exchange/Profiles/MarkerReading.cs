using Homeward.Genetics.Markers;
using Homeward.Genetics.Profiles;

using Genotypes = Homeward.Genetics.Profiles.Genotype;

namespace Homeward.Exchange.Profiles;

/// <summary>What the alleles written for one marker of one sample come to: docs/guide/file-formats.md.</summary>
/// <param name="Genotype">The genotype to calculate with; null when there is none.</param>
/// <param name="Unused">The alleles as they were written, when they are kept but not used.</param>
/// <param name="Warning">What was set aside, for the analyst.</param>
/// <param name="Fault">Why the file is refused.</param>
readonly record struct MarkerReading(Genotype? Genotype, string? Unused, string? Warning, string? Fault)
{
    /// <summary>Said once a marker: a file of SNPs has thousands of them.</summary>
    public const string InLetters =
        "has alleles in letters, at a marker that the catalogue does not know; they are kept, but not used";

    static readonly string[] CopiedTwice = ["DYS385", "DYF387S1"];

    /// <param name="marker">Canonical name.</param>
    /// <param name="kind">Null when the catalogue does not know the marker.</param>
    /// <param name="cells">What was written, empty cells left out, none of them malformed.</param>
    public static MarkerReading Of(string marker, MarkerKind? kind, ReadOnlySpan<AlleleCell> cells)
    {
        if (cells.Length == 0 || AllAre(cells, AlleleCell.Kind.Unknown)) return default;
        foreach (var cell in cells)
            if (cell.Says is AlleleCell.Kind.Allele && cell.Allele.IsRepeat == kind is MarkerKind.Amelogenin)
                return new(null, null, null, cell.Allele.IsRepeat
                    ? "amelogenin is X or Y, not a repeat number"
                    : "X and Y are alleles of amelogenin only");
        if (AnyIs(cells, AlleleCell.Kind.Letters)) return Aside(cells, InLetters);
        if (AnyIs(cells, AlleleCell.Kind.Undetermined))
            return Aside(cells, "an off-ladder or undetermined reading; the marker counts as not typed");
        if (cells.Length > 2)
            return Aside(cells, FormattableString.Invariant($"{cells.Length} alleles; kept, but not used"));
        return OfOneOrTwo(marker, kind, cells);
    }

    static MarkerReading OfOneOrTwo(string marker, MarkerKind? kind, ReadOnlySpan<AlleleCell> cells)
    {
        var (first, second) = (cells[0], cells[^1]);             // one allele written is a homozygote
        if (second.Says == AlleleCell.Kind.Unknown) (first, second) = (second, first);
        if (first.Says == AlleleCell.Kind.Unknown)
            return new(Genotypes.OneKnown(second.Allele), null, "one allele; the other is unknown", null);
        if (kind is MarkerKind.Amelogenin && first.Allele == Allele.Y && second.Allele == Allele.Y)
            return Aside(cells, "amelogenin without X; kept, but not used");
        if (kind is MarkerKind.Y && first.Allele != second.Allele && !CopiedTwice.Contains(marker))
            return Aside(cells, "two alleles at a marker that the Y has once; kept, but not used");
        return new(new Genotype(first.Allele, second.Allele), null, null, null);
    }

    static MarkerReading Aside(ReadOnlySpan<AlleleCell> cells, string warning)
    {
        var texts = new string[cells.Length];
        for (var i = 0; i < cells.Length; i++) texts[i] = cells[i].ToString();
        return new(null, string.Join('/', texts), warning, null);
    }

    static bool AnyIs(ReadOnlySpan<AlleleCell> cells, AlleleCell.Kind kind)
    {
        foreach (var cell in cells)
            if (cell.Says == kind) return true;
        return false;
    }

    static bool AllAre(ReadOnlySpan<AlleleCell> cells, AlleleCell.Kind kind)
    {
        foreach (var cell in cells)
            if (cell.Says != kind) return false;
        return true;
    }
}
