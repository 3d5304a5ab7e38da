using Homeward.Cases.People;
using Homeward.Server.Features.Children;
using Homeward.Server.Features.People;

namespace Homeward.Server.Api;

/// <summary>Who is looked for. The name finds; the rest orders what was found.</summary>
public sealed record PeopleAsked
{
    public required string Name { get; init; }
    public Sex Sex { get; init; }

    /// <summary>In years, today.</summary>
    public int? Age { get; init; }

    /// <summary>The code of a province, as <c>130000</c>.</summary>
    public string? Region { get; init; }

    public string? Marks { get; init; }

    internal Dictionary<string, string[]>? Problem
    {
        get
        {
            var problems = new Dictionary<string, string[]>();
            if (Name.Trim().Length is 0 or > PeopleDesk.LongestText) problems["name"] = ["From 1 to 100 characters."];
            if (Age is < 0 or > PeopleDesk.OldestAge) problems["age"] = ["From 0 to 120 years."];
            if (Region is { } region && RegionChoice.All.All(it => it.Code != region))
                problems["region"] = ["Is no province of the jurisdiction, as 130000."];
            if (Marks is { Length: > PeopleDesk.LongestText }) problems["marks"] = ["At most 100 characters."];
            return problems.Count == 0 ? null : problems;
        }
    }
}
