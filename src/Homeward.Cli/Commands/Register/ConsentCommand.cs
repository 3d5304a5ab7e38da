using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cases.Consents;
using Homeward.Cases.People;
using Homeward.Cli.Inputs;
using Homeward.Storage.Samples;

namespace Homeward.Cli.Commands.Register;

/// <summary><c>homeward sample consent</c>: on what basis samples of somebody are taken, and for what.</summary>
static class ConsentCommand
{
    sealed record Answer(Guid Consent, Guid Person, string Basis, IReadOnlyList<string> Uses);

    public static Command Create()
    {
        var person = new Option<Guid>("--person") { Description = "Whose samples", HelpName = "ID", Required = true };
        var basis = new Option<LegalBasis>("--basis")
        {
            Description = "law for a rescued child, donor for somebody who agrees, guardian for whom another agrees",
            Required = true,
        };
        var givenBy = new Option<Guid?>("--given-by")
        {
            Description = "Who agreed; without it the donor, or the institution that is the guardian",
            HelpName = "ID",
        };
        var document = new Option<string>("--document")
        {
            Description = "Number of the signed form, or the paragraph of the law",
            Required = true,
        };
        var uses = new Option<SampleUse[]>("--use")
        {
            Description = "What for; nothing is added later. Without it search and repeat typing",
            DefaultValueFactory = _ => [SampleUse.Search, SampleUse.RepeatTyping],
            AllowMultipleArgumentsPerToken = true,
        };
        var given = MomentOption.Of("--given", "When it was given");
        var command = new Command("consent", "Record on what basis samples of somebody may be taken and used")
        {
            person, basis, givenBy, document, uses, given,
        };
        return command.Acting(
            Purpose.Identification,
            async (open, parse, cancel) =>
            {
                var donor = new PersonId(parse.GetValue(person));
                var by = parse.GetValue(givenBy) is { } other ? new PersonId(other) : default(PersonId?);
                var consent = new Consent
                {
                    Id = new(open.Session.NewId()),
                    Person = donor,
                    Basis = parse.GetValue(basis),
                    GivenBy = by ?? (parse.GetValue(basis) == LegalBasis.Donor ? donor : null),
                    Document = parse.GetValue(document)!,
                    Given = open.InstantOf(parse.GetValue(given)),
                    By = default,
                    At = default,
                };
                var asked = parse.GetValue(uses)!;
                return (await new ConsentStore(open.Session).GiveAsync(consent, asked, cancel))
                    .Then<Answer>(it => new Answer(
                        it.Id.Value, it.Person.Value, it.Basis.ToString(),
                        [.. asked.Distinct().Select(use => $"{use}")]));
            },
            it => it,
            it => $"Consent {it.Consent} for {string.Join(", ", it.Uses)}. Next: homeward sample take --consent "
                + it.Consent);
    }
}
