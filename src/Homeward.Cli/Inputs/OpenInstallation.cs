using Homeward.Cases.Installations;
using Homeward.Cases.Jurisdictions;
using Homeward.Storage;

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

    public static JurisdictionProfile? ProfileOf(Installation installation) =>
        JurisdictionProfile.Find(installation.Profile);

    public ValueTask DisposeAsync() => open.DisposeAsync();
}
