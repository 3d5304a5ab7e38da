using Homeward.Cases.Installations;
using Homeward.Cases.Jurisdictions;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Jurisdictions;

/// <summary>The jurisdiction that the database was settled for; China's when it never was.</summary>
static class ProfileInForce
{
    public static async Task<JurisdictionProfile> OfAsync(CaseContext context, CancellationToken cancel)
    {
        var code = await context.Set<Installation>().Select(it => it.Profile).SingleOrDefaultAsync(cancel);
        return code is null ? JurisdictionProfile.China
            : JurisdictionProfile.Find(code) ?? JurisdictionProfile.China;
    }
}
