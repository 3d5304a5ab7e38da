using System.Globalization;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Mutation;

/// <summary>From a model to its matrix: checks the parameters, fills the matrix, transforms it.</summary>
/// <remarks>
/// Off-diagonal cells follow docs/math/mutation.md; each diagonal cell is 1 minus the other cells of its row, except
/// in an untransformed custom matrix, which is taken as it is.
/// </remarks>
static class MutationMatrixBuilder
{
    /// <summary>How far a row may be from 1, and how far below 0 rounding may carry a diagonal cell.</summary>
    const double Tolerance = 1e-9;

    public static Parsed<MutationMatrix> Build(
        MutationModel model, IReadOnlyList<Allele?> alleles, IReadOnlyList<double> frequencies)
    {
        Check.That(alleles.Count == frequencies.Count && alleles.Count > 0);
        var problems = new Problems();
        CheckFrequencies(frequencies, model.Transform != MutationTransform.None, problems);
        CheckParameters(model, alleles, problems);
        if (problems.Any) return problems;

        var cells = Cells(model, alleles, frequencies, problems);
        if (!problems.Any) CheckRows(cells, alleles.Count, "rate", problems);
        if (!problems.Any && model.Transform != MutationTransform.None)
            cells = Transformed(cells, model.Transform, frequencies, problems);
        return problems.Any ? problems : new MutationMatrix(alleles.Count, cells);
    }

    static void CheckFrequencies(IReadOnlyList<double> frequencies, bool mustBePositive, Problems problems)
    {
        for (var i = 0; i < frequencies.Count; i++)
        {
            if (!double.IsFinite(frequencies[i]) || frequencies[i] is < 0 or > 1)
                problems.Add($"frequencies[{i}]", "is not between 0 and 1");
            else if (mustBePositive && frequencies[i] == 0)
                problems.Add($"frequencies[{i}]", "is 0; a transform divides by it");
        }
    }

    static void CheckParameters(MutationModel model, IReadOnlyList<Allele?> alleles, Problems problems)
    {
        switch (model)
        {
            case MutationModel.None: break;
            case MutationModel.Equal equal: CheckRate(equal.Rate, "rate", problems); break;
            case MutationModel.Proportional proportional: CheckRate(proportional.Rate, "rate", problems); break;
            case MutationModel.OneStep oneStep:
                CheckRate(oneStep.Rate, "rate", problems);
                CheckRepeats(alleles, problems);
                break;
            case MutationModel.Stepwise stepwise:
                CheckRate(stepwise.Rate, "rate", problems);
                CheckRate(stepwise.Rate2, "rate2", problems);
                if (!double.IsFinite(stepwise.Range) || stepwise.Range <= 0) problems.Add("range", "is not above 0");
                CheckRepeats(alleles, problems);
                break;
            case MutationModel.Custom custom: CheckCustom(custom.Rows, alleles.Count, problems); break;
            default: Check.That(false, "an unknown mutation model"); break;
        }
    }

    static void CheckRate(double rate, string place, Problems problems)
    {
        if (!double.IsFinite(rate) || rate is < 0 or > 1) problems.Add(place, "is not a probability between 0 and 1");
    }

    static void CheckRepeats(IReadOnlyList<Allele?> alleles, Problems problems)
    {
        var seen = new HashSet<Allele>();
        for (var i = 0; i < alleles.Count; i++)
        {
            if (alleles[i] is not { IsRepeat: true } allele)
                problems.Add($"alleles[{i}]", "is not a repeat number, which this mutation model needs");
            else if (!seen.Add(allele)) problems.Add($"alleles[{i}]", "has the repeat number of an earlier allele");
        }
    }

    static void CheckCustom(IReadOnlyList<IReadOnlyList<double>> rows, int size, Problems problems)
    {
        if (rows.Count != size) problems.Add("matrix", $"has {rows.Count} rows for {size} alleles");
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Count != size) problems.Add($"matrix[{i}]", $"has {rows[i].Count} cells for {size} alleles");
            for (var j = 0; j < rows[i].Count; j++)
                if (!double.IsFinite(rows[i][j]) || rows[i][j] is < 0 or > 1)
                    problems.Add($"matrix[{i}][{j}]", "is not a probability between 0 and 1");
        }
    }

    static double[] Cells(
        MutationModel model, IReadOnlyList<Allele?> alleles, IReadOnlyList<double> frequencies, Problems problems)
    {
        if (model is MutationModel.Custom custom) return [.. custom.Rows.SelectMany(row => row)];
        var cells = new double[alleles.Count * alleles.Count];
        if (model is MutationModel.Equal equal) Mutations.Equal(cells, alleles.Count, equal.Rate);
        else if (model is MutationModel.Proportional proportional)
        {
            if (!Mutations.TryProportional(cells, frequencies, proportional.Rate))
                problems.Add("frequencies", "leave the proportional model no second allele to mutate to");
        }
        else if (model is MutationModel.Stepwise stepwise) Mutations.Stepwise(cells, Tenths(alleles), stepwise);
        else if (model is MutationModel.OneStep oneStep) Mutations.OneStep(cells, Tenths(alleles), oneStep.Rate);
        FillDiagonal(cells, alleles.Count);
        return cells;
    }

    static int[] Tenths(IReadOnlyList<Allele?> alleles) => [.. alleles.Select(it => it!.Value.Tenths)];

    static double[] Transformed(
        double[] cells, MutationTransform transform, IReadOnlyList<double> frequencies, Problems problems)
    {
        if (!StationaryTransforms.TryApply(transform, cells, frequencies, out var transformed))
        {
            problems.Add("transform", transform == MutationTransform.PM
                ? "needs a matrix with one stationary distribution"
                : "finds no pair of alleles that mutate both ways");
            return cells;
        }
        FillDiagonal(transformed, frequencies.Count);
        CheckRows(transformed, frequencies.Count, "transform", problems);
        return transformed;
    }

    static void FillDiagonal(double[] cells, int size)
    {
        for (var i = 0; i < size; i++)
        {
            var leaving = 0.0;
            for (var j = 0; j < size; j++)
                if (j != i) leaving += cells[i * size + j];
            var staying = 1 - leaving;
            cells[i * size + i] = staying is < 0 and > -1e-12 ? 0 : staying;      // rounding, not a rate too high
        }
    }

    static void CheckRows(double[] cells, int size, string cause, Problems problems)
    {
        for (var i = 0; i < size; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < size; j++) sum += cells[i * size + j];
            if (cells[i * size + i] < 0)
                problems.Add(cause, $"is too much: allele {i + 1} would mutate with a probability above 1");
            else if (Math.Abs(sum - 1) > Tolerance)
                problems.Add($"matrix[{i}]", string.Create(CultureInfo.InvariantCulture, $"sums to {sum:R}, not to 1"));
        }
    }
}
