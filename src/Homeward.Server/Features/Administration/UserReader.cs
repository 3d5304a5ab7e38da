using Homeward.Cases.Access;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Time;
using Homeward.Server.Accounts;
using Homeward.Server.Security;
using Homeward.Storage.Access;
using Homeward.Storage.Agencies;

namespace Homeward.Server.Features.Administration;

/// <summary>What a user's page shows.</summary>
sealed class UserReader(Case cases, Visitor visitor, Colleagues colleagues, Invitations invitations)
{
    static readonly TimeSpan Proposed = TimeSpan.FromDays(365);

    static readonly Zone Zone = JurisdictionProfile.China.Zone;

    /// <summary>A role ends with its last day, which the rules take as at most so long from now.</summary>
    public static Instant EndOf(DateOnly day) => Zone.StartOf(day.AddDays(1));

    /// <summary>Null for nobody, and for somebody whom the reader does not see.</summary>
    public async Task<UserPage.Shown?> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (await colleagues.FindAsync(id, cancel) is not { } user) return null;
        var (agencies, access) = (new AgencyStore(cases.Session), new AccessStore(cases.Session));
        var grants = await access.OfAsync(user.Id, cancel);
        var ends = (await access.EndsAsync(user.Id, cancel)).ToDictionary(it => it.Grant);
        var now = cases.Now;
        var account = await colleagues.AccountAsync(id, cancel);
        var open = await invitations.OpenOfAsync(id, cancel);
        var agency = (await agencies.AllAsync(cancel)).First(it => it.Id == user.Agency);
        return new()
        {
            User = user,
            Agency = agency.Name,
            Region = agency.Region,
            Roles =
            [
                .. grants.Reverse().Select(it => new UserPage.Held(
                    it, ends.GetValueOrDefault(it.Id)?.At ?? it.Until,
                    !ends.ContainsKey(it.Id) && it.Since <= now && now < it.Until, IsGiver(it.Role))),
            ],
            ToGive = [.. Enum.GetValues<Role>().Where(IsGiver)],
            Regions = await agencies.RegionsAsync(cancel),
            Until = Zone.DayOf(now + Proposed),
            Standing = SignInStandings.Of(account, open),
            IsEnrolled = account?.IsEnrolled == true,
            Open = open,
            IsOwn = user.Id == visitor.Actor!.User,
        };

        bool IsGiver(Role role) => user.Id != visitor.Actor!.User && visitor.Roles.Contains(GrantRules.GiverOf(role));
    }
}
