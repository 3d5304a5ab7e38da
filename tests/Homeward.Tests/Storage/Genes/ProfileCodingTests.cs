using CsCheck;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Profiles;
using Homeward.Storage.Genes;

namespace Homeward.Tests.Storage.Genes;

public sealed class ProfileCodingTests
{
    [Fact]
    public void The_bytes_are_those_written_by_hand()
    {
        var profile = new Profile("any", new Dictionary<string, Genotype>
        {
            ["AMEL"] = new(Allele.X, Allele.Y),
            ["D1S1656"] = new(Allele.Repeats(9, 3), Allele.Repeats(6)),
        });

        // Form 1; two genotypes; marker 1: 6 is 60, 9.3 is 93, 60 + 93·2¹⁴ = 0x0017403C; marker 130, in LEB128 82 01:
        // X is 10000, Y is 10001, 10000 + 10001·2¹⁴ = 0x09C46710; nothing set aside.
        Assert.Equal("01020100" + "17403C" + "8201" + "09C46710" + "00",
            Convert.ToHexString(ProfileCoding.Encode(profile)));
    }

    [Fact]
    public void Every_profile_comes_back_whole() =>
        GenProfile.Sample(profile =>
        {
            var back = ProfileCoding.Decode(ProfileCoding.Encode(profile), profile.Id);
            return back.Id == profile.Id && back.DropOut.Equals(profile.DropOut)
                && AsText(back.Genotypes) == AsText(profile.Genotypes) && AsText(back.Unused) == AsText(profile.Unused);
        });

    [Fact]
    public void Equal_profiles_have_equal_bytes_whatever_the_order_and_others_have_others() =>
        Gen.Select(GenProfile, GenProfile).Sample((one, other) =>
        {
            var turned = one with
            {
                Id = "another name",
                Genotypes = one.Genotypes.Reverse().ToDictionary(),
                Unused = one.Unused.Reverse().ToDictionary(),
            };
            var areSame = AsText(one.Genotypes) == AsText(other.Genotypes)
                && AsText(one.Unused) == AsText(other.Unused) && one.DropOut.Equals(other.DropOut);
            return ProfileCoding.Encode(one).AsSpan().SequenceEqual(ProfileCoding.Encode(turned))
                && ProfileCoding.Encode(one).AsSpan().SequenceEqual(ProfileCoding.Encode(other)) == areSame;
        });

    [Fact]
    public void Every_marker_of_the_catalogue_has_a_number_of_its_own() =>
        Assert.Equal(
            MarkerCatalogue.All.Count,
            MarkerCatalogue.All.Select(it => MarkerNumbers.Of(it.Name)).Where(it => it > 0).Distinct().Count());

    [Theory]
    [InlineData("D1S1656", 1)]
    [InlineData("TH01", 52)]
    [InlineData("AMEL", 130)]
    [InlineData("no such marker", 0)]
    public void Numbers_stay(string marker, int number) => Assert.Equal(number, MarkerNumbers.Of(marker));

    static string AsText<T>(IReadOnlyDictionary<string, T> byMarker) =>
        string.Join(';', byMarker.OrderBy(it => it.Key, StringComparer.Ordinal).Select(it => $"{it.Key}={it.Value}"));

    /// <summary>Alleles of any size, one known of two, drop-out, readings set aside, markers nobody has heard
    /// of.</summary>
    internal static readonly Gen<Profile> GenProfile =
        from genotypes in Gen.Dictionary(GenMarker(), GenGenotype())[0, 30]
        from unused in Gen.Dictionary(GenMarker(), Gen.OneOf("9/9.3/10", "OL", "12/13/14/15"))[0, 3]
        from dropOut in Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 0.99])
        select new Profile("S1", genotypes)
        {
            Unused = unused.Where(it => !genotypes.ContainsKey(it.Key)).ToDictionary(),
            DropOut = dropOut,
        };

    static Gen<string> GenMarker() => Gen.OneOf(
        Gen.OneOf([.. MarkerCatalogue.All.Select(it => it.Name)]),
        Gen.Int[1, 5].Select(it => $"标记 {it}"));

    static Gen<Genotype> GenGenotype() =>
        from a in GenAllele()
        from b in GenAllele()
        from isOneKnown in Gen.Bool
        select isOneKnown ? Genotype.OneKnown(a) : new Genotype(a, b);

    static Gen<Allele> GenAllele() => Gen.OneOf(
        Gen.Int[1, 9999].Select(it => Allele.Repeats(it / 10, it % 10)),
        Gen.OneOf(Allele.X, Allele.Y));
}
