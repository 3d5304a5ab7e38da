using System.CommandLine;
using Homeward.Cases.Access;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage.Families;
using Homeward.Storage.Samples;
using Spectre.Console;

namespace Homeward.Cli.Commands.Genes;

/// <summary><c>homeward genes status</c>: who is accepted and not searched.</summary>
static class StatusCommand
{
    /// <summary>Everything that somebody should look at.</summary>
    sealed record Answer(
        long Version,
        bool AllSearched,
        IReadOnlyList<string> UnsearchedChildren,
        IReadOnlyList<Guid> UnsearchedFamilies,
        IReadOnlyList<string> RelativesInNoFamily,
        IReadOnlyList<Guid> FamiliesThatCannotReach,
        IReadOnlyList<Guid> FamiliesTooOpen,
        int OpenCandidates,
        BetweenDatabases? Cases);

    /// <summary>What one database has and the other does not know yet; null when nobody asked in an analyst's name.
    /// </summary>
    sealed record BetweenDatabases(
        IReadOnlyList<Guid> FamiliesHeld,
        int FamiliesNotSent,
        IReadOnlyList<string> WithdrawalsNotSent,
        IReadOnlyList<string> TypingsBegun);

    public static Command Create()
    {
        var data = DataFolder.Option();
        var command = new Command("status", "Say who is accepted and not searched, and why")
        {
            data, CommonOptions.Json(),
        };
        var acting = new ActingOptions(command, isRequired: false);
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            var folder = new DataFolder(parse.GetValue(data)!);
            var actor = acting.Read(parse, folder, refusals);
            if (refusals.Any) return refusals.Refuse();
            var between = actor is null ? null : await BetweenAsync(folder, actor, refusals, cancel);
            await using var genes = OpenGenes.Of(folder, refusals);
            if (genes is null) return refusals.Refuse();
            var answer = Of(genes, between);
            return terminal.Answer(answer, console => Draw(console, answer));
        });
        return command;
    }

    /// <summary>Null when it was refused.</summary>
    static async Task<BetweenDatabases?> BetweenAsync(
        DataFolder folder, Actor actor, Refusals refusals, CancellationToken cancel)
    {
        await using var open = await OpenLaboratory.OfAsync(folder, actor, refusals, cancel);
        if (open is null) return null;
        var (families, typings) = (new FamilySearchStore(open.Cases), new TypingStore(open.Cases));
        return new(
            [.. (await families.HeldAsync(cancel)).Select(it => it.Family.Value)],
            (await families.UndeliveredAsync(int.MaxValue, cancel)).Count,
            [.. (await typings.UnsentWithdrawalsAsync(cancel)).Select(it => it.ToString())],
            [.. (await typings.PendingAsync(cancel)).Select(it => it.ToString())]);
    }

    static Answer Of(OpenGenes genes, BetweenDatabases? between)
    {
        var alarms = genes.Ledger.Alarms();
        return new(
            genes.Database.Version(),
            alarms.AllSearched,
            [.. alarms.Children.Select(it => it.ToString())],
            [.. alarms.Families.Select(it => it.Value)],
            [.. alarms.Idle.Select(it => it.ToString())],
            [.. alarms.CannotReach.Select(it => it.Value)],
            [.. alarms.TooOpen.Select(it => it.Value)],
            genes.Ledger.OpenCandidates().Count,
            between);
    }

    static void Draw(IAnsiConsole console, Answer answer)
    {
        console.WriteLine(answer.AllSearched
            ? $"Everybody is searched, up to change {answer.Version:N0}."
            : "NOT everybody is searched.");
        Tell(console, "children not searched", answer.UnsearchedChildren);
        Tell(console, "families not searched", answer.UnsearchedFamilies);
        Tell(console, "families that no exact calculation reaches", answer.FamiliesTooOpen);
        Tell(console, "families that can reach the threshold with nobody: type more of them",
            answer.FamiliesThatCannotReach);
        Tell(console, "relatives' profiles that belong to no family", answer.RelativesInNoFamily);
        console.WriteLine($"{answer.OpenCandidates:N0} candidates are open.");
        if (answer.Cases is not { } cases) return;
        Tell(console, "families contradict themselves and wait for an analyst", cases.FamiliesHeld);
        Tell(console, "withdrawals that the genes do not know yet", cases.WithdrawalsNotSent);
        Tell(console, "typings that were begun and have no profile", cases.TypingsBegun);
        if (cases.FamiliesNotSent > 0)
            console.WriteLine($"{cases.FamiliesNotSent:N0} changes of families that the genes do not know yet.");
    }

    static void Tell<T>(IAnsiConsole console, string what, IReadOnlyList<T> numbers)
    {
        const int shown = 5;
        if (numbers.Count == 0) return;
        var more = numbers.Count > shown ? ", …" : "";
        console.WriteLine($"{numbers.Count:N0} {what}: {string.Join(", ", numbers.Take(shown))}{more}");
    }
}
