using System.Text;
using Homeward.Cases.Jurisdictions;
using Homeward.Genetics.Primitives;

namespace Homeward.Tests.Cases.Jurisdictions;

public sealed class JurisdictionProfileTests
{
    const string Offences = """[{"code": "O", "name": {"en": "o"}, "basis": {"en": "b"}}]""";

    const string Clock =
        """{"kind": "Sample", "start": "Rescue", "span": "P2D", "until": "2020-12-31", "basis": {"en": "b"}}""";

    const string Good = $$$"""
        {
          "format": "homeward-profile 1", "code": "x", "name": {"en": "X"}, "country": "XX", "zone": "+01:00",
          "languages": [{"code": "en", "name": "English"}],
          "ageRules": [
            {"code": "A", "childBelow": 16, "reached": "birthday", "name": {"en": "a"}, "basis": {"en": "b"}}],
          "offences": {{{Offences}}},
          "clocks": [{{{Clock}}}],
          "regions": [{"code": "1", "iso": "XX-1", "parent": "XX", "name": {"en": "One"}, "latitude": 1,
            "longitude": 2, "neighbours": ["YY"]}]
        }
        """;

    [Fact]
    public void China_has_two_age_rules_eight_offences_and_every_province_in_both_languages()
    {
        var china = JurisdictionProfile.China;

        Assert.Equal(["CN-criminal", "UN"], china.AgeRules.Select(it => it.Code));
        Assert.Equal(8, china.Offences.Count);
        Assert.Equal(34, china.Regions.All.Count(it => it.Parent == "CN"));    // 23 + 5 + 4 + 2
        Assert.Equal("Guangdong", china.Regions.Find("440000")!.Name.In("en"));
        Assert.Equal("广西壮族自治区", china.Regions.Find("CN-GX")!.Name.In("zh-Hans"));
        Assert.False(china.Regions.IsForeign(china.Regions.Find("440000")!));
        Assert.True(china.Regions.IsForeign(china.Regions.Find("VN")!));
    }

    [Fact]
    public void Neighbours_are_neighbours_of_each_other()
    {
        var regions = JurisdictionProfile.China.Regions;

        foreach (var region in regions.All.Where(it => it.Parent == "CN"))
            foreach (var neighbour in region.Neighbours.Select(regions.Find).OfType<ProfileRegion>())
                Assert.Contains(region.Iso, neighbour.Neighbours);
    }

    [Fact]
    public void The_international_profile_belongs_to_no_country()
    {
        var international = JurisdictionProfile.International;

        Assert.Null(international.Country);
        Assert.Equal(18, Assert.Single(international.AgeRules).ChildBelow);
        Assert.DoesNotContain(international.Regions.All, international.Regions.IsForeign);
        Assert.Null(international.ClockRule(ClockKind.FinalCertificate, new(2020, 1, 1)));
    }

    [Fact]
    public void An_operator_can_give_their_own()
    {
        var profile = Read(Good).Value!;

        Assert.Equal(16, profile.AgeRule("A")!.ChildBelow);
        Assert.NotNull(profile.ClockRule(ClockKind.Sample, new(2020, 12, 31)));
        Assert.Null(profile.ClockRule(ClockKind.Sample, new(2021, 1, 1)));
    }

    public static TheoryData<string, string, string[]> Faults => new()
    {
        { "\"homeward-profile 1\"", "\"profile 2\"", ["$.format: is not homeward-profile 1"] },
        {
            "\"XX\", \"zone\"", "\"xx\", \"zone\"",
            [
                "$.country: is not a country code of two capital letters",
                "$.regions[0].parent: is neither the country nor a region of this profile",
            ]
        },
        {
            "+01:00", "Mars/North",
            ["$.zone: is neither a distance such as +08:00 nor a time zone that this machine knows"]
        },
        { "16", "16.5", ["$.ageRules[0].childBelow: is not a whole number from 1 to 30"] },
        {
            "\"birthday\"", "\"new year\"",
            ["$.ageRules[0].reached: is none of birthday, day-after-birthday"]
        },
        {
            "{\"en\": \"a\"}", "{\"fr\": \"a\"}",
            ["$.ageRules[0].name.fr: is not a field of the format", "$.ageRules[0].name.en: is missing"]
        },
        {
            "\"P2D\"", "\"P2W\"",
            ["$.clocks[0].span: is not a time in hours, days or months such as PT24H, P7D, P1M"]
        },
        { "\"2020-12-31\"", "\"2020-13-31\"", ["$.clocks[0].until: is not a day such as 2015-08-20"] },
        { "\"until\"", "\"from\": \"2021-01-01\", \"until\"", ["$.clocks[0]: ends before it begins"] },
        {
            "\"Sample\"", "\"Lunch\"",
            [
                "$.clocks[0].kind: is none of Placement, Sample, ProvisionalCertificate, Notice, Transfer, "
                + "FinalCertificate",
            ]
        },
        {
            "\"parent\": \"XX\"", "\"parent\": \"ZZ\"",
            ["$.regions[0].parent: is neither the country nor a region of this profile"]
        },
        { "\"latitude\": 1", "\"latitude\": 91", ["$.regions[0].latitude: is not between -90 and 90 degrees"] },
        { Offences, "[]", ["$.offences: is empty"] },
    };

    [Theory, MemberData(nameof(Faults))]
    public void A_fault_is_named_at_its_place(string good, string bad, string[] expected)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);

        var parsed = Read(Good.Replace(good, bad, StringComparison.Ordinal));

        Assert.Equal(expected, parsed.Problems.Select(it => it.ToString()));
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var parsed = Read(
            """{"format": 1, "code": null, "languages": [], "clocks": [{"kind": "Sample"}, 7], "extra": 0}""");

        Assert.Equal(
            [
                "$.extra: is not a field of the format", "$.name: is missing", "$.country: is missing",
                "$.zone: is missing", "$.ageRules: is missing", "$.offences: is missing", "$.regions: is missing",
                "$.format: is not a text", "$.languages: is empty", "$.clocks[0].start: is missing",
                "$.clocks[0].span: is missing", "$.clocks[0].basis: is missing", "$.clocks[1]: is not an object",
                "$.code: is not a text",
            ],
            parsed.Problems.Select(it => it.ToString()));
    }

    [Fact]
    public void Two_rules_of_a_kind_do_not_hold_on_one_day()
    {
        string Second(string from) => Good.Replace(
            Clock,
            Clock + ", "
            + Clock.Replace("\"until\": \"2020-12-31\"", $"\"from\": \"{from}\"", StringComparison.Ordinal),
            StringComparison.Ordinal);

        Assert.Equal(
            "$.clocks[1]: holds on days on which an earlier rule of its kind holds",
            Assert.Single(Read(Second("2020-12-31")).Problems).ToString());
        Assert.True(Read(Second("2021-01-01")).IsValid);
    }

    static Parsed<JurisdictionProfile> Read(string text) =>
        JurisdictionProfile.Read(Encoding.UTF8.GetBytes(text));
}
