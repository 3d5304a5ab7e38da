using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Names;
using Homeward.Server.Features.People;
using Homeward.Server.Security;
using Homeward.Storage.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Api;

/// <summary>Finds people by name. What is looked for is in the body: addresses are kept on the way.</summary>
static class PeopleRoutes
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/people/search", SearchAsync).Needs(Permission.ReadPeople)
            .WithSummary("People whose name comes near, the nearest first")
            .Produces<PeopleAnswer>().ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);

    static async Task<IResult> SearchAsync(PeopleAsked asked, Case cases, CancellationToken cancel)
    {
        if (asked.Problem is { } problem)
            return Results.ValidationProblem(problem, statusCode: StatusCodes.Status422UnprocessableEntity);
        var query = new PersonQuery
        {
            Name = asked.Name.Trim(),
            Sex = asked.Sex,
            Born = asked.Age is { } age ? PeopleDesk.Born(age, cases.Now) : default,
            Region = asked.Region is { } region ? new RegionCode(region) : null,
            Marks = asked.Marks ?? "",
        };
        var found = await new PersonSearch(cases.Session).FindAsync(query, cancel);
        return Results.Ok(new PeopleAnswer(found.Total, [.. found.Nearest.Select(PeopleAnswer.Match.Of)]));
    }
}
