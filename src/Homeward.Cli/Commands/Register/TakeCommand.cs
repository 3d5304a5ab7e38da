using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cases.Samples;
using Homeward.Cli.Inputs;
using Homeward.Storage.Samples;

namespace Homeward.Cli.Commands.Register;

/// <summary><c>homeward sample take</c>: a tube, with its label and its seal.</summary>
static class TakeCommand
{
    sealed record Answer(Guid Sample, string Label, string Seal, string Role);

    public static Command Create()
    {
        var person = new Option<Guid>("--person") { Description = "Whose it is", HelpName = "ID", Required = true };
        var consent = new Option<Guid>("--consent")
        {
            Description = "That it rests on",
            HelpName = "ID",
            Required = true,
        };
        var role = new Option<DonorRole>("--role") { Description = "As what it is given", Required = true };
        var material = new Option<Material>("--material")
        {
            Description = "What was taken",
            DefaultValueFactory = _ => Material.BloodCard,
        };
        var label = new Option<string>("--label") { Description = "Printed on the tube", Required = true };
        var seal = new Option<string>("--seal")
        {
            Description = "Number of the seal it was closed with",
            Required = true,
        };
        var taken = MomentOption.Of("--taken", "When it was taken");
        var command = new Command("take", "Record a sample that you have taken and hold")
        {
            consent, person, role, material, label, seal, taken,
        };
        return command.Acting(
            Purpose.Identification,
            (open, parse, cancel) => new SampleStore(open.Session).TakeAsync(
                new()
                {
                    Id = new(open.Session.NewId()),
                    Person = new(parse.GetValue(person)),
                    Consent = new(parse.GetValue(consent)),
                    Role = parse.GetValue(role),
                    Material = parse.GetValue(material),
                    Label = parse.GetValue(label)!,
                    Seal = parse.GetValue(seal)!,
                    Taken = open.InstantOf(parse.GetValue(taken)),
                    By = default,
                    At = default,
                },
                cancel),
            it => new Answer(it.Id.Value, it.Label, it.Seal, it.Role.ToString()),
            it => $"Sample {it.Label} under seal {it.Seal} is in your hands. Whoever takes it over says so: homeward "
                + $"sample receive {it.Label}");
    }
}
