using System.Collections.Concurrent;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Access;

/// <summary>The grants of a user that were not taken back, asked anew each time.</summary>
/// <remarks>Every read and every act asks this first, so the query is translated once; a translation holds for one
/// model, which is why each <see cref="CaseLocation"/> has its own.</remarks>
sealed class LiveGrants
{
    /// <summary>Regions known to lie in no other.</summary>
    public ConcurrentDictionary<RegionCode, bool> Countries { get; } = [];

    readonly Func<CaseContext, UserId, IAsyncEnumerable<Grant>> _query = EF.CompileAsyncQuery(
        (CaseContext context, UserId user) => context.Set<Grant>().AsNoTracking()
            .Where(it => it.User == user && !context.Set<GrantEnd>().Any(end => end.Grant == it.Id)));

    public ValueTask<List<Grant>> OfAsync(CaseContext context, UserId user, CancellationToken cancel) =>
        _query(context, user).ToListAsync(cancel);
}
