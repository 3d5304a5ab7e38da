using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Homeward.Cases.Access;
using Homeward.Genetics.Primitives;
using Homeward.Server.Genes;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Laboratory;

/// <summary>A laboratory's export goes in, whole or not at all, or comes back with every problem beside its row.
/// </summary>
public static partial class BatchDesk
{
    public const int MostShown = 100;
    const int MostCharacters = 160;

    /// <param name="Number">Of the row in the file, from 1; 0 for the file as a whole.</param>
    /// <param name="Text">As it stands there.</param>
    /// <param name="Malformed">What is wrong with its form.</param>
    /// <param name="Problem">What is wrong with what it says.</param>
    public sealed record FileRow(int Number, string Text, Problem? Malformed, BatchProblem? Problem);

    /// <param name="Rows">Those with a problem.</param>
    /// <param name="Total">How many problems there are.</param>
    /// <param name="SetAside">Readings that were not used, by a stated rule.</param>
    /// <param name="Answer">Null when nothing was taken.</param>
    /// <param name="Twins">As they were typed.</param>
    public sealed record Shown(
        IReadOnlyList<FileRow> Rows, int Total, int SetAside, LaboratoryBatch.Answer? Answer, string Twins)
    {
        /// <summary>No file was sent.</summary>
        public bool LacksFile { get; init; }
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/laboratory/batches", Show).Needs(Permission.ReviewCandidate);
        app.MapPost("/laboratory/batches", TakeAsync).Needs(Permission.ReviewCandidate);
    }

    static IResult Show(Bench bench) =>
        bench.Genes is null ? Results.NotFound() : Page.Of<BatchPage>(new Shown([], 0, 0, null, ""));

    static async Task<IResult> TakeAsync(
        HttpRequest request, Case cases, Bench bench, CancellationToken cancel)
    {
        if (bench.Genes is not { } genes) return Results.NotFound();
        if (!request.HasFormContentType) return Results.BadRequest();
        var form = await request.ReadFormAsync(cancel);
        var twins = form["twins"].ToString();
        if (form.Files.GetFile("file") is not { Length: > 0 and <= BatchIntake.LargestFile } sent)
            return Refused(new([], 0, 0, null, twins) { LacksFile = true });
        using var bytes = new MemoryStream();
        await sent.CopyToAsync(bytes, cancel);
        var file = bytes.ToArray();
        var taken = await BatchIntake.RunAsync(file, twins, cases.Session, genes, cancel);
        var lines = Encoding.UTF8.GetString(file).Split('\n');
        FileRow[] rows =
        [
            .. taken.Malformed.Select(it => RowOf(it, lines)), .. taken.Problems.Select(it => RowOf(it, lines)),
        ];
        var shown = new Shown([.. rows.Take(MostShown)], taken.Total, taken.SetAside, taken.Answer, twins);
        return taken.Answer is null ? Refused(shown) : Page.Of<BatchPage>(shown);
    }

    static FileRow RowOf(Problem problem, string[] lines)
    {
        var number = RowNumber().Match(problem.Place) is { Success: true } row
            ? int.Parse(row.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return new(number, TextOf(number, lines), problem, null);
    }

    /// <summary>The first row that names the sample.</summary>
    static FileRow RowOf(BatchProblem problem, string[] lines)
    {
        var index = problem.Label.Length == 0 ? -1
            : Array.FindIndex(lines, it => CellsOf(it).Contains(problem.Label));
        return new(index + 1, index < 0 ? problem.Label : TextOf(index + 1, lines), null, problem);
    }

    static IEnumerable<string> CellsOf(string line) =>
        line.Split(['\t', ',', ';']).Select(it => it.Trim(' ', '"', '\r'));

    static string TextOf(int number, string[] lines)
    {
        if (number < 1 || number > lines.Length) return "";
        var text = lines[number - 1].TrimEnd('\r').Replace("\t", " · ", StringComparison.Ordinal);
        return text.Length <= MostCharacters ? text : text[..(MostCharacters - 1)] + "…";
    }

    static IResult Refused(Shown shown) => Page.Of<BatchPage>(shown, StatusCodes.Status422UnprocessableEntity);

    [GeneratedRegex(@"^row (\d{1,7})")]
    private static partial Regex RowNumber();
}
