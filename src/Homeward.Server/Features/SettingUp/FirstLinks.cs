using Homeward.Cases.Audit;
using Homeward.Server.Accounts;
using Homeward.Server.Security;
using Homeward.Storage.Agencies;
using Homeward.Storage.Installations;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Server.Features.SettingUp;

/// <summary>How the first people come in: a new installation is set up by a link, one that <c>homeward init</c> made
/// has administrators who get a link each.</summary>
sealed class FirstLinks(
    ServerSettings settings, InstallationState installation, AccountContext accounts, SetUpBook setUp,
    Invitations invitations)
{
    /// <summary>Empty when somebody can sign in already. Links that were made before are worth nothing any more.
    /// </summary>
    public async Task<IReadOnlyList<FirstLink>> MakeAsync(CancellationToken cancel)
    {
        if (settings.IsDemonstration) return [];
        if (!installation.IsSettled) return [new(null, "/set-up?key=" + await setUp.NewLinkAsync(cancel))];
        if (await accounts.Users.AnyAsync(it => it.UserName != null, cancel)) return [];
        var links = new List<FirstLink>();
        foreach (var actor in await InstallationStore.AdministratorsAsync(settings.Cases, cancel))
        {
            var session = settings.Cases.For(actor, Purpose.Administration);
            var name = (await new AgencyStore(session).NamesAsync([actor.User], cancel))[actor.User];
            if (await invitations.InviteAsync(actor, name, by: null, cancel) is { } key)
                links.Add(new(name, "/join?key=" + key));
        }
        return links;
    }
}
