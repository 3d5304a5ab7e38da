using System.Globalization;
using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.Time;
using Homeward.Server.Features.Recording;
using Homeward.Storage.Operations;
using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Features.Operations;

/// <summary>A new operation as it was typed.</summary>
/// <param name="Id">Made when the form is shown: the operation gets it.</param>
public sealed record NewPlanForm(Guid Id)
{
    public const int MostCodeCharacters = 60;
    const int MostChildren = 10_000;

    public string Code { get; init; } = "";
    public OperationKind Kind { get; init; } = OperationKind.Joint;
    public Guid? Lead { get; init; }

    /// <summary>H-hour, local to the jurisdiction, to the minute.</summary>
    public string When { get; init; } = "";

    public string Children { get; init; } = "";

    public static NewPlanForm? Of(IFormCollection fields) => !Guid.TryParse(fields["form"], out var id) ? null : new(id)
    {
        Code = fields["code"].ToString().Trim(),
        Kind = Enum.TryParse<OperationKind>(fields["kind"], out var kind) && Enum.IsDefined(kind)
            ? kind : OperationKind.Joint,
        Lead = Guid.TryParse(fields["lead"], out var lead) ? lead : null,
        When = fields["when"].ToString(),
        Children = fields["children"].ToString().Trim(),
    };

    public IReadOnlyList<string> Problems(IReadOnlyList<Agency> agencies, Instant now)
    {
        var problems = new List<string>();
        if (Code.Length is 0 or > MostCodeCharacters || Code.Any(char.IsControl)) problems.Add("code");
        if (agencies.All(it => it.Id.Value != Lead)) problems.Add("lead");
        if (Recorded.MomentOf(When) is not { } moment || moment <= now) problems.Add("h-hour");
        if (Expected is null) problems.Add("children");
        return problems;
    }

    /// <summary>Asked for once there is no problem.</summary>
    public OperationDraft AsDraft() => new()
    {
        Id = new(Id),
        Code = Code,
        Kind = Kind,
        Lead = new(Lead!.Value),
        HHour = Recorded.MomentOf(When)!.Value,
        ExpectedChildren = Expected!.Value,
    };

    /// <summary>Whether a plan says what this form says.</summary>
    public bool Matches(Operation plan) =>
        plan.Code == Code && plan.Kind == Kind && plan.Lead.Value == Lead && plan.HHour == Recorded.MomentOf(When)
        && plan.ExpectedChildren == Expected;

    int? Expected => NumberOf(Children, MostChildren);

    /// <summary>A number from nothing to the most; null when it is none.</summary>
    internal static int? NumberOf(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number : null;
}
