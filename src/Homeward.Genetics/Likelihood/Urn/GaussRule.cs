using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Likelihood.Urn;

/// <summary>
/// Gauss quadrature: so many numbers and weights that the weighted mean of every polynomial of degree below twice their
/// count is its exact mean under a beta or a gamma distribution. All weights are positive.
/// </summary>
/// <remarks>Golub and Welsch (1969), from the recurrences of the Jacobi and the Laguerre polynomials.</remarks>
/// <param name="Nodes">Where to look.</param>
/// <param name="Weights">How much each counts; they sum to 1.</param>
sealed record GaussRule(double[] Nodes, double[] Weights)
{
    const int MostRounds = 60;

    /// <summary>For the beta distribution of parameters a and b, on 0 to 1.</summary>
    public static GaussRule Beta(double a, double b, int count)
    {
        var s = a + b;
        var (diagonal, beside) = (new double[count], new double[count]);
        for (var k = 0; k < count; k++)
        {
            diagonal[k] = k == 0 ? a / s : (2 * k * (k + s - 1) + a * (s - 2)) / ((2 * k + s - 2) * (2 * k + s));
            beside[k] = k switch
            {
                0 => 0,
                1 => Math.Sqrt(a * b / (s + 1)) / s,
                _ => Math.Sqrt(k * (k + a - 1) * (k + b - 1) * (k + s - 2) / ((2 * k + s - 1) * (2 * k + s - 3)))
                    / (2 * k + s - 2),
            };
        }
        return Of(diagonal, beside);
    }

    /// <summary>For the gamma distribution of a shape, with scale 1.</summary>
    public static GaussRule Gamma(double shape, int count)
    {
        var (diagonal, beside) = (new double[count], new double[count]);
        for (var k = 0; k < count; k++) (diagonal[k], beside[k]) = (2 * k + shape, Math.Sqrt(k * (k + shape - 1)));
        return Of(diagonal, beside);
    }

    /// <summary>
    /// The nodes are the eigenvalues of a symmetric tridiagonal matrix, the weights the squared first components of its
    /// eigenvectors: found by plane rotations with shifts (implicit QL).
    /// </summary>
    /// <param name="diagonal">Becomes the nodes.</param>
    /// <param name="beside">Element k lies between k − 1 and k; the first is unused.</param>
    static GaussRule Of(double[] diagonal, double[] beside)
    {
        var count = diagonal.Length;
        var first = new double[count];
        first[0] = 1;
        double[] off = [.. beside.Skip(1), 0];
        for (var at = 0; at < count; at++)
            for (var round = 0; ; round++)
            {
                var end = at;
                while (end < count - 1 && !IsNothing(off[end], diagonal[end], diagonal[end + 1])) end++;
                if (end == at) break;
                Check.That(round < MostRounds);
                Rotate(diagonal, off, first, at, end);
            }
        return new(diagonal, Array.ConvertAll(first, it => it * it));
    }

    static bool IsNothing(double off, double above, double below) =>
        off * off <= 1e-32 * Math.Abs(above * below);

    /// <summary>One sweep of rotations over rows <paramref name="at"/> to <paramref name="end"/>.</summary>
    static void Rotate(double[] diagonal, double[] off, double[] first, int at, int end)
    {
        var half = (diagonal[at + 1] - diagonal[at]) / (2 * off[at]);
        var root = double.Hypot(half, 1);
        var carried = diagonal[end] - diagonal[at] + off[at] / (half + Math.CopySign(root, half));
        var (sine, cosine, taken) = (1.0, 1.0, 0.0);
        for (var i = end - 1; i >= at; i--)
        {
            var (across, along) = (sine * off[i], cosine * off[i]);
            root = double.Hypot(across, carried);
            off[i + 1] = root;
            if (root == 0)
            {
                diagonal[i + 1] -= taken;
                off[end] = 0;
                return;
            }
            (sine, cosine) = (across / root, carried / root);
            carried = diagonal[i + 1] - taken;
            var turned = (diagonal[i] - carried) * sine + 2 * cosine * along;
            taken = sine * turned;
            diagonal[i + 1] = carried + taken;
            carried = cosine * turned - along;
            (first[i + 1], first[i]) =
                (sine * first[i] + cosine * first[i + 1], cosine * first[i] - sine * first[i + 1]);
        }
        diagonal[at] -= taken;
        off[at] = carried;
        off[end] = 0;
    }
}
