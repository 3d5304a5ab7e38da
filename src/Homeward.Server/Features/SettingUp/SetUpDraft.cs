using Homeward.Cases.Agencies;

namespace Homeward.Server.Features.SettingUp;

/// <summary>What was chosen until now for a new installation.</summary>
public sealed record SetUpDraft
{
    /// <summary>Code of the jurisdiction profile.</summary>
    public string? Profile { get; init; }

    /// <summary>The first one runs the installation.</summary>
    public IReadOnlyList<Office> Agencies { get; init; } = [];

    /// <param name="Id">Its id from now on.</param>
    /// <param name="Name">As it is called.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Region">Code of its region.</param>
    public sealed record Office(Guid Id, string Name, AgencyKind Kind, string Region);
}
