using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cases.Retention;
using Homeward.Cases.Samples;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage.Genes;
using Homeward.Storage.Retention;
using Spectre.Console;

namespace Homeward.Cli.Commands.Retention;

/// <summary><c>homeward retention</c>: what the jurisdiction says must go, and with <c>--erase</c> it goes.</summary>
static class RetentionCommand
{
    public const string Examples =
        "homeward retention --as caseworker\nhomeward retention --erase --yes --as caseworker\n"
        + "homeward retention --as caseworker || echo something must go";

    /// <param name="Due">May be erased now, what must go first standing first.</param>
    /// <param name="Waiting">Kept for a while yet.</param>
    /// <param name="Erased">Donors erased by this run.</param>
    sealed record Answer(IReadOnlyList<Row> Due, IReadOnlyList<Row> Waiting, int Erased);

    /// <param name="Donor">As the gene database knows the donor.</param>
    /// <param name="Kind">What ended the reason for keeping it.</param>
    /// <param name="Ended">When.</param>
    /// <param name="From">From when on it may be erased.</param>
    /// <param name="By">By when it must be.</param>
    /// <param name="IsOverdue">Whether that has passed.</param>
    /// <param name="Basis">In the profile's words.</param>
    sealed record Row(Guid Donor, string Kind, string Ended, string From, string By, bool IsOverdue, string Basis);

    public static Command Create()
    {
        var erase = new Option<bool>("--erase") { Description = "Erase what is due: its keys are destroyed" };
        var yes = new Option<bool>("--yes") { Description = "Needed with --erase: nobody can take it back" };
        var command = new Command(
            "retention", "List profiles that the jurisdiction no longer lets keep; exit code 3 when one is overdue")
        {
            erase, yes,
        };
        var options = new InstallationOptions(command);
        command.SetAction(async (parse, cancel) =>
        {
            var (terminal, isErasing) = (Terminal.Of(parse), parse.GetValue(erase));
            var refusals = new Refusals(terminal);
            if (isErasing && !parse.GetValue(yes))
                refusals.Add("--yes", "", "say --yes to erase; it cannot be undone, in no backup either");
            await using var open = refusals.Any
                ? null : await options.OpenAsync(parse, Purpose.Retention, refusals, cancel);
            if (open is null) return refusals.Refuse();
            if (open.Genes(options.Folder(parse), refusals) is not { } genes) return refusals.Refuse();
            var erasure = new DonorErasure(genes);
            var all = await DueAsync(open, erasure, cancel);
            var due = all.Where(it => it.IsDueAt(open.Session.Now)).ToList();
            var erased = 0;
            if (isErasing && due.Count > 0)
            {
                GeneDonorId[] donors = [.. due.Select(it => it.Reason.Donor).Distinct()];
                var decided = await new RetentionStore(open.Session).DecideAsync(donors, cancel);
                if (!decided.IsAllowed) return terminal.Refuse("--erase", decided.Refusal.Reason);
                erased = (await erasure.EraseAsync(open.Session.Actor, donors, cancel)).Count;
                due = [];
            }
            var answer = new Answer(
                [.. due.Select(it => RowOf(open, it))],
                [.. all.Where(it => !it.IsDueAt(open.Session.Now)).Select(it => RowOf(open, it))], erased);
            terminal.Answer(answer, console => Draw(console, answer));
            return answer.Due.Any(it => it.IsOverdue) ? ExitCode.Attention : ExitCode.Done;
        });
        return command;
    }

    static async Task<List<DueErasure>> DueAsync(
        OpenInstallation open, DonorErasure erasure, CancellationToken cancel)
    {
        var erased = erasure.Erased();
        return
        [
            .. (await new RetentionStore(open.Session).EndedAsync(cancel))
                .Where(it => !erased.Contains(it.Donor))
                .Select(it => it.Under(open.Profile)).OfType<DueErasure>()
                .OrderBy(it => it.By).ThenBy(it => it.Reason.Donor.Value),
        ];
    }

    static Row RowOf(OpenInstallation open, DueErasure it) => new(
        it.Reason.Donor.Value, $"{it.Reason.Kind}", open.Text(it.Reason.Ended), open.Text(it.From), open.Text(it.By),
        it.IsOverdueAt(open.Session.Now), it.Rule.Basis.In(open.Profile.Languages[0].Code));

    static void Draw(IAnsiConsole console, Answer answer)
    {
        if (answer.Erased > 0)
            console.WriteLine(
                $"{PlainWords.Counted(answer.Erased, "donor")} erased. Copies of the old key folder must go within 35 "
                + "days: until then they still open what they hold.");
        if (answer.Due.Count == 0 && answer.Erased == 0) console.WriteLine("Nothing is due.");
        var table = Tables.Of("donor", "why", "ended", "to be gone by", "");
        foreach (var it in answer.Due)
            table.Add($"{it.Donor}", it.Kind, it.Ended, it.By, it.IsOverdue ? "OVERDUE" : "");
        if (answer.Due.Count > 0) console.Write(table);
        if (answer.Waiting.Count > 0)
            console.WriteLine(
                $"{PlainWords.Counted(answer.Waiting.Count, "donor")} kept for a while yet, the first until "
                + $"{answer.Waiting.Min(it => it.From)}.");
    }
}
