using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cases.People;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage.Genes;
using Homeward.Storage.Retention;
using Spectre.Console;

namespace Homeward.Cli.Commands.Retention;

/// <summary><c>homeward erase</c>: profiles and photos of a human being, in every copy.</summary>
static class ErasePersonCommand
{
    public const string Examples =
        "homeward erase 01981f6e-2c00-7000-8000-0000000000aa --as caseworker\n"
        + "homeward erase 01981f6e-2c00-7000-8000-0000000000aa --yes --as caseworker";

    /// <param name="Person">As asked for.</param>
    /// <param name="Donors">Under how many keys profiles are or were kept.</param>
    /// <param name="Photos">How many photos are or were kept.</param>
    /// <param name="KeysDestroyed">By this run.</param>
    sealed record Answer(Guid Person, int Donors, int Photos, int KeysDestroyed);

    public static Command Create()
    {
        var person = new Argument<Guid>("person")
        {
            Description = "Id of the person, as the address of the person's page ends; all merged records are erased",
        };
        var yes = new Option<bool>("--yes") { Description = "Needed: nobody can take it back" };
        var command = new Command(
            "erase", "Destroy the keys of a person's profiles and photos: they are noise, also in all backups")
        {
            person, yes,
        };
        var options = new InstallationOptions(command);
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            await using var open = await options.OpenAsync(parse, Purpose.Retention, refusals, cancel);
            if (open?.Genes(options.Folder(parse), refusals) is not { } genes) return refusals.Refuse();
            var (id, store) = (new PersonId(parse.GetValue(person)), new ErasureStore(open.Session));
            if (await store.KeptOfAsync(id, cancel) is not { } kept)
                return terminal.Refuse("person", "there is no such person");
            if (!parse.GetValue(yes))
                return terminal.Refuse(
                    "--yes", $"say --yes to erase {Told(kept.Donors.Count, kept.Photos)}; it cannot be undone, in no "
                    + "backup either");
            var decided = await store.DecideAsync(id, kept, cancel);
            if (!decided.IsAllowed) return terminal.Refuse("person", decided.Refusal.Reason);
            var erased = await new DonorErasure(genes).EraseAsync(open.Session.Actor, kept.All, cancel);
            var answer = new Answer(id.Value, kept.Donors.Count, kept.Photos, erased.Count);
            return terminal.Answer(answer, console => Draw(console, answer));
        });
        return command;
    }

    static string Told(int donors, int photos) =>
        $"{PlainWords.Counted(donors, "donor")} with all profiles, and {PlainWords.Counted(photos, "photo")}";

    static void Draw(IAnsiConsole console, Answer it)
    {
        console.WriteLine(
            $"{Told(it.Donors, it.Photos)}: {PlainWords.Counted(it.KeysDestroyed, "key")} destroyed now.");
        if (it.KeysDestroyed > 0)
            console.WriteLine(
                "A new epoch of keys has begun. Copies of the old key folder must go within 35 days: until then they "
                + "still open what they hold.");
    }
}
