using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Storage.Operations;
using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Features.Operations;

/// <summary>An agency that is to be asked, as it was typed. An agency takes part once for a region: that is how a form
/// that was sent twice is known.</summary>
public sealed record InviteForm
{
    const int MostForces = 100_000;

    public Guid? Agency { get; init; }

    /// <summary>Empty for the agency's own.</summary>
    public string Region { get; init; } = "";

    public ParticipantRole Role { get; init; } = ParticipantRole.Support;
    public string Forces { get; init; } = "";

    public static InviteForm Of(IFormCollection fields) => new()
    {
        Agency = Guid.TryParse(fields["agency"], out var agency) ? agency : null,
        Region = fields["region"].ToString(),
        Role = Enum.TryParse<ParticipantRole>(fields["role"], out var role) && Enum.IsDefined(role)
            ? role : ParticipantRole.Support,
        Forces = fields["forces"].ToString().Trim(),
    };

    public IReadOnlyList<string> Problems(IReadOnlyList<Agency> agencies, IReadOnlyList<Region> regions)
    {
        var problems = new List<string>();
        if (agencies.All(it => it.Id.Value != Agency)) problems.Add("agency");
        if (Region.Length > 0 && regions.All(it => it.Code.Value != Region)) problems.Add("region");
        if (Sent is null) problems.Add("forces");
        return problems;
    }

    /// <summary>Asked for once there is no problem.</summary>
    public ParticipantDraft AsDraft(IReadOnlyList<Agency> agencies)
    {
        var asked = agencies.Single(it => it.Id.Value == Agency);
        return new(asked.Id, Region.Length > 0 ? new(Region) : asked.Region, Role, Sent!.Value);
    }

    int? Sent => Forces.Length == 0 ? 0 : NewPlanForm.NumberOf(Forces, MostForces);
}
