using System.Globalization;
using System.Text;
using Homeward.Cases.Identification;
using Homeward.Genetics.Profiles;
using Homeward.Storage.Genes;
using Homeward.Tests.Storage.Databases;
using Homeward.Tests.Storage.Genes;
using Microsoft.Data.Sqlite;
using static Homeward.Tests.Storage.Databases.MadeUpState;

namespace Homeward.Tests.Storage.Identification;

/// <summary>After samples, typings, searches, carried candidates, proposals, exclusions and a family that contradicts
/// itself, no byte outside the genes is a genotype: not in the cases, not in the logs, and so in no copy of them.
/// </summary>
public sealed class SeparationTests(SqliteTestDatabase cases, SqliteGeneTestDatabase genes)
    : IClassFixture<SqliteTestDatabase>, IClassFixture<SqliteGeneTestDatabase>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_byte_of_the_case_side_is_a_genotype()
    {
        var history = new CarriedHistory(cases, genes, seed: 20110903);
        for (var i = 0; i < 8; i++) await history.ArriveAsync();
        await history.StrangersAsync();
        await history.SettleAsync();
        await history.WithdrawAsync(history.Children[0]);
        var open = await history.Candidates.OpenAsync(Cancel);
        Allowed(await history.Candidates.ProposeAsync(open[0].Number, Cancel));
        Allowed(await history.Candidates.ExcludeAsync(open[0].Number, ExclusionReason.Markers, Cancel));
        await history.SettleAsync();
        Assert.NotEmpty(await history.FamilySearch.HeldAsync(Cancel));

        Profile[] profiles =
        [
            .. history.Children.Select(it => it.Profile),
            .. history.Families.SelectMany(it => it.Members).Where(it => it is not null).Select(it => it!.Profile),
        ];
        var signs = profiles.SelectMany(SignsOf).Select(Convert.ToHexString).Distinct().ToHashSet();
        SqliteConnection.ClearAllPools();
        var searched = 0;
        foreach (var path in cases.Files().Concat(genes.AuditFiles()))
        {
            var bytes = await File.ReadAllBytesAsync(path, Cancel);
            searched += bytes.Length;
            foreach (var sign in signs.Select(Convert.FromHexString))
                Assert.True(bytes.AsSpan().IndexOf(sign) < 0, Path.GetFileName(path));
            // What is looked for would be found, if it were there.
            Assert.True(
                Encoding.UTF8.GetBytes(Written(profiles[0])).AsSpan().IndexOf(SignsOf(profiles[0]).First()) >= 0);
        }
        Assert.True(searched > 100_000);
        Assert.Contains(cases.Files(), it =>
            File.ReadAllBytes(it).AsSpan().IndexOf(Encoding.UTF8.GetBytes(open[0].Child.Text)) >= 0);
    }

    /// <summary>Two markers after each other, as a table, a text, JSON, UTF-16 or the gene database's own coding would
    /// have them.</summary>
    static IEnumerable<byte[]> SignsOf(Profile profile)
    {
        var read = profile.Genotypes.Where(it => it.Key != "AMEL").OrderBy(it => it.Key, StringComparer.Ordinal)
            .Take(2).Select(it => it.Value).ToList();
        foreach (var between in new[] { ",", "/", " ", ";", "\t", "|", "\",\"", ", " })
        {
            var text = string.Join(between, read.SelectMany(it => new[] { $"{it.Low}", $"{it.High}" }));
            yield return Encoding.UTF8.GetBytes(text);
            yield return Encoding.Unicode.GetBytes(text);
        }
        foreach (var one in profile.Genotypes.Where(it => !it.Value.IsHomozygous))
        {
            yield return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{one.Key}={one.Value}"));
            yield return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value}"));
            yield return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{one.Key},{one.Value}"));
        }
        yield return ProfileCoding.Encode(profile).AsSpan(2, 16).ToArray();
    }

    static string Written(Profile profile) => string.Join(',', profile.Genotypes
        .Where(it => it.Key != "AMEL").OrderBy(it => it.Key, StringComparer.Ordinal)
        .Select(it => $"{it.Value.Low},{it.Value.High}"));
}
