using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Server.Accounts;
using Homeward.Server.Security;
using Homeward.Storage.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Server.Features.Administration;

/// <summary>Whom an administrator, an approver or an inspector sees: an approver the people of his own agency.
/// </summary>
sealed class Colleagues(Case cases, Visitor visitor, AccountContext accounts, Invitations invitations)
{
    public bool SeesAll => visitor.Roles.Overlaps([Role.Administrator, Role.Inspector]);

    public AgencyId Own => visitor.Actor!.Agency;

    public Task<IReadOnlyList<User>> AllAsync(AgencyId? of, CancellationToken cancel) =>
        new AgencyStore(cases.Session).UsersAsync(SeesAll ? of : Own, cancel);

    /// <summary>Null for nobody, and for somebody whom he does not see.</summary>
    public async Task<User?> FindAsync(Guid id, CancellationToken cancel) =>
        await new AgencyStore(cases.Session).UserAsync(new(id), cancel) is { } user && (SeesAll || user.Agency == Own)
            ? user : null;

    public Task<Account?> AccountAsync(Guid user, CancellationToken cancel) =>
        accounts.Users.SingleOrDefaultAsync(it => it.Id == user, cancel);

    /// <summary>How far each is with signing in.</summary>
    public async Task<IReadOnlyDictionary<UserId, SignInStanding>> StandingsAsync(
        IEnumerable<User> users, CancellationToken cancel)
    {
        var known = await accounts.Users.AsNoTracking().ToDictionaryAsync(it => it.CaseUser, cancel);
        var open = (await invitations.OpenAsync(cancel)).GroupBy(it => it.Account)
            .ToDictionary(it => it.Key, it => it.Last());
        return users.ToDictionary(
            it => it.Id,
            it => SignInStandings.Of(known.GetValueOrDefault(it.Id.Value), open.GetValueOrDefault(it.Id.Value)));
    }

    public async Task SetBlockedAsync(Account account, bool isBlocked, CancellationToken cancel)
    {
        account.IsBlocked = isBlocked;
        await accounts.SaveChangesAsync(cancel);
    }
}
