using Homeward.Cases.Agencies;

namespace Homeward.Cases.Custody;

/// <summary>Where a bed is free: in the county first, then the city, the province, the country.</summary>
public static class Beds
{
    /// <param name="near">The region in which the person is, and those above it, nearest first.</param>
    /// <param name="free">Facilities with the number of beds that nobody has.</param>
    public static BedSearch Nearest(IReadOnlyList<Region> near, IReadOnlyList<FreeBeds> free)
    {
        var without = new List<Level>();
        foreach (var region in near)
        {
            var found = free
                .Where(it => it.Count > 0 && it.Facility.Level == region.Level && it.Facility.Region == region.Code)
                .OrderByDescending(it => it.Count).ThenBy(it => it.Facility.Id.Value)
                .FirstOrDefault();
            if (found is not null) return new(found.Facility, without);
            without.Add(region.Level);
        }
        // The country answers for everybody: any bed of any level, wherever it is, before none.
        var anywhere = free.Where(it => it.Count > 0)
            .OrderByDescending(it => it.Facility.Level).ThenByDescending(it => it.Count)
            .ThenBy(it => it.Facility.Id.Value)
            .FirstOrDefault();
        return new(anywhere?.Facility, without);
    }
}
