using Homeward.Storage.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Homeward.Server.Security;

/// <summary>The outermost edge: a refused read is an answer, everything else that is thrown is a failure whose message
/// goes nowhere, since it may quote people.</summary>
sealed partial class FailureEdge(RequestDelegate next, ILogger<FailureEdge> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The visitor has gone.
        }
        catch (AccessRefusedException) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, StatusCodes.Status403Forbidden);
        }
        catch (Exception e) when (StatusOf(e) is not null && !context.Response.HasStarted)
        {
            await AnswerAsync(context, StatusOf(e)!.Value);
        }
        catch (Exception e)
        {
            Failed(e.GetType().Name, e.StackTrace ?? "", context.TraceIdentifier);
            if (!context.Response.HasStarted) await AnswerAsync(context, StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>Of what is the request's own fault. A form that is too large comes wrapped: it was read to find its
    /// token.</summary>
    static int? StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException request => request.StatusCode,
        AntiforgeryValidationException { InnerException: { } inner } when StatusOf(inner) is { } status => status,
        AntiforgeryValidationException or InvalidDataException => StatusCodes.Status400BadRequest,
        _ => null,
    };

    static Task AnswerAsync(HttpContext context, int status)
    {
        context.Response.Clear();
        context.Response.StatusCode = status;
        return SecurityHeaders.Add(context, ErrorAnswer.WriteAsync);
    }

    [LoggerMessage(LogLevel.Error, "Failed: {Type} in {Trace}\n{Place}")]
    partial void Failed(string type, string place, string trace);
}
