using Homeward.Genetics.Primitives;
using Homeward.Server.Features.Recording;
using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Api;

/// <summary>What the API answers to what was sent.</summary>
static class Answers
{
    static readonly Dictionary<string, (string Field, string Text)> Texts = new()
    {
        ["name"] = ("name", "At most 100 characters, none of them a control character."),
        ["name-missing"] = ("name", "A detained suspect has a name."),
        ["age"] = ("age", "From must not exceed to; at most 110 years."),
        ["when"] = ("at", "Is no time."),
        ["future"] = ("at", "Lies in the future."),
        ["region"] = ("region", "Is no province of the jurisdiction, as 130000."),
        ["place"] = ("place", "From 1 to 200 characters, none of them a control character."),
        ["marks"] = ("marks", "At most 200 characters, none of them a control character."),
    };

    public static IResult NoKey() => Results.ValidationProblem(
        new Dictionary<string, string[]>
        {
            [IdempotencyKey.Header] = ["A UUID that the client makes, once for each record, and sends again with it."],
        },
        statusCode: StatusCodes.Status400BadRequest);

    /// <param name="problems">As the forms of the pages name them.</param>
    public static IResult Invalid(IEnumerable<string> problems) => Results.ValidationProblem(
        problems.Select(it => Texts[it]).GroupBy(it => it.Field)
            .ToDictionary(it => it.Key, it => it.Select(problem => problem.Text).ToArray()),
        statusCode: StatusCodes.Status422UnprocessableEntity);

    public static IResult Of(Recording recording, Guid key, string? place) => recording switch
    {
        Recording.Done { IsNew: true } done => Results.Created(place, new RecordedAnswer(key, done.Person.Value)),
        Recording.Done done => Results.Ok(new RecordedAnswer(key, done.Person.Value)),
        Recording.Refused refused => Refused(refused.Refusal),
        _ => Results.Problem(
            "Under this key something else was recorded.", statusCode: StatusCodes.Status409Conflict),
    };

    static IResult Refused(Refusal refusal) => Results.Problem(
        refusal.Reason, title: "A rule refused it.", statusCode: StatusCodes.Status409Conflict);
}
