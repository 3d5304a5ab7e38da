using System.Buffers;
using System.Globalization;
using Homeward.Cases.Access;
using Homeward.Tests.Cli;

namespace Homeward.Tests.Server.Separation;

/// <summary>A served installation from outside: who sees genotypes sees no name, and everybody else no genotype.
/// </summary>
public sealed class ServedSeparationTests(ServedDemonstration demo) : IClassFixture<ServedDemonstration>
{
    const int PagesOfKind = 3;
    const string Comparison = "/laboratory/candidates/";

    /// <summary>What may stand in an address: one id of each kind.</summary>
    static readonly string[] Tables =
    [
        "persons", "rescues", "custodies", "operations", "rings", "routes", "missing_reports", "families", "samples",
        "detentions", "investigations", "users",
    ];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Every role, wherever its pages lead, and the API; then the statements that this took, the log, and a
    /// backup that was made meanwhile.</summary>
    [Fact]
    public async Task No_page_statement_line_or_file_but_the_genes_and_the_comparison_holds_a_genotype()
    {
        var signs = new GenotypeSigns(demo.Profiles);
        using var statements = demo.Statements();
        await statements.BeginAsync(async () => (await demo.VisitAsync(Role.Headquarters)).Dispose());
        var (pages, comparisons) = (0, 0);
        var sent = await statements.OfAsync(async () =>
        {
            foreach (var role in demo.Users.Select(it => it.Role))
                foreach (var page in await SeenByAsync(role))
                    if (page.Place.StartsWith(Comparison, StringComparison.Ordinal))
                    {
                        Assert.Equal(Role.Analyst, role);
                        Assert.NotNull(signs.In(page.Body));
                        comparisons++;
                    }
                    else
                    {
                        Assert.Equal((role, page.Place, null), (role, page.Place, signs.In(page.Body)));
                        pages++;
                    }
            await BackUpAsync();
        });

        Assert.True(pages > 150 && comparisons == PagesOfKind, $"{pages} pages, {comparisons} comparisons");
        Assert.True(sent.Count > 1000, $"{sent.Count} statements");
        Assert.Null(signs.In(string.Join('\n', sent)));
        Assert.NotEmpty(demo.LogLines);
        Assert.Null(signs.In(string.Join('\n', demo.LogLines)));
        string[] files = [.. FilesOf(demo.Data.Path), .. FilesOf(demo["backup"])];
        Assert.Contains(Path.Combine(demo["backup"], "cases.db"), files);
        foreach (var file in files)
            Assert.Equal((file, null), (file, signs.In(await File.ReadAllBytesAsync(file, Cancel))));
        // What is looked for is found where it was written: in the files that a demonstration is made from.
        Assert.All(
            ["children_genemapper.txt", "references.csv"],
            it => Assert.NotNull(signs.In(File.ReadAllBytes(Path.Combine(demo.Data.Study, it)))));
    }

    /// <summary>Every route, with ids of every kind, by GET and by POST, by cookie and by token; and every page to
    /// which his own lead.</summary>
    [Fact]
    public async Task An_analyst_reaches_no_name_by_any_route()
    {
        var texts = demo.Ask("SELECT text FROM person_names");
        var names = SearchValues.Create([.. texts.Distinct()], StringComparison.Ordinal);
        var people = SearchValues.Create([.. demo.Ask("SELECT id FROM persons")], StringComparison.OrdinalIgnoreCase);
        string[] ids = [.. Tables.Select(it => demo.Ask($"SELECT id FROM {it} ORDER BY id LIMIT 1").Single())];
        using var visit = await demo.VisitAsync(Role.Analyst);
        using var client = new ApiClient(demo.Url, await visit.TokenAsync());
        var asked = 0;
        foreach (var (method, pattern) in demo.Routes.Where(it => it.Pattern != "/sign-out"))
            foreach (var place in PlacesOf(pattern, ids))
            {
                var answer = pattern.StartsWith("/api/", StringComparison.Ordinal)
                    ? await client.SendAsync(method, place, new { Name = texts[0] })
                    : method == "GET" ? await visit.GetAsync(place) : await visit.PostAsync(place);
                Assert.True((int)answer.StatusCode < 500, place);
                AssertNobody(names, place, await answer.Content.ReadAsStringAsync(Cancel));
                asked++;
            }
        using var other = await demo.VisitAsync(Role.Analyst);
        var walked = await Walk.OfAsync(other, mostOfKind: 10);
        foreach (var page in walked)
        {
            AssertNobody(names, page.Place, page.Body);
            AssertNobody(people, page.Place, page.Body);
        }

        Assert.True(asked > 250 && walked.Count > 20, $"{asked} routes, {walked.Count} pages");
        using var caseworker = await demo.VisitAsync(Role.Caseworker);
        Assert.Contains(await Walk.OfAsync(caseworker, PagesOfKind), it => it.Body.AsSpan().IndexOfAny(names) >= 0);
    }

    static void AssertNobody(SearchValues<string> names, string place, string body) =>
        Assert.True(body.AsSpan().IndexOfAny(names) < 0, place);

    async Task<List<Walk.Page>> SeenByAsync(Role role)
    {
        using var visit = await demo.VisitAsync(role);
        var pages = await Walk.OfAsync(visit, PagesOfKind);
        using var client = new ApiClient(demo.Url, await visit.TokenAsync());
        var rescues = demo.Ask($"SELECT id FROM rescues ORDER BY id LIMIT {PagesOfKind}");
        foreach (var place in rescues.Select(it => "/api/v1/rescues/" + it).Append("/api/v1/candidates"))
            pages.Add(await OfApiAsync(client, "GET", place, null));
        pages.Add(await OfApiAsync(client, "POST", "/api/v1/people/search", new { Name = "SYNTHETIC child" }));
        return pages;
    }

    static async Task<Walk.Page> OfApiAsync(ApiClient client, string method, string place, object? body)
    {
        var answer = await client.SendAsync(method, place, body);
        Assert.True((int)answer.StatusCode < 500, place);
        return new(place, await answer.Content.ReadAsStringAsync(Cancel));
    }

    async Task BackUpAsync()
    {
        var made = await CommandLine.Run(
            "backup", demo["backup"], "--keys", demo["backup-keys"], "--data", demo.Data.Path);
        Assert.True(made.ExitCode == 0, made.Error);
    }

    /// <summary>All but the genes, and the made-up files from which the demonstration is filled.</summary>
    IEnumerable<string> FilesOf(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(it => !Path.GetFileName(it).StartsWith("genes.db", StringComparison.Ordinal)
            && Path.GetFileName(Path.GetDirectoryName(it)) != Path.GetFileName(demo.Data.Study));

    static IEnumerable<string> PlacesOf(string pattern, string[] ids)
    {
        if (pattern.Contains("{id:guid}", StringComparison.Ordinal))
            return ids.Select(it => pattern.Replace("{id:guid}", it, StringComparison.Ordinal));
        if (pattern.Contains("{number}", StringComparison.Ordinal))
            return Enumerable.Range(1, PagesOfKind).Select(it => it.ToString(CultureInfo.InvariantCulture))
                .Append("2011-07-27").Select(it => pattern.Replace("{number}", it, StringComparison.Ordinal));
        return [pattern.Replace("{name}", "site.css", StringComparison.Ordinal)];
    }
}
