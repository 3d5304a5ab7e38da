using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cases.Identification;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage.Identification;
using Spectre.Console;

namespace Homeward.Cli.Commands.Candidates;

/// <summary><c>homeward candidates</c>: what the search found, and what analysts say of it.</summary>
static class CandidatesCommand
{
    public const string Examples =
        "homeward candidates list --as analyst\n"
        + "homeward candidates list --as analyst --json\n"
        + "homeward candidates propose 17 --as analyst\n"
        + "homeward candidates exclude 18 --reason lineage --as analyst";

    public static Command Create() =>
        new("candidates", "List, propose and exclude pairs that the search found: docs/guide/samples.md")
        {
            List(), Propose(), Exclude(),
        };

    sealed record ListAnswer(IReadOnlyList<Row> Candidates);

    /// <param name="Number">By which it is proposed or excluded.</param>
    /// <param name="Child">Accession number of the child's profile.</param>
    /// <param name="Family">The family, as the gene database knows it.</param>
    /// <param name="Member">Which member of it is missing.</param>
    /// <param name="Log10">log10 LR against unrelated.</param>
    /// <param name="Found">In the jurisdiction's own time.</param>
    sealed record Row(long Number, string Child, Guid Family, string Member, double Log10, string Found);

    sealed record Proposed(Guid Match, long Candidate);

    sealed record Excluded(long Candidate, string Reason);

    static Command List() => new Command("list", "List open candidates, the likeliest first").Reading(
        Purpose.Identification,
        async (open, _, cancel) => new ListAnswer(
        [
            .. (await new CandidateStore(open.Session).OpenAsync(cancel)).Select(it => new Row(
                it.Number, it.Child.ToString(), it.Family.Value, it.Member, it.Log10, open.Text(it.At))),
        ]),
        Draw);

    static Command Propose()
    {
        var number = Number();
        return new Command("propose", "Propose that a candidate is the missing one; it identifies nobody") { number }
            .Acting(
                Purpose.Identification,
                (open, parse, cancel) => new CandidateStore(open.Session).ProposeAsync(parse.GetValue(number), cancel),
                it => new Proposed(it.Id.Value, it.Candidate),
                it => $"Match {it.Match} is proposed. Fresh samples, a second typing and a second analyst come next.");
    }

    static Command Exclude()
    {
        var number = Number();
        var reason = new Option<ExclusionReason>("--reason")
        {
            Description = "Why the two do not belong together",
            Required = true,
        };
        return new Command("exclude", "Exclude a pair; it comes back on other evidence only") { number, reason }.Acting(
            Purpose.Identification,
            (open, parse, cancel) => new CandidateStore(open.Session).ExcludeAsync(
                parse.GetValue(number), parse.GetValue(reason), cancel),
            it => new Excluded(it.Candidate, it.Reason.ToString()),
            it => $"Candidate {it.Candidate} is excluded: {it.Reason}.");
    }

    static Argument<long> Number() => new("NUMBER") { Description = "Number of the candidate" };

    static void Draw(IAnsiConsole console, ListAnswer answer)
    {
        var table = Tables.Of(">number", "child", "family", "missing", ">log10 LR", "found");
        foreach (var it in answer.Candidates)
            table.Add($"{it.Number}", it.Child, $"{it.Family}", it.Member, $"{it.Log10:0.00}", it.Found);
        console.Write(table);
        console.WriteLine($"{PlainWords.Counted(answer.Candidates.Count, "candidate")} open.");
    }
}
