using System.Data.Common;
using Homeward.Cases.Access;
using Homeward.Cases.Installations;
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

    /// <summary>Null when it was never settled.</summary>
    public Task<Installation?> FindAsync(CancellationToken cancel) =>
        session.ReadAsync<Installation?>(
            new(Permission.ReadAgencies, FieldClasses.Internal),
            async context => new(await context.Set<Installation>().SingleOrDefaultAsync(cancel), []),
            cancel);

    /// <summary>What a database is for, read without a log: it says nothing of anybody. Null when it was never settled,
    /// or when it is none that this version reads.</summary>
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
}
