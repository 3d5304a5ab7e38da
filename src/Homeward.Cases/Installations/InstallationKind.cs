namespace Homeward.Cases.Installations;

public enum InstallationKind
{
    /// <summary>Real people. Nobody made up may enter.</summary>
    Real,

    /// <summary>Made-up people, each name marked. Nobody real may enter.</summary>
    Demonstration,
}
