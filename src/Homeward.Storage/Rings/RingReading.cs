using Homeward.Cases.Rings;
using Homeward.Storage.Detentions;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Rings;

/// <summary>Puts together what the rules need to know of a ring.</summary>
static class RingReading
{
    public static async Task<RingFacts?> FindAsync(
        this CaseContext context, RingId id, CancellationToken cancel)
    {
        if (await context.Set<Ring>().SingleOrDefaultAsync(it => it.Id == id, cancel) is not { } ring) return null;
        var members = await context.Set<RingMembership>().Where(it => it.Ring == id).ToListAsync(cancel);
        return new()
        {
            Ring = ring,
            Memberships = members,
            Steps = await context.Set<RingStep>().Where(it => it.Ring == id).ToListAsync(cancel),
            Detained = await context.DetainedAsync([.. members.Select(it => it.Person)], context.Sight.Now, cancel),
        };
    }
}
