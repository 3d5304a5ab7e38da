using System.Net;
using System.Text;
using Homeward.Cases.Agencies;
using Homeward.Cases.Samples;
using Homeward.Tests.Storage.Samples;
using static Homeward.Tests.Storage.Databases.MadeUpState;

namespace Homeward.Tests.Server.Laboratory;

/// <summary>A laboratory's export by the page: whole or not at all.</summary>
public sealed class BatchPageTests(LaboratoryServer server) : IClassFixture<LaboratoryServer>
{
    const string Place = "/laboratory/batches";
    const string Api = "/api/v1/laboratory/batches";
    const string Header = "Sample,Marker,Allele 1,Allele 2\n";

    static readonly string[] Markers =
        ["D3S1358", "vWA", "FGA", "D8S1179", "D21S11", "D18S51", "D5S818", "D13S317", "D7S820", "TH01"];

    readonly SampleWorld _world = new(server.Cases);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_goes_in_whole_and_sent_again_changes_nothing()
    {
        var (one, other) = (await SampleAsync(), await SampleAsync());
        var text = Header + Rows(one, 10) + Rows(other, 12);
        using var visit = await server.VisitAsync(Analyst);

        var first = await SendAsync(visit, text);
        var version = server.Genes.Genes.Version();
        var again = await SendAsync(visit, text);

        Assert.Contains("2 profiles taken, 0 were there", first.Page, StringComparison.Ordinal);
        Assert.Contains("0 profiles taken, 2 were there", again.Page, StringComparison.Ordinal);
        Assert.Equal(version, server.Genes.Genes.Version());
        Assert.Single((await _world.FactsAsync(one)).LiveOfDonor);
        var file = await visit.PageAsync($"/laboratory/samples/{one.Id.Value}");
        Assert.Contains((await _world.FactsAsync(one)).LiveOfDonor[0].ToString(), file, StringComparison.Ordinal);
        Assert.DoesNotContain(one.Person.Value.ToString(), file, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(one.Label, await visit.PageAsync("/laboratory/samples"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_problem_stands_beside_its_row_and_nothing_is_taken()
    {
        var known = await SampleAsync();
        using var visit = await server.VisitAsync(Analyst);
        var version = server.Genes.Genes.Version();

        var answer = await SendAsync(visit, Header + Rows(known, 10) + "<script>x,D3S1358,15,16\n");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("is not in the register of samples", answer.Page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;x,D3S1358,15,16", answer.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>x", answer.Page, StringComparison.Ordinal);
        // After the header and ten rows.
        Assert.Contains(">12</th>", answer.Page, StringComparison.Ordinal);
        Assert.Equal(version, server.Genes.Genes.Version());
        Assert.Empty((await _world.FactsAsync(known)).LiveOfDonor);
    }

    [Fact]
    public async Task Tubes_of_two_people_with_one_profile_are_refused_unless_they_are_twins()
    {
        var (one, other) = (await SampleAsync(), await SampleAsync());
        var text = Header + Rows(one, 14) + Rows(other, 14);
        using var visit = await server.VisitAsync(Analyst);

        Assert.Contains("which is another person", (await SendAsync(visit, text)).Page, StringComparison.Ordinal);
        var twins = await SendAsync(visit, text, $"{one.Label}={other.Label}");

        Assert.Equal(HttpStatusCode.OK, twins.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no table at all")]
    [InlineData("Sample,Marker,Allele 1,Allele 2\nA,D3S1358,fifteen,16\n")]
    [InlineData("\0\u0001\u0002PK\u0003\u0004")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")]
    public async Task What_is_no_batch_is_refused_in_words(string text)
    {
        using var visit = await server.VisitAsync(Analyst);

        var answer = await SendAsync(visit, text);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("role=\"alert\"", answer.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_sends_the_same_batch_with_the_same_checks()
    {
        var sample = await SampleAsync();
        using var visit = await server.VisitAsync(Analyst);
        using var client = new ApiClient(visit.Url, await visit.TokenAsync());
        var text = Header + Rows(sample, 16);

        var broken = await client.SendFileAsync(Api, text + "SYNTHETIC-unknown,D3S1358,15,16\n");
        var none = (await _world.FactsAsync(sample)).LiveOfDonor.Count;
        var first = await ApiClient.BodyAsync(await client.SendFileAsync(Api, text));
        var again = await ApiClient.BodyAsync(await client.SendFileAsync(Api, text));
        var large = await client.SendFileAsync(Api, new string('x', 2 * 1024 * 1024 + 1));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
        Assert.Contains(
            "sample SYNTHETIC-unknown", (await ApiClient.BodyAsync(broken)).GetProperty("errors").ToString(),
            StringComparison.Ordinal);
        Assert.Equal((0, 1, 0), (none, Count(first, "accepted"), Count(again, "accepted")));
        Assert.Equal(1, Count(again, "alreadyThere"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Single((await _world.FactsAsync(sample)).LiveOfDonor);
    }

    [Fact]
    public async Task Nobody_else_sends_a_batch_or_sees_the_register()
    {
        foreach (User user in new[] { Officer, Matron, Judge })
        {
            using var visit = await server.VisitAsync(user);
            await visit.PageAsync("/");
            Assert.Equal(HttpStatusCode.Forbidden, (await visit.GetAsync("/laboratory/samples")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await visit.GetAsync(Place)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await visit.PostAsync(Place)).StatusCode);
        }
    }

    static int Count(System.Text.Json.JsonElement answer, string what) => answer.GetProperty(what).GetInt32();

    Task<Sample> SampleAsync() => _world.AtTheLaboratoryAsync(DonorRole.Rescued);

    /// <summary>A profile of one allele everywhere, which is nobody's in the history.</summary>
    static string Rows(Sample sample, int allele) =>
        string.Concat(Markers.Select(it => $"{sample.Label},{it},{allele},{allele}\n"));

    static async Task<(HttpStatusCode Status, string Page)> SendAsync(Visit visit, string text, string twins = "")
    {
        var form = await visit.PageAsync(Place);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(Markup.Value(form, "__RequestVerificationToken")), "__RequestVerificationToken" },
            { new StringContent(twins), "twins" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "export.txt" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, Place) { Content = content };
        using var answer = await visit.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }
}
