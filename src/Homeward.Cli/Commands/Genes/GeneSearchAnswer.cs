using System.Globalization;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Server.Genes;
using Homeward.Storage.Genes;
using Spectre.Console;

namespace Homeward.Cli.Commands.Genes;

/// <summary>What a run of the search did and what people should look at now.</summary>
/// <param name="Children">Children searched in this run.</param>
/// <param name="Families">Families searched in this run.</param>
/// <param name="AllSearched">Whether nobody is left who can be searched.</param>
/// <param name="Candidates">All that are open, the likeliest first.</param>
/// <param name="Assumptions">What was taken for granted.</param>
sealed record GeneSearchAnswer(
    int Children,
    int Families,
    bool AllSearched,
    IReadOnlyList<GeneSearchAnswer.OpenCandidate> Candidates,
    AssumptionsAnswer Assumptions)
{
    /// <param name="Child">Accession number of the child's profile.</param>
    /// <param name="Family">The family's number.</param>
    /// <param name="Member">Which member of it is missing.</param>
    /// <param name="Log10">log10 LR against unrelated.</param>
    public sealed record OpenCandidate(string Child, Guid Family, string Member, double Log10);

    public static GeneSearchAnswer Of(SearchRound result, SearchLedger ledger, AssumptionsAnswer assumptions) => new(
        result.Children,
        result.Families,
        ledger.Alarms().AllSearched,
        [
            .. ledger.OpenCandidates()
                .OrderByDescending(it => Math.Round(it.Pair.Log10, 6))
                .ThenBy(it => it.Pair.Child.Text, StringComparer.Ordinal)
                .Select(it => new OpenCandidate(
                    it.Pair.Child.ToString(), it.Pair.Family.Value, it.Pair.Member, it.Pair.Log10)),
        ],
        assumptions);

    public static void Draw(IAnsiConsole console, GeneSearchAnswer answer)
    {
        console.WriteLine(
            $"{answer.Children:N0} children and {answer.Families:N0} families searched. "
            + (answer.AllSearched
                ? "Nobody is left to search."
                : "Not everybody could be searched: `homeward genes status`."));
        if (answer.Candidates.Count == 0)
        {
            console.WriteLine("No candidates are open.");
            return;
        }
        var table = Tables.Of("Child", "Family", "Missing", ">log10 LR");
        foreach (var it in answer.Candidates)
            table.Add(
                it.Child, it.Family.ToString(), it.Member, it.Log10.ToString("N2", CultureInfo.InvariantCulture));
        console.Write(table);
    }
}
