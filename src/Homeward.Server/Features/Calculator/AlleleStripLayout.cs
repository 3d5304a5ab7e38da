using Homeward.Genetics.Kinship;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Profiles;
using Homeward.Genetics.Simulation;

namespace Homeward.Server.Features.Calculator;

/// <summary>A marker as a picture: a row for each person, a column for each allele, and lines where the child's allele
/// is also a relative's.</summary>
sealed class AlleleStripLayout
{
    public const int Column = 50;
    public const int Row = 26;
    public const int PillWidth = 44;
    public const int LabelWidth = 96;
    public const int PillHeight = 20;

    /// <param name="X">The middle.</param>
    /// <param name="Y">The middle.</param>
    /// <param name="Text">The allele, twice when it was read twice.</param>
    /// <param name="Look">The class of its style.</param>
    public sealed record Pill(int X, int Y, string Text, string Look);

    public sealed record Link(int X1, int Y1, int X2, int Y2, bool IsMutation);

    public List<Pill> Pills { get; } = [];
    public List<Link> Links { get; } = [];
    public int Width { get; }
    public int Height { get; }

    readonly List<Allele> _alleles;

    public AlleleStripLayout(Calculation.Marker marker)
    {
        _alleles =
            [.. marker.Readings.SelectMany(it => new[] { it.Genotype.Low, it.Genotype.High }).Distinct().Order()];
        (Width, Height) = (LabelWidth + _alleles.Count * Column, marker.Readings.Count * Row);
        var child = marker.Readings.FirstOrDefault(it => it.Member == FamilyKind.Missing).Genotype;
        var rowOfChild = marker.Readings.Count - 1;
        foreach (var (row, (member, genotype)) in marker.Readings.Index())
        {
            foreach (var allele in Both(genotype))
            {
                var isChild = member == FamilyKind.Missing;
                var isShared = isChild
                    ? marker.Readings.Any(it => it.Member != member && Has(it.Genotype, allele)) : Has(child, allele);
                Pills.Add(new(
                    XOf(allele), YOf(row), genotype.IsHomozygous ? $"{allele}·{allele}" : allele.ToString(),
                    isChild ? isShared ? "pill-child" : "pill-child-alone" : isShared ? "pill-shared" : "pill"));
                if (!isChild && isShared && row != rowOfChild)
                    Links.Add(new(XOf(allele), YOf(row), XOf(allele), YOf(rowOfChild), IsMutation: false));
            }
        }
        if (marker.Inconsistency is Explanation.Mutation mutation && mutation.Child == FamilyKind.Missing)
            Add(mutation, marker, rowOfChild);
    }

    /// <summary>The likeliest way of an allele that changed.</summary>
    void Add(Explanation.Mutation mutation, Calculation.Marker marker, int rowOfChild)
    {
        var row = marker.Readings.ToList().FindIndex(it => it.Member == mutation.Parent);
        if (row < 0 || !_alleles.Contains(mutation.From) || !_alleles.Contains(mutation.To)) return;
        Links.Add(new(XOf(mutation.From), YOf(row), XOf(mutation.To), YOf(rowOfChild), IsMutation: true));
    }

    int XOf(Allele allele) => LabelWidth + _alleles.IndexOf(allele) * Column + Column / 2;
    public static int YOf(int row) => row * Row + Row / 2;
    static Allele[] Both(Genotype it) => it.Low == it.High ? [it.Low] : [it.Low, it.High];
    static bool Has(Genotype it, Allele allele) => it.Low == allele || it.High == allele;
}
