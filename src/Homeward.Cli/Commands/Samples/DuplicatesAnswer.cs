using Homeward.Cli.Inputs;
using Homeward.Genetics.Pedigrees;
using Homeward.Search.Direct;
using Homeward.Search.Ranking;

namespace Homeward.Cli.Commands.Samples;

/// <summary>Samples that may be one person's, property by property the JSON of docs/guide/command-line.md.</summary>
/// <param name="Assumptions">What the LRs take for granted.</param>
/// <param name="DropOut">For the LR.</param>
/// <param name="Mistyping">For the LR.</param>
/// <param name="MostDifferences">Markers that may differ.</param>
/// <param name="LeastMarkers">Markers that must be typed in both.</param>
/// <param name="Samples">How many were compared, all with all.</param>
/// <param name="TooFewMarkers">Samples that have fewer than the least markers and so match nothing.</param>
/// <param name="Markers">Markers compared.</param>
/// <param name="Pairs">Different names, one person's profile; the largest LR first.</param>
/// <param name="Repeated">Names in several files, alike as they should be.</param>
/// <param name="Contradictions">Names in several files whose profiles are two people's.</param>
/// <param name="Swapped">Two such names, each with the other's profile.</param>
sealed record DuplicatesAnswer(
    AssumptionsAnswer Assumptions,
    double DropOut,
    double Mistyping,
    int MostDifferences,
    int LeastMarkers,
    int Samples,
    int TooFewMarkers,
    IReadOnlyList<string> Markers,
    IReadOnlyList<DuplicatesAnswer.Pair> Pairs,
    int Repeated,
    IReadOnlyList<DuplicatesAnswer.Contradiction> Contradictions,
    IReadOnlyList<DuplicatesAnswer.Swap> Swapped)
{
    public sealed record Sample(string Name, string File);

    /// <param name="First">The one.</param>
    /// <param name="Second">The other.</param>
    /// <param name="Compared">Markers typed in both.</param>
    /// <param name="DroppedOut">Markers at which an allele seems to be lost.</param>
    /// <param name="Mistyped">Markers at which an allele seems to be misread.</param>
    /// <param name="Log10OverUnrelated">One person over two unrelated people; the smallest of the populations.</param>
    /// <param name="Log10OverSiblings">One person over full siblings; the smallest of the populations.</param>
    /// <param name="SexesDiffer">By amelogenin.</param>
    public sealed record Pair(
        Sample First, Sample Second, int Compared, IReadOnlyList<string> DroppedOut, IReadOnlyList<string> Mistyped,
        double Log10OverUnrelated, double Log10OverSiblings, bool SexesDiffer);

    public sealed record Contradiction(
        string Name, string FirstFile, string SecondFile, int Compared, IReadOnlyList<string> Differing);

    public sealed record Swap(string FirstName, string SecondName, string FirstFile, string SecondFile);

    public static DuplicatesAnswer Of(DuplicatesInput input, SampleColumns columns, IReadOnlyList<DirectMatch> matches)
    {
        var samples = input.Samples;
        var alike = matches.Select(it => (it.First, it.Second)).ToHashSet();
        var namesakes = samples.Index().GroupBy(it => it.Item.Profile.Id, it => it.Index)
            .SelectMany(it => it.SelectMany(
                (first, i) => it.Skip(i + 1).Select(second => (First: first, Second: second))))
            .ToArray();
        var contradictions = namesakes.Where(it => !alike.Contains(it))
            .Select(it => (It: it, Columns: DirectMatch.Compare(columns, it.First, it.Second)))
            .Where(it => it.Columns.Compared >= input.Tolerance.LeastMarkers)
            .ToArray();
        return new(
            input.Assumptions.Answer, input.DropOut, input.Mistyping, input.Tolerance.MostDifferences,
            input.Tolerance.LeastMarkers, samples.Count,
            samples.Count(it => it.Profile.Genotypes.Count(read =>
                input.Markers.Contains(read.Key) && !read.Value.IsOneKnown) < input.Tolerance.LeastMarkers),
            input.Markers,
            [.. matches.Where(it => Name(it.First) != Name(it.Second)).Select(PairOf)
                .OrderByDescending(it => Math.Round(it.Log10OverUnrelated, 6))],
            namesakes.Count(alike.Contains),
            [.. contradictions.Select(it => new Contradiction(
                Name(it.It.First), samples[it.It.First].File, samples[it.It.Second].File, it.Columns.Compared,
                it.Columns.Differing))],
            [.. Swaps([.. contradictions.Select(it => it.It)])]);

        string Name(int row) => samples[row].Profile.Id;

        Sample At(int row) => new(Name(row), samples[row].File);

        Pair PairOf(DirectMatch it)
        {
            var (first, second) = (samples[it.First].Profile, samples[it.Second].Profile);
            var ratios = input.Assumptions.Populations
                .Select(ladders => IdentityRatio.Of(first, second, input.DropOut, input.Mistyping, ladders)).ToArray();
            var (a, b) = (new RescuedChild(first).Sex, new RescuedChild(second).Sex);
            return new(
                At(it.First), At(it.Second), it.Compared, it.DroppedOut, it.Mistyped,
                ratios.Min(ratio => ratio.Log10OverUnrelated), ratios.Min(ratio => ratio.Log10OverSiblings),
                a != b && a != Sex.Unknown && b != Sex.Unknown);
        }

        // Name a of one file is name b of the other, and the other way round.
        IEnumerable<Swap> Swaps(IReadOnlyList<(int First, int Second)> wrong)
        {
            for (var i = 0; i < wrong.Count; i++)
                for (var j = i + 1; j < wrong.Count; j++)
                    if (samples[wrong[i].First].File == samples[wrong[j].First].File
                        && samples[wrong[i].Second].File == samples[wrong[j].Second].File
                        && alike.Contains(Ordered(wrong[i].First, wrong[j].Second))
                        && alike.Contains(Ordered(wrong[j].First, wrong[i].Second)))
                        yield return new(
                            Name(wrong[i].First), Name(wrong[j].First),
                            samples[wrong[i].First].File, samples[wrong[i].Second].File);
        }

        static (int, int) Ordered(int a, int b) => (Math.Min(a, b), Math.Max(a, b));
    }
}
