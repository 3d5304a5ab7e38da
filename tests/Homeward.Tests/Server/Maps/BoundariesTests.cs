using Homeward.Cases.Jurisdictions;
using Homeward.Server.Features.Maps;
using Homeward.Tests.Cli;

namespace Homeward.Tests.Server.Maps;

public sealed class BoundariesTests
{
    [Fact]
    public void A_file_is_regions_with_closed_outlines_and_notes()
    {
        var read = Boundaries.Read(new StringReader(
            """
            # Source: made up
            region 440000
            110,20 111.5,20 111,-21.25

            1,1 2,1 2,2 1,2
            region 704
            100,10 101,10 101,11
            """)).Value!;

        Assert.Equal(["Source: made up"], read.Notes);
        Assert.Equal([new(110, 20), new(111.5, 20), new(111, -21.25)], read.ByRegion["440000"][0]);
        Assert.Equal([3, 4], read.ByRegion["440000"].Select(it => it.Count));
        Assert.Single(read.ByRegion["704"]);
    }

    [Fact]
    public void Every_line_that_cannot_be_read_is_told()
    {
        var problems = Boundaries.Read(new StringReader(
            """
            1,1 2,1 2,2
            region 440000
            1,1 2,1
            1,1 2,1 2;2
            1,1 2,1 181,2
            1,1 2,1 NaN,2
            region 440000
            region <script>
            """)).Problems;

        Assert.Equal(
            [
                "line 1: belongs to no region",
                "line 3: is no outline of three points or more",
                "line 4: is no outline of three points or more",
                "line 5: is no outline of three points or more",
                "line 6: is no outline of three points or more",
                "line 7: is given twice",
                "line 8: is no code of a region",
            ],
            problems.Select(it => it.ToString()));
    }

    [Fact]
    public void An_empty_file_is_no_map() =>
        Assert.Equal("holds no region", Boundaries.Read(new StringReader("# nothing")).Problems.Single().What);

    /// <summary>Each province's own place, from another file, lies within its outlines.</summary>
    [Fact]
    public void The_programs_own_map_holds_every_province_where_it_is()
    {
        using var folder = new TemporaryFolder();
        var boundaries = SheetOf(folder.Path).Boundaries.Value!;
        var regions = JurisdictionProfile.China.Regions;

        Assert.All(
            regions.All.Where(it => !regions.IsForeign(it)),
            it => Assert.True(
                boundaries.ByRegion[it.Code].Any(outline => IsWithin(outline, it.Longitude, it.Latitude)), it.Code));
        Assert.Contains(boundaries.Notes, it => it.Contains("public domain", StringComparison.Ordinal));
    }

    [Fact]
    public void An_installations_own_file_takes_the_place_of_ours_and_is_not_replaced_when_it_is_broken()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, MapSheet.FileName);
        File.WriteAllText(path, "region 440000\n1,1 2,1 2,2\n");
        Assert.Equal(["440000"], SheetOf(folder.Path).Boundaries.Value!.ByRegion.Keys);
        Assert.False(SheetOf(folder.Path).IsBuiltIn);

        File.WriteAllText(path, "region 440000\nnothing\n");
        Assert.False(SheetOf(folder.Path).Boundaries.IsValid);
    }

    static MapSheet SheetOf(string folder) => new(new() { Cases = null!, Folder = folder, Url = "" });

    /// <summary>Even and odd: how many edges lie to the east of the place.</summary>
    static bool IsWithin(IReadOnlyList<Degrees> outline, double longitude, double latitude) =>
        outline.Index().Count(it =>
        {
            var (one, other) = (it.Item, outline[(it.Index + 1) % outline.Count]);
            return one.Latitude > latitude != other.Latitude > latitude
                && longitude < one.Longitude + (other.Longitude - one.Longitude)
                    * (latitude - one.Latitude) / (other.Latitude - one.Latitude);
        }) % 2 == 1;
}
