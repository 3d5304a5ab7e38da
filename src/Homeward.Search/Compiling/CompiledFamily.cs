using Homeward.Genetics.Kinship;
using Homeward.Genetics.Markers;
using Homeward.Search.Index;

namespace Homeward.Search.Compiling;

/// <summary>
/// A family and one of its missing members as a table: log10 LR, "the child is the missing member" over "unrelated", by
/// marker and genotype code. The same kind of table whatever the family's shape.
/// </summary>
/// <remarks>
/// The shared code holds the largest score of everything it stands for in the index at hand. X markers hold the larger
/// score of a boy and a girl, because sex never filters the scan; the exact stage knows the sex.
/// </remarks>
public sealed class CompiledFamily
{
    internal CompiledFamily(Family family, int missing, double[] scores) =>
        (Family, Missing, Scores) = (family, missing, scores);

    public Family Family { get; }

    /// <summary>Index of the missing member in the family's pedigree.</summary>
    public int Missing { get; }

    /// <summary>128 scores a marker of the code book; see <see cref="Kernels.ScanTable.Of"/>.</summary>
    public double[] Scores { get; }

    /// <summary>One family by itself; <see cref="FamilyCompiler"/> gives the same bits for many.</summary>
    /// <param name="family">The family; its other missing members stay untyped.</param>
    /// <param name="missing">Index of the missing member sought.</param>
    /// <param name="codes">The columns of the index.</param>
    /// <param name="ladders">The population that the scan uses.</param>
    /// <param name="outside">Alleles outside the ladder that the index holds, by marker.</param>
    public static CompiledFamily Of(
        Family family,
        int missing,
        CodeBook codes,
        MarkerLadders ladders,
        Func<string, IReadOnlyList<Allele[]>> outside) =>
        new FamilyCompiler(codes, ladders, outside).Of(family, missing);
}
