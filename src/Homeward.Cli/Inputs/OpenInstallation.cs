using Homeward.Cases.Installations;
using Homeward.Cases.Jurisdictions;
using Homeward.Storage;
using Homeward.Storage.Genes;

namespace Homeward.Cli.Inputs;

/// <summary>An installation, open for one operator and one purpose.</summary>
sealed class OpenInstallation(
    OpenCases open, CaseSession session, Installation installation, JurisdictionProfile profile) : IAsyncDisposable
{
    public CaseSession Session { get; } = session;
    public JurisdictionProfile Profile { get; } = profile;
    public bool IsDemonstration => installation.Kind == InstallationKind.Demonstration;

    /// <summary>Today in the jurisdiction.</summary>
    public DateOnly Today => Profile.Zone.DayOf(Session.Now);

    /// <summary>The gene database of the same folder, with the same log; null, and why, when it is not to be used.
    /// </summary>
    public GeneDatabase? Genes(DataFolder folder, Refusals refusals)
    {
        if (!File.Exists(folder.Genes) || !File.Exists(folder.GeneKeys))
        {
            refusals.Add(folder.Path, "", "holds no gene database");
            return null;
        }
        try
        {
            return open.Genes(folder, folder.Installation?.TimeProvider() ?? TimeProvider.System);
        }
        catch (ChangedSchemaException e)
        {
            foreach (var name in e.Objects)
                refusals.Add(folder.Path, name, "is not as this version makes it; the database is not used");
            return null;
        }
    }

    public static JurisdictionProfile? ProfileOf(Installation installation) =>
        JurisdictionProfile.Find(installation.Profile);

    public ValueTask DisposeAsync() => open.DisposeAsync();
}
