using Homeward.Server.Layout;
using Homeward.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Calculator;

/// <summary>The calculator for a geneticist with no case. It keeps nothing: genotypes come in a form, never in an
/// address, and go with the answer.</summary>
static class CalculatorDesk
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/calculator", Show).ForEverybody();
        app.MapPost("/calculator", HandleAsync).ForEverybody();
    }

    /// <summary>A made-up family of the shape, calculated, so that a page says at once what it does.</summary>
    static IResult Show(HttpRequest request)
    {
        var form = CalculatorForm.Of(it => request.Query[it]);
        return Answer(form with { Sheet = ExampleSheet.Of(form) });
    }

    static async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancel)
    {
        var fields = await request.ReadFormAsync(cancel);
        return Answer(CalculatorForm.Of(it => fields[it]));
    }

    static IResult Answer(CalculatorForm form)
    {
        var sheet = GenotypeSheet.Read(form.Sheet, form.Columns);
        return sheet.Problems.Count == 0
            ? Page.Of<CalculatorPage>(new CalculatorView(form, [], Calculation.Of(form, sheet)))
            : Page.Of<CalculatorPage>(
                new CalculatorView(form, sheet.Problems, null), StatusCodes.Status422UnprocessableEntity);
    }
}
