using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Homeward.Server.Layout;

/// <summary>A page as the answer of an endpoint.</summary>
static class Page
{
    /// <summary>The component, with what it shows as its parameter <c>View</c>.</summary>
    public static IResult Of<TPage>(object? view = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        var parameters = view is null ? [] : new Dictionary<string, object?> { ["View"] = view };
        return new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }
}
