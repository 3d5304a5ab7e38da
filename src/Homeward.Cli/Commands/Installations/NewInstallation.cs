using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Installations;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Time;
using Homeward.Cli.Inputs;
using Homeward.Genetics.Primitives;
using Homeward.Storage;
using Homeward.Storage.Access;
using Homeward.Storage.Agencies;
using Homeward.Storage.Installations;

namespace Homeward.Cli.Commands.Installations;

/// <summary>What an installation begins with: its jurisdiction, one agency and the first people of it, and a laboratory
/// where there are analysts.</summary>
sealed record NewInstallation
{
    public const int LeastAdministrators = 2;

    public required JurisdictionProfile Profile { get; init; }
    public required Region Region { get; init; }
    public required string Agency { get; init; }
    public required AgencyKind Kind { get; init; }
    public required IReadOnlyList<string> Administrators { get; init; }
    public required string Approver { get; init; }
    public required IReadOnlyList<string> Operators { get; init; }

    /// <summary>Operators of a laboratory. Its approver is the agency's, by a user of its own there.</summary>
    public required IReadOnlyList<string> Analysts { get; init; }

    public required string Laboratory { get; init; }

    /// <summary>What the operators of an agency do.</summary>
    public Role Role => Kind switch
    {
        AgencyKind.CivilAffairs or AgencyKind.WelfareInstitution or AgencyKind.RescueStation
            or AgencyKind.Hospital => Role.Caseworker,
        AgencyKind.DnaLaboratory => Role.Analyst,
        AgencyKind.Prosecutor or AgencyKind.Court => Role.Prosecutor,
        AgencyKind.ForeignLiaison => Role.Liaison,
        AgencyKind.Statistics => Role.Statistician,
        AgencyKind.Inspectorate => Role.Inspector,
        AgencyKind.PublicSecurity or AgencyKind.BorderControl => Role.Headquarters,
    };

    /// <summary>Settles what the database is for and gives everybody a role; each grant by whom the rules ask for.
    /// </summary>
    public async Task<IReadOnlyList<InstallationFile.Operator>> SettleAsync(
        CaseDatabase cases, TimeProvider clock, CancellationToken cancel)
    {
        var ids = new Ids(clock);
        Agency NewAgency(string name, AgencyKind kind) => new()
        {
            Id = new(ids.Next()),
            Kind = kind,
            Level = Region.Level,
            Region = Region.Code,
            Name = name,
            Parent = null,
        };
        var (agency, laboratory) = (NewAgency(Agency, Kind), NewAgency(Laboratory, AgencyKind.DnaLaboratory));
        User NewUser(Agency of, string name) => new() { Id = new(ids.Next()), Agency = of.Id, Name = name };
        User[] administrators = [.. Administrators.Select(it => NewUser(agency, it))];
        var approver = NewUser(agency, Approver);
        User[] operators = [.. Operators.Select(it => NewUser(agency, it))];
        User[] analysts = [.. Analysts.Select(it => NewUser(laboratory, it))];
        User[] approvers = analysts.Length == 0 ? [approver] : [approver, NewUser(laboratory, Approver)];

        var first = cases.For(new(administrators[0].Id, agency.Id), Purpose.Administration);
        Demanded(await new InstallationStore(first).SettleAsync(InstallationKind.Real, Profile.Code, cancel));
        var agencies = new AgencyStore(first);
        Demanded(await agencies.AddAsync(ProfileRegions.Of(Profile), cancel));
        Demanded(await agencies.AddAllAsync(
            analysts.Length == 0 ? [agency] : [agency, laboratory],
            [.. administrators, .. approvers, .. operators, .. analysts], cancel));
        Demanded(await new AccessStore(first).SetUpAsync(administrators[0], Region.Code, cancel));
        await GiveAsync(first, administrators.Skip(1), Role.Administrator, cancel);
        await GiveAsync(first, approvers, Role.Approver, cancel);
        (User Giver, User[] Users, Role Role)[] given =
            [(approvers[0], operators, Role), (approvers[^1], analysts, Role.Analyst)];
        foreach (var (giver, users, role) in given)
            await GiveAsync(
                cases.For(new(giver.Id, giver.Agency), Purpose.Administration), users, role, cancel);
        return
        [
            .. operators.Concat(analysts)
                .Select(it => new InstallationFile.Operator(it.Name, it.Id.Value, it.Agency.Value)),
        ];
    }

    async Task GiveAsync(CaseSession giver, IEnumerable<User> users, Role role, CancellationToken cancel)
    {
        foreach (var user in users)
            Demanded(await new AccessStore(giver).GiveAsync(
                user, role, Region.Code, giver.Now + GrantRules.Longest, cancel));
    }

    static void Demanded<T>(Outcome<T> outcome)
        where T : class =>
        Check.That(outcome.IsAllowed, outcome.Refusal?.GetType().Name ?? "");
}
