using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Mutation;

/// <summary>
/// Transition probabilities of one marker and one parental sex: row = parental allele, column = transmitted allele,
/// in the order of the marker's visible alleles. Rows sum to 1.
/// </summary>
public sealed class MutationMatrix
{
    readonly double[] _cells;

    /// <param name="size">Number of visible alleles, n.</param>
    /// <param name="cells">n × n cells, row after row.</param>
    internal MutationMatrix(int size, double[] cells)
    {
        Check.That(cells.Length == size * size);
        (Size, _cells) = (size, cells);
    }

    public int Size { get; }

    public double this[int from, int to] => _cells[from * Size + to];

    /// <summary>All cells, row after row.</summary>
    public ReadOnlySpan<double> Cells => _cells;

    public ReadOnlySpan<double> Row(int from) => _cells.AsSpan(from * Size, Size);

    public static MutationMatrix Identity(int size)
    {
        var cells = new double[size * size];
        for (var i = 0; i < size; i++) cells[i * size + i] = 1;
        return new(size, cells);
    }
}
