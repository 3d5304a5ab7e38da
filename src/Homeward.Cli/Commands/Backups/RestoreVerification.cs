using System.Security.Cryptography;
using Homeward.Cases.Audit;
using Homeward.Cases.Samples;
using Homeward.Cli.Inputs;
using Homeward.Storage;
using Homeward.Storage.Audit;
using Homeward.Storage.Genes;
using Homeward.Storage.Photos;
using Homeward.Storage.Sqlite;

namespace Homeward.Cli.Commands.Backups;

/// <summary>What was found when everything in a restored folder was looked at.</summary>
/// <param name="Entries">Of the log, each hash worked out again.</param>
/// <param name="Profiles">That are searched; each was opened.</param>
/// <param name="Photos">That are kept; each was opened.</param>
/// <param name="Faults">In words; empty when all is well.</param>
sealed record RestoreVerification(long Entries, int Profiles, int Photos, IReadOnlyList<string> Faults)
{
    public static async Task<RestoreVerification> RunAsync(DataFolder folder, CancellationToken cancel)
    {
        var faults = new List<string>();
        foreach (var path in new[] { folder.Cases, folder.Audit, folder.Genes, folder.Accounts, folder.GeneKeys }
            .Where(File.Exists))
            faults.AddRange(SqliteCopy.Faults(path).Select(it => $"{Path.GetFileName(path)}: {it}"));
        var entries = await LogAsync(folder, faults, cancel);
        var profiles = File.Exists(folder.Genes) ? await GenesAsync(folder, faults) : 0;
        return new(entries, profiles, await PhotosAsync(folder, faults, cancel), faults);
    }

    static async Task<int> PhotosAsync(DataFolder folder, List<string> faults, CancellationToken cancel)
    {
        // What is wrong with the rules of the database was said before; then it is not read.
        if (faults.Count > 0 || !File.Exists(folder.Cases) || folder.HolderKeys is not { } keys) return 0;
        var photos = await PhotoCheck.RunAsync(folder.CaseLocation, keys, cancel);
        if (photos.WithoutKey > 0) faults.Add($"cases.db: {photos.WithoutKey} photos have no key and are not erased");
        if (photos.Broken > 0) faults.Add($"cases.db: {photos.Broken} photos do not open with the keys given");
        return photos.Opened;
    }

    static async Task<long> LogAsync(DataFolder folder, List<string> faults, CancellationToken cancel)
    {
        if (!File.Exists(folder.Audit)) return 0;
        var report = File.Exists(folder.Cases)
            ? await AuditVerification.RunAsync(folder.AuditDatabase, folder.CaseLocation, [], cancel)
            : AuditVerification.Run(folder.AuditDatabase, [], cancel);
        if (report.Findings.Count > 0)
            faults.Add($"audit.db: {report.Findings.Count} findings; homeward audit verify names them");
        await using var log = AuditLog.Open(folder.AuditDatabase, AuditNode.Alone, TimeProvider.System);
        try
        {
            if (File.Exists(folder.Cases))
                using (await CaseDatabase.OpenAsync(folder.CaseLocation, log, TimeProvider.System, cancel)) { }
        }
        catch (ChangedSchemaException e)
        {
            faults.AddRange(e.Objects.Select(it => $"cases.db: {it} is not as this version makes it"));
        }
        return report.Chains.Sum(it => it.Length);
    }

    static async Task<int> GenesAsync(DataFolder folder, List<string> faults)
    {
        await using var log = AuditLog.Open(folder.AuditDatabase, AuditNode.Alone, TimeProvider.System);
        var genes = GeneDatabase.Open(folder.GeneLocation, folder.EpochKeys, log, TimeProvider.System);
        try
        {
            var profiles = Enum.GetValues<ProfileKind>().Sum(it => genes.Live(it).Count());
            var stored = genes.LiveCount();
            if (profiles < stored) faults.Add($"genes.db: {stored - profiles} profiles have no key and are not erased");
            return profiles;
        }
        catch (CryptographicException)
        {
            faults.Add("genes.db: a profile does not open with the keys given");
            return 0;
        }
    }
}
