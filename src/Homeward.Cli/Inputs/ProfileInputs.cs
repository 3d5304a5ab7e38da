using Homeward.Exchange.Profiles;
using Homeward.Genetics.Profiles;

namespace Homeward.Cli.Inputs;

/// <summary>The profiles of several files, by sample name.</summary>
static class ProfileInputs
{
    /// <summary>
    /// Reads every file, and every file of a folder; a sample in two of them is a problem, told with both files.
    /// </summary>
    public static Dictionary<string, Profile> Read(IReadOnlyList<string> paths, Refusals refusals)
    {
        var profiles = new Dictionary<string, Profile>(StringComparer.Ordinal);
        var fileOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in InputFolder.FilesOf(paths))
        {
            var file = refusals.Take(path, InputFile.Read(path, stream => ProfileFile.Read(stream, path)));
            foreach (var profile in file?.Profiles ?? [])
                if (profiles.TryAdd(profile.Id, profile)) fileOf.Add(profile.Id, path);
                else refusals.Add(path, $"sample {profile.Id}", $"is also in {fileOf[profile.Id]}");
        }
        return profiles;
    }
}
