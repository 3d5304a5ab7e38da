using System.CommandLine;
using Homeward.Cases.Agencies;
using Homeward.Cases.Installations;
using Homeward.Cases.Jurisdictions;
using Homeward.Cli.Inputs;

namespace Homeward.Cli.Commands.Installations;

/// <summary>The options of <c>homeward init</c>.</summary>
sealed class InitOptions
{
    readonly Option<string> _profile = new("--profile")
    {
        Description = "Jurisdiction profile: " + string.Join(" or ", JurisdictionProfile.All.Select(it => it.Code)),
        DefaultValueFactory = _ => JurisdictionProfile.China.Code,
    };

    readonly Option<string> _agency = Named("--agency", "Name of the agency that runs it", "NAME");

    readonly Option<AgencyKind> _kind = new("--agency-kind")
    {
        Description = "What the agency is; it decides the operators' role",
        DefaultValueFactory = _ => AgencyKind.PublicSecurity,
    };

    readonly Option<string?> _region = new("--region")
    {
        Description = "Code of the agency's region; without it the profile's country",
        HelpName = "CODE",
    };

    readonly Option<string[]> _administrators = Several("--administrator", "Runs the installation; two or more people");
    readonly Option<string> _approver = Named("--approver", "Gives the agency's people their roles in cases", "NAME");
    readonly Option<string[]> _operators = Several("--operator", "Acts by the command line; one or more");


    readonly Option<string[]> _analysts = new("--analyst")
    {
        Description = "Types samples and reviews candidates by the command line; in a laboratory of its own",
        HelpName = "NAME",
    };

    readonly Option<string?> _laboratory = new("--laboratory")
    {
        Description = "Name of the analysts' laboratory; without it the agency's with \"laboratory\" behind",
        HelpName = "NAME",
    };

    public InitOptions(Command command)
    {
        Option[] all =
            [_profile, _agency, _kind, _region, _administrators, _approver, _operators, _analysts, _laboratory];
        foreach (var option in all) command.Add(option);
    }

    /// <summary>Null, with all that is wrong.</summary>
    public NewInstallation? Read(ParseResult parse, Refusals refusals)
    {
        var code = parse.GetValue(_profile)!;
        if (JurisdictionProfile.Find(code) is not { } profile)
        {
            refusals.Add(
                "--profile", "", "is none of " + string.Join(", ", JurisdictionProfile.All.Select(it => it.Code)));
            return null;
        }
        var regions = ProfileRegions.Of(profile);
        var asked = parse.GetValue(_region) ?? profile.Country;
        var region = regions.FirstOrDefault(it => it.Code.Value == asked);
        if (asked is null) refusals.Add("--region", "", $"must be given: profile {code} belongs to no country");
        else if (region is null) refusals.Add("--region", "", $"is no region of profile {code}");
        var (administrators, operators) = (parse.GetValue(_administrators)!, parse.GetValue(_operators)!);
        var approver = parse.GetValue(_approver)!;
        if (administrators.Length < NewInstallation.LeastAdministrators)
            refusals.Add("--administrator", "", "must name two people: one alone could lock everybody out");
        string[] analysts = parse.GetValue(_analysts) ?? [];
        string[] people = [.. administrators, approver, .. operators, .. analysts];
        var laboratory = parse.GetValue(_laboratory);
        if (laboratory is not null && analysts.Length == 0)
            refusals.Add("--laboratory", "", "a laboratory without an --analyst");
        if (people.Distinct(StringComparer.OrdinalIgnoreCase).Count() < people.Length)
            refusals.Add("", "", "one name is given twice: who runs the installation or gives roles works on no case");
        laboratory ??= parse.GetValue(_agency)! + " laboratory";
        if (people.Append(parse.GetValue(_agency)!).Append(laboratory).Any(string.IsNullOrWhiteSpace))
            refusals.Add("", "", "a name is empty");
        return refusals.Any ? null : new()
        {
            Profile = profile,
            Region = region!,
            Agency = parse.GetValue(_agency)!,
            Kind = parse.GetValue(_kind),
            Administrators = administrators,
            Approver = approver,
            Operators = operators,
            Analysts = analysts,
            Laboratory = laboratory,
        };
    }

    static Option<string> Named(string name, string description, string shown) =>
        new(name) { Description = description, HelpName = shown, Required = true };

    static Option<string[]> Several(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "NAME",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
    };
}
