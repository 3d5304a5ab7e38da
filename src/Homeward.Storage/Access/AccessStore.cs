using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Access;

/// <summary>Who has which role.</summary>
public sealed class AccessStore(CaseSession session)
{
    /// <summary>Makes the first administrator of an installation, once.</summary>
    public Task<Outcome<Grant>> SetUpAsync(User user, RegionCode country, CancellationToken cancel)
    {
        var now = session.Now;
        var grant = new Grant
        {
            Id = Grant.First,
            User = user.Id,
            Role = Role.Administrator,
            Agency = user.Agency,
            Region = country,
            Since = now,
            Until = now + GrantRules.Longest,
            GrantedBy = null,
        };
        return session.ActAsync<Grant>(
            new(Permission.GrantRole, FieldClasses.Internal, user.Id.Value),
            context => Added(context, grant),
            cancel);
    }

    /// <summary>Gives a role in the name of whoever acts.</summary>
    /// <param name="user">Who gets it; the role is in this user's agency.</param>
    /// <param name="role">The role.</param>
    /// <param name="region">With all below it.</param>
    /// <param name="until">From now until then.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public Task<Outcome<Grant>> GiveAsync(
        User user, Role role, RegionCode region, Instant until, CancellationToken cancel) =>
        GiveAsync(
            new()
            {
                Id = new(session.Ids.Next()),
                User = user.Id,
                Role = role,
                Agency = user.Agency,
                Region = region,
                Since = session.Now,
                Until = until,
                GrantedBy = session.Actor.User,
            },
            cancel);

    /// <summary>Gives a role; a grant in the name of somebody else is refused.</summary>
    public Task<Outcome<Grant>> GiveAsync(Grant grant, CancellationToken cancel) =>
        session.ActAsync<Grant>(
            new(Permission.GrantRole, FieldClasses.Internal, grant.User.Value, grant.Id.Value),
            context => GivenAsync(context, grant, cancel),
            cancel);

    /// <summary>Gives several roles: all of them or none.</summary>
    public Task<Outcome<Grant[]>> GiveAllAsync(Grant[] grants, CancellationToken cancel) =>
        session.ActAsync<Grant[]>(
            new(
                Permission.GrantRole, FieldClasses.Internal,
                [.. grants.SelectMany(it => new[] { it.User.Value, it.Id.Value }).Distinct()]),
            async context =>
            {
                foreach (var grant in grants)
                {
                    if ((await GivenAsync(context, grant, cancel)).Refusal is { } refusal) return refusal;
                    // So that the next one is judged with this one beside it.
                    await context.SaveChangesAsync(cancel);
                }
                return grants;
            },
            cancel);

    /// <summary>Takes a role back.</summary>
    public Task<Outcome<GrantEnd>> EndAsync(GrantId grant, CancellationToken cancel) =>
        session.ActAsync<GrantEnd>(
            new(Permission.GrantRole, FieldClasses.Internal, grant.Value),
            async context =>
            {
                var ended = await context.Set<Grant>().SingleAsync(it => it.Id == grant, cancel);
                var own = await context.LiveGrants.OfAsync(context, session.Actor.User, cancel);
                var allowed = GrantRules.CheckEnd(ended, session.Actor.User, own, session.Now);
                if (allowed.Value is { } end) context.Add(end);
                return allowed;
            },
            cancel);

    /// <summary>All that somebody was ever given.</summary>
    public Task<IReadOnlyList<Grant>> OfAsync(UserId user, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<Grant>>(
            new(Permission.ReadGrants, FieldClasses.Internal),
            async context =>
            {
                var grants = await context.Set<Grant>().Where(it => it.User == user).OrderBy(it => it.Id)
                    .ToListAsync(cancel);
                return new(grants, [user.Value, .. grants.Select(it => it.Id.Value)]);
            },
            cancel);

    /// <summary>The roles that everybody has now.</summary>
    public Task<IReadOnlyList<Grant>> LiveAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<Grant>>(
            new(Permission.ReadGrants, FieldClasses.Internal),
            async context =>
            {
                var grants = await context.Set<Grant>()
                    .Where(it => !context.Set<GrantEnd>().Any(end => end.Grant == it.Id)).OrderBy(it => it.Id)
                    .ToListAsync(cancel);
                var now = session.Now;
                grants.RemoveAll(it => it.Since > now || it.Until <= now);
                return new(grants, [.. grants.Select(it => it.User.Value).Distinct()]);
            },
            cancel);

    /// <summary>Which of somebody's roles were taken back.</summary>
    public Task<IReadOnlyList<GrantEnd>> EndsAsync(UserId user, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<GrantEnd>>(
            new(Permission.ReadGrants, FieldClasses.Internal),
            async context =>
            {
                var ends = await context.Set<GrantEnd>()
                    .Where(it => context.Set<Grant>().Any(grant => grant.Id == it.Grant && grant.User == user))
                    .OrderBy(it => it.Grant).ToListAsync(cancel);
                return new(ends, [user.Value, .. ends.Select(it => it.Grant.Value)]);
            },
            cancel);

    async Task<Outcome<Grant>> GivenAsync(CaseContext context, Grant grant, CancellationToken cancel)
    {
        Check.That(grant.GrantedBy == session.Actor.User);
        var receiver = await context.Set<User>().SingleAsync(it => it.Id == grant.User, cancel);
        var allowed = GrantRules.Check(
            grant,
            await Door.UpwardAsync(context, grant.Region, cancel),
            await context.LiveGrants.OfAsync(context, session.Actor.User, cancel),
            await context.LiveGrants.OfAsync(context, grant.User, cancel),
            receiver.Agency);
        if (allowed.Value is { } given) context.Add(given);
        return allowed;
    }

    static Task<Outcome<Grant>> Added(CaseContext context, Grant grant)
    {
        context.Add(grant);
        return Task.FromResult<Outcome<Grant>>(grant);
    }
}
