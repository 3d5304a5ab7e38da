using System.Diagnostics;
using System.Globalization;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Exchange.Profiles;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Simulation;
using Homeward.Storage.Audit;
using Homeward.Storage.Genes;

namespace Homeward.Benchmarks.Genes;

/// <summary>Imports a nation's profiles from one file into encrypted SQLite databases, and loads them again.</summary>
static class ImportTimes
{
    static readonly string[] Markers =
    [
        "D1S1656", "TPOX", "D2S441", "D2S1338", "D3S1358", "FGA", "D5S818", "CSF1PO", "SE33", "D6S1043", "D7S820",
        "D8S1179", "D10S1248", "TH01", "vWA", "D12S391", "D13S317", "Penta E", "D16S539", "D18S51", "D19S433", "D21S11",
        "Penta D", "D22S1045",
    ];

    public static async Task PrintAsync(TextWriter output, int count)
    {
        var folder = Directory.CreateTempSubdirectory("homeward-genes-");
        try
        {
            await PrintAsync(output, folder.FullName, count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task PrintAsync(TextWriter output, string folder, int count)
    {
        string In(string name) => Path.Combine(folder, name);
        WriteFile(In("profiles.csv"), count);
        var audit = new SqliteAuditDatabase(In("audit.db"));
        audit.Create();
        var keys = new EpochKeys(In("keys"));
        var location = new SqliteGenes(In("genes.db"), In("keys.db"));
        GeneDatabase.Create(location, keys, TimeProvider.System);
        await using var log = AuditLog.Open(audit, AuditNode.Alone, TimeProvider.System);
        var genes = GeneDatabase.Open(location, keys, log, TimeProvider.System);

        var (time, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await ImportAsync(genes, In("profiles.csv"));
        var processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Say(output, $"import of {count:N0} profiles, {Markers.Length} markers: {time.Elapsed.TotalSeconds:N1} s");
        Say(output, $"processor: {processor:N1} s");
        Say(output, $"genes.db {Megabytes(In("genes.db")):N0} MB, keys.db {Megabytes(In("keys.db")):N0} MB");

        time.Restart();
        var loaded = genes.Live(ProfileKind.Unidentified).Count();
        Check.That(loaded == count);
        Say(output, $"reading all of them again: {time.Elapsed.TotalSeconds:N1} s");
    }

    static async Task ImportAsync(GeneDatabase genes, string path)
    {
        var ids = new Ids(TimeProvider.System);
        var session = genes.For(new(new UserId(ids.Next()), new AgencyId(ids.Next())), Purpose.Demonstration);
        using var file = File.OpenRead(path);
        var stream = ProfileStream.Open(file).Value!;
        await using var batch = await session.AcceptAsync(CancellationToken.None);
        var all = stream.Profiles().Select(profile => new Acceptance
        {
            Accession = AccessionNumber.Draw(),
            Donor = new(ids.Next()),
            Kind = ProfileKind.Unidentified,
            Profile = profile,
        });
        await batch.AddAllAsync(
            all, (_, result) => Check.That(result == AcceptanceResult.Accepted), CancellationToken.None);
        Check.That(!stream.Problems.Any);
        batch.Commit();
    }

    /// <summary>Alleles evenly drawn from ten: for the clock, and for nobody to calculate with.</summary>
    static void WriteFile(string path, int count)
    {
        var random = new SeededRandom(20110727);
        using var writer = new StreamWriter(path);
        writer.Write("sample");
        foreach (var marker in Markers) writer.Write($",{marker} 1,{marker} 2");
        writer.WriteLine();
        for (var i = 0; i < count; i++)
        {
            writer.Write('S');
            writer.Write(i.ToString(CultureInfo.InvariantCulture));
            for (var m = 0; m < 2 * Markers.Length; m++)
            {
                writer.Write(',');
                writer.Write((8 + random.NextBelow(10)).ToString(CultureInfo.InvariantCulture));
            }
            writer.WriteLine();
        }
    }

    static double Megabytes(string path) => new FileInfo(path).Length / 1e6;

    static void Say(TextWriter output, FormattableString line) =>
        output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
