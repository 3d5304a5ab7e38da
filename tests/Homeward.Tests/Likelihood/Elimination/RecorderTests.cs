using CsCheck;
using Homeward.Genetics.Likelihood.Elimination;

namespace Homeward.Tests.Likelihood.Elimination;

public sealed class RecorderTests
{
    const int Inputs = 1 + 2 * 4096;

    /// <summary>
    /// Lengths of up to four labels; which of them each table depends on, and in what order its axes lie. Every length
    /// from 1 to 40 meets the stretches of 16 cells and what is left of them.
    /// </summary>
    static readonly Gen<(int[] Lengths, int[][] Axes, double Scale)> Products =
        from lengths in Gen.OneOf(Gen.Int[1, 6], Gen.Int[1, 40]).Array[1, 4]
            .Where(it => it.Aggregate(1, (size, length) => size * length) <= 4096)
        from orders in Gen.Shuffle(Enumerable.Range(0, lengths.Length).ToArray()).Array[3]
        from kept in Gen.Bool.Array[3 * lengths.Length]
        from scale in Gen.OneOf(Gen.Const(1.0), Gen.Const(2.0), Gen.Const(0.5))
        select (
            lengths,
            orders.Select((order, table) => Array.FindAll(order, it => kept[table * lengths.Length + it])).ToArray(),
            scale);

    [Fact]
    public void A_recorded_product_is_what_plain_loops_add_up() =>
        Products.Sample(it =>
        {
            var (sum, left, right) = (View(it.Lengths, it.Axes[0], Inputs), View(it.Lengths, it.Axes[1], 1),
                View(it.Lengths, it.Axes[2], 1 + 4096));
            var recorder = new Recorder(Inputs);
            recorder.Take(Size(it.Lengths, it.Axes[0]));
            recorder.MultiplyAdd(it.Lengths, sum, left, right, it.Scale);
            var arena = new double[(int)recorder.Size];
            for (var i = 0; i < Inputs; i++) arena[i] = i == Recorder.One ? 1 : 1 + i * 7 % 11;    // exact in a double
            var expected = PlainLoops(it.Lengths, arena, (sum, left, right), it.Scale);

            foreach (var instruction in recorder.Instructions) instruction.Run(arena);

            Assert.Equal(expected, arena.Skip(Inputs).Take(Size(it.Lengths, it.Axes[0])));
        });

    static double[] PlainLoops(int[] lengths, double[] arena, (View Sum, View Left, View Right) views, double scale)
    {
        var result = new double[arena.Length];
        var at = new int[lengths.Length];
        var last = 0;
        while (last >= 0)
        {
            result[At(views.Sum)] += scale * arena[At(views.Left)] * arena[At(views.Right)];
            for (last = lengths.Length - 1; last >= 0 && ++at[last] == lengths[last]; last--) at[last] = 0;
        }
        return [.. result.Skip(views.Sum.Address).Take(Last(views.Sum) + 1)];

        int At(View view) => view.Address + view.Strides.Zip(at, (stride, i) => stride * i).Sum();
        int Last(View view) => view.Strides.Zip(lengths, (stride, length) => stride * (length - 1)).Sum();
    }

    static int Size(int[] lengths, int[] axes) => axes.Aggregate(1, (size, label) => size * lengths[label]);

    static View View(int[] lengths, int[] axes, int address)
    {
        var (strides, step) = (new int[lengths.Length], 1);
        foreach (var label in axes.Reverse())
        {
            strides[label] = step;
            step *= lengths[label];
        }
        return new(address, strides);
    }
}
