using System.CommandLine;
using Homeward.Cases.Samples;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage.Genes;
using Spectre.Console;

namespace Homeward.Cli.Commands.Genes;

/// <summary><c>homeward genes erase</c>: all that the donors of these numbers ever gave.</summary>
static class EraseCommand
{
    /// <param name="Donors">How many were erased now.</param>
    /// <param name="ErasedBefore">How many were erased earlier.</param>
    sealed record Answer(int Donors, int ErasedBefore);

    public static Command Create()
    {
        var numbers = new Argument<string[]>("number")
        {
            Description = "Accession numbers; all profiles of the same donor go",
            Arity = ArgumentArity.OneOrMore,
        };
        var data = DataFolder.Option();
        var yes = new Option<bool>("--yes") { Description = "Needed: nobody can take it back" };
        var command = new Command("erase", "Destroy the keys of donors: what they gave is noise, also in all backups")
        {
            numbers, data, yes, CommonOptions.Json(),
        };
        command.SetAction((parse, cancel) => RunAsync(
            Terminal.Of(parse), new(parse.GetValue(data)!), parse.GetValue(numbers)!, parse.GetValue(yes), cancel));
        return command;
    }

    static async Task<int> RunAsync(
        Terminal terminal, DataFolder folder, string[] numbers, bool yes, CancellationToken cancel)
    {
        var refusals = new Refusals(terminal);
        await using var genes = OpenGenes.Of(folder, refusals);
        if (genes is null) return refusals.Refuse();
        var erasure = new DonorErasure(genes.Database);
        var donors = new HashSet<GeneDonorId>();
        foreach (var text in numbers)
            if (!AccessionNumber.TryParse(text, out var number))
                refusals.Add("number", text, "is no accession number: look for a slip");
            else if (erasure.DonorOf(number) is { } donor) donors.Add(donor);
            else refusals.Add("number", text, "is not in this gene database");
        if (!yes && !refusals.Any)
            refusals.Add("--yes", "", "say --yes to erase; it cannot be undone, in no backup either");
        if (refusals.Any) return refusals.Refuse();
        var erased = await terminal.Work.RunAsync(
            "Erasing", () => erasure.EraseAsync(who: null, [.. donors], cancel), cancel);
        var answer = new Answer(erased.Count, donors.Count - erased.Count);
        return terminal.Answer(answer, console => Draw(console, answer));
    }

    static void Draw(IAnsiConsole console, Answer it)
    {
        console.WriteLine($"{it.Donors:N0} donors erased, {it.ErasedBefore:N0} were erased before.");
        if (it.Donors > 0)
            console.WriteLine(
                "A new epoch of keys has begun. Copies of the old key folder must go within 35 days: until then they "
                + "still open what they hold.");
    }
}
