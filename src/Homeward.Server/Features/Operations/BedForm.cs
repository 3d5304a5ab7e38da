using Homeward.Cases.Custody;
using Homeward.Cases.Time;
using Homeward.Server.Features.Recording;
using Homeward.Storage.Operations;
using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Features.Operations;

/// <summary>Beds that are to be held, as it was typed.</summary>
/// <param name="Id">Made when the form is shown: the reservation gets it.</param>
public sealed record BedForm(Guid Id)
{
    public Guid? House { get; init; }
    public string Beds { get; init; } = "";

    /// <summary>Local to the jurisdiction, to the minute.</summary>
    public string Until { get; init; } = "";

    public static BedForm? Of(IFormCollection fields) => !Guid.TryParse(fields["form"], out var id) ? null : new(id)
    {
        House = Guid.TryParse(fields["house"], out var house) ? house : null,
        Beds = fields["beds"].ToString().Trim(),
        Until = fields["until"].ToString(),
    };

    /// <param name="houses">With their free beds.</param>
    /// <param name="now">Beds are held from now on.</param>
    public IReadOnlyList<string> Problems(IReadOnlyList<FreeBeds> houses, Instant now)
    {
        var problems = new List<string>();
        var house = houses.FirstOrDefault(it => it.Facility.Id.Value == House);
        if (house is null) problems.Add("house");
        if (NewPlanForm.NumberOf(Beds, house?.Count ?? int.MaxValue) is not > 0) problems.Add("beds");
        if (Recorded.MomentOf(Until) is not { } end || end <= now) problems.Add("until");
        return problems;
    }

    /// <summary>Asked for once there is no problem.</summary>
    public BedDraft AsDraft() => new(
        new(House!.Value), NewPlanForm.NumberOf(Beds, int.MaxValue)!.Value, Recorded.MomentOf(Until)!.Value)
    {
        Id = new(Id),
    };
}
