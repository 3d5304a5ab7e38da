using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cases.Consents;
using Homeward.Cli.Inputs;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Samples;

namespace Homeward.Cli.Commands.Register;

/// <summary><c>homeward sample withdraw</c>: a consent is taken back.</summary>
static class WithdrawCommand
{
    sealed record Answer(Guid Consent);

    sealed record Unsure() : Refusal("Say --yes to take it back; a consent is not given again, another one is.");

    public static Command Create()
    {
        var consent = new Argument<Guid>("CONSENT") { Description = "Id of the consent" };
        var yes = new Option<bool>("--yes") { Description = "Needed: it cannot be undone" };
        return new Command("withdraw", "Take a consent back: nothing that rests on it is searched from now on")
        {
            consent, yes,
        }.Acting(
            Purpose.Identification,
            async (open, parse, cancel) => parse.GetValue(yes)
                ? await new ConsentStore(open.Session).WithdrawAsync(new(parse.GetValue(consent)), cancel)
                : (Outcome<ConsentWithdrawal>)new Unsure(),
            it => new Answer(it.Consent.Value),
            it => $"Consent {it.Consent} is taken back. Its candidates are hidden; the gene database hears of it with "
                + "the next `homeward genes search --as <analyst>`.");
    }
}
