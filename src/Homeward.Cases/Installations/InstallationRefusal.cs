using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Installations;

/// <summary>Why a database cannot be made what was asked.</summary>
public abstract record InstallationRefusal : Refusal
{
    InstallationRefusal(string reason) : base(reason) { }

    public sealed record Settled(InstallationKind Kind)
        : InstallationRefusal("What this database is for was settled before.");

    public sealed record OtherKind(InstallationKind Kind) : InstallationRefusal(
        Kind == InstallationKind.Demonstration
            ? "This is a demonstration: everybody in it is made up, and real data are refused."
            : "This database is for real people: made-up data are refused.");
}
