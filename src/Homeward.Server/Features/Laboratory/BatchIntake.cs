using Homeward.Exchange.Profiles;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;
using Homeward.Server.Genes;
using Homeward.Server.Security;
using Homeward.Storage;
using Homeward.Storage.Identification;

namespace Homeward.Server.Features.Laboratory;

/// <summary>A laboratory's export from its bytes to the genes: whole or not at all.</summary>
/// <remarks>The file itself is the record: what is there is recognised, so a file sent twice is one batch.</remarks>
static class BatchIntake
{
    public const long LargestFile = 2 * 1024 * 1024;

    /// <param name="Malformed">What is wrong with the file's form, the first of it.</param>
    /// <param name="Problems">What is wrong with what it says.</param>
    /// <param name="Total">How many problems there are in all.</param>
    /// <param name="SetAside">Readings that were not used, by a stated rule.</param>
    /// <param name="Answer">Null when nothing was taken.</param>
    public sealed record Result(
        IReadOnlyList<Problem> Malformed, IReadOnlyList<BatchProblem> Problems, int Total, int SetAside,
        LaboratoryBatch.Answer? Answer);

    /// <param name="file">Whole.</param>
    /// <param name="twins">Pairs of labels that may be alike, as <c>A=B, C=D</c>.</param>
    /// <param name="cases">Of whoever sends it.</param>
    /// <param name="genes">Where profiles go.</param>
    /// <param name="cancel">The wish to stop.</param>
    public static async Task<Result> RunAsync(
        byte[] file, string twins, CaseSession cases, GeneServing genes, CancellationToken cancel)
    {
        using var bytes = new MemoryStream(file);
        var read = ProfileFile.Read(bytes, "");
        if (!read.IsValid) return new([.. read.Problems], [], read.Problems.Total, read.Warnings.Total, null);
        using var turn = await Turn.OfAsync(cases.Actor.User.Value, cancel);
        var batch = new LaboratoryBatch(cases, genes.Database, genes.Settings.Populations[0]);
        var (problems, answer) = await RunAsync(batch, read.Value.Profiles, twins, cancel);
        return new([], problems, problems.Count, read.Warnings.Total, answer);
    }

    static async Task<(IReadOnlyList<BatchProblem> Problems, LaboratoryBatch.Answer? Answer)> RunAsync(
        LaboratoryBatch batch, IReadOnlyList<Profile> profiles, string twins, CancellationToken cancel)
    {
        var byLabel = new Dictionary<string, Profile>(StringComparer.Ordinal);
        BatchProblem[] twice =
        [
            .. profiles.Where(it => !byLabel.TryAdd(it.Id, it)).Select(it => new BatchProblem(BatchFault.Twice, it.Id)),
        ];
        if (twice.Length > 0) return (twice, null);
        try
        {
            var answer = await batch.RunAsync(byLabel, TwinsOf(twins), cancel);
            return (batch.Problems, answer);
        }
        catch (CarryingRefusedException refused)
        {
            // Somebody else came between. The same file again finds what is there and does the rest.
            return ([new(BatchFault.Refused, Refusal: refused.Refusal)], null);
        }
    }

    static HashSet<(string, string)> TwinsOf(string text) =>
    [
        .. text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(it => it.Split('='))
            .Where(it => it.Length == 2).Select(it => (it[0], it[1])),
    ];
}
