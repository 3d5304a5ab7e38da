using Homeward.Cases.People;
using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Features.Children;

/// <summary>A foster family as it was put together, with what a button of the form adds or takes away.</summary>
/// <param name="Care">When, and the notice.</param>
public sealed record FosterForm(CareForm Care)
{
    const int MostPeople = 20;
    const int MostNameCharacters = 100;

    /// <summary>Who looks after the person.</summary>
    public PersonId? Carer { get; init; }

    /// <summary>Everybody else who lives there.</summary>
    public IReadOnlyList<PersonId> Household { get; init; } = [];

    /// <summary>The name that is looked for; empty when none is.</summary>
    public string Search { get; init; } = "";

    public IEnumerable<PersonId> Chosen => Carer is { } carer ? [carer, .. Household] : Household;

    public static FosterForm? Of(IFormCollection fields)
    {
        if (CareForm.Of(fields) is not { } care) return null;
        var carer = IdOf(fields["as-carer"]) ?? IdOf(fields["carer"]);
        var gone = IdOf(fields["take-out"]);
        string?[] named = [.. fields["household"], fields["as-household"]];
        var household = named.Select(IdOf).OfType<PersonId>().Distinct()
            .Where(it => it != carer && it != gone).Take(MostPeople);
        var search = fields["name"].ToString().Trim();
        return new(care)
        {
            Carer = carer == gone ? null : carer,
            Household = [.. household],
            Search = search.Length > MostNameCharacters ? search[..MostNameCharacters] : search,
        };
    }

    static PersonId? IdOf(string? text) => Guid.TryParse(text, out var id) ? new PersonId(id) : null;
}
