using System.Data.Common;
using Homeward.Cases.Access;
using Homeward.Cases.Installations;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Installations;

/// <summary>What the database is for.</summary>
public sealed class InstallationStore(CaseSession session)
{
    /// <summary>Settles it, once and before anybody is recorded.</summary>
    public Task<Outcome<Installation>> SettleAsync(
        InstallationKind kind, string profile, CancellationToken cancel) =>
        session.ActAsync<Installation>(
            new(Permission.ManageAgency, FieldClasses.Internal),
            async context =>
            {
                if (await context.Set<Installation>().SingleOrDefaultAsync(cancel) is { } earlier)
                    return new InstallationRefusal.Settled(earlier.Kind);
                var installation = new Installation { Kind = kind, Profile = profile, At = session.Now };
                context.Add(installation);
                return installation;
            },
            cancel);

    /// <summary>Settles it with its regions, agencies and administrators: all of it or nothing.</summary>
    public Task<Outcome<Installation>> FoundAsync(Founding founding, CancellationToken cancel)
    {
        Check.That(founding.Administrators.Count >= Founding.LeastAdministrators);
        return session.ActAsync<Installation>(
            new(
                Permission.ManageAgency, FieldClasses.Internal,
                [.. founding.Agencies.Select(it => it.Id.Value), .. founding.Administrators.Select(it => it.Id.Value)]),
            async context =>
            {
                if (await context.Set<Installation>().SingleOrDefaultAsync(cancel) is { } earlier)
                    return new InstallationRefusal.Settled(earlier.Kind);
                var installation = new Installation
                {
                    Kind = InstallationKind.Real,
                    Profile = founding.Profile.Code,
                    At = session.Now,
                };
                context.Add(installation);
                context.AddRange(ProfileRegions.Of(founding.Profile));
                context.AddRange(founding.Agencies);
                context.AddRange(founding.Administrators);
                // One after the other: who gives a role must have his own before.
                foreach (var grant in GrantsOf(founding))
                {
                    context.Add(grant);
                    await context.SaveChangesAsync(cancel);
                }
                return installation;
            },
            cancel);
    }

    /// <summary>Null when it was never settled.</summary>
    public Task<Installation?> FindAsync(CancellationToken cancel) =>
        session.ReadAsync<Installation?>(
            new(Permission.ReadAgencies, FieldClasses.Internal),
            async context => new(await context.Set<Installation>().SingleOrDefaultAsync(cancel), []),
            cancel);

    /// <summary>What a database is for, read without a log: it says nothing of anybody. Null when it was never settled,
    /// or when it is none that this version reads.</summary>
    public static Task<InstallationKind?> KindAsync(CaseDatabase database, CancellationToken cancel) =>
        KindAsync(database.Location, cancel);

    /// <summary>The same of a database that is not open.</summary>
    public static async Task<InstallationKind?> KindAsync(CaseLocation location, CancellationToken cancel)
    {
        try
        {
            await using var context = location.NewContext();
            return (await context.Set<Installation>().AsNoTracking().SingleOrDefaultAsync(cancel))?.Kind;
        }
        catch (DbException)
        {
            return null;
        }
    }

    /// <summary>Who runs the installation now, by ids, read without a log: a server whose accounts are empty has to
    /// know whom it may invite.</summary>
    public static async Task<IReadOnlyList<Actor>> AdministratorsAsync(CaseDatabase database, CancellationToken cancel)
    {
        await using var context = database.Location.NewContext();
        var grants = await context.Set<Grant>().AsNoTracking()
            .Where(it => it.Role == Role.Administrator && !context.Set<GrantEnd>().Any(end => end.Grant == it.Id))
            .OrderBy(it => it.Id).ToListAsync(cancel);
        var now = Instant.Of(database.Clock.GetUtcNow());
        return
        [
            .. grants.Where(it => it.Since <= now && now < it.Until).Select(it => new Actor(it.User, it.Agency))
                .Distinct(),
        ];
    }

    IEnumerable<Grant> GrantsOf(Founding founding)
    {
        var now = session.Now;
        foreach (var administrator in founding.Administrators)
        {
            var isFirst = administrator.Id == session.Actor.User;
            yield return new()
            {
                Id = isFirst ? Grant.First : new(session.Ids.Next()),
                User = administrator.Id,
                Role = Role.Administrator,
                Agency = administrator.Agency,
                Region = founding.Region,
                Since = now,
                Until = now + GrantRules.Longest,
                GrantedBy = isFirst ? null : session.Actor.User,
            };
        }
    }
}
