using Homeward.Cases.Agencies;
using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Features.SettingUp;

/// <summary>An agency as it was typed in.</summary>
public sealed record AgencyForm
{
    public const int LongestName = 120;

    public string Name { get; init; } = "";
    public AgencyKind Kind { get; init; } = AgencyKind.PublicSecurity;
    public string Region { get; init; } = "";

    public bool IsEmpty => Name.Length == 0;

    /// <param name="fields">Of the whole form.</param>
    /// <param name="number">Which of its agencies.</param>
    public static AgencyForm Of(IFormCollection fields, int number)
    {
        var name = fields[$"agency-{number}"].ToString().Trim();
        return new()
        {
            Name = name.Length > LongestName ? name[..LongestName] : name,
            Kind = Enum.TryParse<AgencyKind>(fields[$"kind-{number}"], out var kind) && Enum.IsDefined(kind)
                ? kind : AgencyKind.PublicSecurity,
            Region = fields[$"region-{number}"].ToString(),
        };
    }
}
