using Homeward.Cases.Detentions;
using Homeward.Cases.People;
using Homeward.Cases.Time;
using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Features.Recording;

/// <summary>A detained suspect as he was typed in.</summary>
public sealed record DetentionForm(Recorded Common)
{
    public Measure Measure { get; init; } = Measure.CriminalDetention;

    public static DetentionForm? Of(IFormCollection fields) => Recorded.Of(fields) is not { } common ? null
        : new(common)
        {
            Measure = Enum.TryParse<Measure>(fields["measure"], out var measure) ? measure : Measure.CriminalDetention,
        };

    public IReadOnlyList<string> Problems(Instant now)
    {
        var problems = Common.Problems(now).ToList();
        if (Common.Name.Length == 0) problems.Add("name-missing");
        return problems;
    }

    /// <summary>Whether a person and its measures are what this form says.</summary>
    public bool Matches(PersonFile file, IReadOnlyList<Detention> measures, ServerSettings settings)
    {
        var typed = Common.AsPerson();
        var person = file.Records.First(it => it.Id == typed.Id);
        return person.Sex == typed.Sex && person.Birth == typed.Birth
            && file.Names.Any(it => it.Person == typed.Id && it.Text == Common.NameIn(settings))
            && measures.All(it => it.Measure == Measure && it.Since == Common.Moment);
    }
}
