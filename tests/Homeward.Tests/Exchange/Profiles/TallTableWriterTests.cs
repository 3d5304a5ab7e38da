using CsCheck;
using Homeward.Exchange.Profiles;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Profiles;

namespace Homeward.Tests.Exchange.Profiles;

public sealed class TallTableWriterTests
{
    [Fact]
    public void Profiles_written_are_read_back_the_same() => ProfileGenerator.Profiles.Sample(profiles =>
    {
        using var writer = new StringWriter();
        TallTableWriter.Write(writer, profiles);
        var read = TestFiles.ProfilesOf(writer.ToString()).Value!.Profiles;
        Assert.Equal(profiles.Select(ProfileGenerator.Shown), read.Select(ProfileGenerator.Shown));
    });
}

/// <summary>Profiles of every kind of reading that a file can hold.</summary>
static class ProfileGenerator
{
    static readonly string[] Markers = ["D3S1358", "TH01", "FGA", "Penta E", "D6S1043", "SE33"];

    static readonly string[] Undetermined = ["OL", "15/OL", "<9", "9.x/10", ">20/*"];

    static readonly Gen<Allele> AnyAllele =
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 3]).Select((whole, extra) => Allele.Repeats(whole, extra));

    static readonly Gen<(Genotype? Genotype, string? Unused)> Reading = Gen.Frequency(
        (12, Gen.Select(AnyAllele, AnyAllele).Select((a, b) => ((Genotype?)new Genotype(a, b), (string?)null))),
        (1, AnyAllele.Select(a => ((Genotype?)Genotype.OneKnown(a), (string?)null))),
        (1, AnyAllele.Array[3, 8].Select(it => ((Genotype?)null, (string?)string.Join('/', it)))),
        (1, Gen.Int[0, 4].Select(i => ((Genotype?)null, (string?)Undetermined[i]))));

    public static Gen<Profile[]> Profiles { get; } =
        Gen.Select(Gen.Int[1, Markers.Length].SelectMany(count => Reading.Array[count]), Gen.Int[0, 3]).Array[1, 5]
            .Select(samples => samples
                .Select((it, i) => Of($"S{i}\",;" + new string('x', it.Item2), it.Item1)).ToArray());

    public static string Shown(Profile profile) =>
        profile.Id + " " + string.Join(
            " ",
            profile.Genotypes.Select(it => $"{it.Key}={it.Value}")
                .Concat(profile.Unused.Select(it => $"{it.Key}:{it.Value}")).Order(StringComparer.Ordinal));

    static Profile Of(string id, (Genotype? Genotype, string? Unused)[] readings)
    {
        var named = Markers.Zip(readings).ToList();
        return new(id, named.Where(it => it.Second.Genotype is not null)
            .ToDictionary(it => it.First, it => it.Second.Genotype!.Value))
        {
            Unused = named.Where(it => it.Second.Unused is not null)
                .ToDictionary(it => it.First, it => it.Second.Unused!),
        };
    }
}
