using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Agencies;

/// <summary>Regions, agencies and their users.</summary>
public sealed class AgencyStore(CaseSession session)
{
    /// <summary>Several at once, parents before what is below them.</summary>
    public Task<Outcome<Region[]>> AddAsync(Region[] regions, CancellationToken cancel) =>
        session.ActAsync<Region[]>(
            new(Permission.ManageAgency, FieldClasses.Internal),
            context =>
            {
                context.AddRange(regions);
                return Task.FromResult<Outcome<Region[]>>(regions);
            },
            cancel);

    public Task<Outcome<Agency>> AddAsync(Agency agency, CancellationToken cancel) =>
        session.ActAsync<Agency>(
            new(Permission.ManageAgency, FieldClasses.Internal, agency.Id.Value),
            context => Added(context, agency),
            cancel);

    /// <param name="agency">Which one.</param>
    /// <param name="version">The one that the editor saw.</param>
    /// <param name="name">Its name from now on, in everything that was recorded before, too.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public Task<Outcome<Agency>> RenameAsync(AgencyId agency, int version, string name, CancellationToken cancel) =>
        session.ActAsync<Agency>(
            new(Permission.ManageAgency, FieldClasses.Internal, agency.Value),
            async context =>
            {
                var stored = await context.Set<Agency>().SingleAsync(it => it.Id == agency, cancel);
                if (stored.Version != version) return new PersonRefusal.EditedMeanwhile(stored.Version);
                var edited = stored with { Name = name, Version = version + 1 };
                context.Entry(stored).CurrentValues.SetValues(edited);
                return edited;
            },
            cancel);

    /// <summary>Several at once with their people, as when an installation is set up: all of them or none.</summary>
    public Task<Outcome<Agency[]>> AddAllAsync(Agency[] agencies, User[] users, CancellationToken cancel) =>
        session.ActAsync<Agency[]>(
            new(
                Permission.ManageAgency, FieldClasses.Internal,
                [.. agencies.Select(it => it.Id.Value), .. users.Select(it => it.Id.Value)]),
            context =>
            {
                context.AddRange(agencies);
                context.AddRange(users);
                return Task.FromResult<Outcome<Agency[]>>(agencies);
            },
            cancel);

    public Task<Outcome<User>> AddAsync(User user, CancellationToken cancel) =>
        session.ActAsync<User>(
            new(Permission.ManageUser, FieldClasses.Internal, user.Id.Value),
            context => Added(context, user),
            cancel);

    public Task<IReadOnlyList<Agency>> AllAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<Agency>>(
            new(Permission.ReadAgencies, FieldClasses.Internal),
            async context =>
            {
                var all = await context.Set<Agency>().OrderBy(it => it.Id).ToListAsync(cancel);
                return new(all, [.. all.Select(it => it.Id.Value)]);
            },
            cancel);

    /// <summary>The people of all agencies, or of one.</summary>
    public Task<IReadOnlyList<User>> UsersAsync(AgencyId? of, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<User>>(
            new(Permission.ReadGrants, FieldClasses.Internal),
            async context =>
            {
                var users = await context.Set<User>().Where(it => of == null || it.Agency == of)
                    .OrderBy(it => it.Name).ThenBy(it => it.Id).ToListAsync(cancel);
                return new(users, [.. users.Select(it => it.Id.Value)]);
            },
            cancel);

    /// <summary>Null when there is no such user.</summary>
    public Task<User?> UserAsync(UserId user, CancellationToken cancel) =>
        session.ReadAsync<User?>(
            new(Permission.ReadGrants, FieldClasses.Internal),
            async context =>
            {
                var found = await context.Set<User>().SingleOrDefaultAsync(it => it.Id == user, cancel);
                return new(found, found is null ? [] : [user.Value]);
            },
            cancel);

    /// <summary>Regions, parents before what is below them as far as codes tell.</summary>
    public Task<IReadOnlyList<Region>> RegionsAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<Region>>(
            new(Permission.ReadAgencies, FieldClasses.Internal),
            async context =>
            {
                var regions = await context.Set<Region>().OrderBy(it => it.Parent != null).ThenBy(it => it.Code)
                    .ToListAsync(cancel);
                return new(regions, []);
            },
            cancel);

    /// <summary>What colleagues call these users.</summary>
    public Task<IReadOnlyDictionary<UserId, string>> NamesAsync(
        IReadOnlyCollection<UserId> users, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyDictionary<UserId, string>>(
            new(Permission.ReadAgencies, FieldClasses.Internal),
            async context =>
            {
                var asked = users.Distinct().ToArray();
                var names = await context.Set<User>().Where(it => asked.Contains(it.Id))
                    .ToDictionaryAsync(it => it.Id, it => it.Name, cancel);
                return new(names, [.. names.Keys.Select(it => it.Value)]);
            },
            cancel);

    static Task<Outcome<T>> Added<T>(CaseContext context, T row)
        where T : class
    {
        context.Add(row);
        return Task.FromResult<Outcome<T>>(row);
    }
}
