using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Homeward.Cases.People;
using Homeward.Cases.Time;
using Homeward.Server.Features.Recording;

namespace Homeward.Server.Api;

/// <summary>An age that is not known exactly.</summary>
/// <param name="From">At least.</param>
/// <param name="To">At most.</param>
/// <param name="Unit">Years, or months for the youngest.</param>
/// <param name="Basis">How it is known.</param>
public sealed record AgeSent([Range(0, 1320)] int From, [Range(0, 1320)] int To, AgeUnit Unit, DateBasis Basis)
{
    internal static Recorded Into(Recorded recorded, AgeSent? age, DateTimeOffset at) => recorded with
    {
        AgeFrom = age?.From.ToString(CultureInfo.InvariantCulture) ?? "",
        AgeTo = age?.To.ToString(CultureInfo.InvariantCulture) ?? "",
        InMonths = age?.Unit == AgeUnit.Months,
        Basis = age?.Basis ?? DateBasis.Unknown,
        When = Recorded.Zone.LocalOf(Instant.Of(at)).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
    };
}
