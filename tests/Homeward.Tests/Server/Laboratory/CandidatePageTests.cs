using System.Net;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Identification;
using Homeward.Server.Features.Calculator;
using static Homeward.Tests.Storage.Databases.MadeUpState;

namespace Homeward.Tests.Server.Laboratory;

/// <summary>What an analyst sees of candidates, and says of them.</summary>
public sealed class CandidatePageTests(LaboratoryServer server) : IClassFixture<LaboratoryServer>
{
    const string List = "/laboratory/candidates";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Candidates_are_listed_by_number_with_the_likelihood_ratio_of_a_search_from_nothing()
    {
        using var visit = await server.VisitAsync(Analyst);
        var page = await visit.PageAsync(List);
        var open = await server.Candidates.OpenAsync(Cancel);
        var clean = await server.History.OfOneCleanRunAsync();

        Assert.NotEmpty(open);
        foreach (var it in open.Take(20))
        {
            var pair = clean.Single(found => found.Child == it.Child.Text
                && found.Family == it.Family.Value.ToString("N") && found.Member == it.Member);
            Assert.Contains(it.Child.ToString(), page, StringComparison.Ordinal);
            Assert.Contains(LrWords.Log10(pair.Log10), page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_candidate_shows_every_marker_of_both_sides_as_they_were_typed()
    {
        using var visit = await server.VisitAsync(Analyst);
        var it = (await server.Candidates.OpenAsync(Cancel))[0];
        var page = WebUtility.HtmlDecode(await visit.PageAsync(Place(it)));

        var child = server.History.Children.Single(donor => donor.Accession == it.Child);
        foreach (var (marker, genotype) in child.Profile.Genotypes.Where(read => read.Key != "AMEL"))
        {
            Assert.Contains($">{marker}</th>", page, StringComparison.Ordinal);
            Assert.Contains($"child {genotype}", page, StringComparison.Ordinal);
        }
        var family = server.History.Families.Single(family => family.GeneId == it.Family);
        foreach (var genotype in family.Members.Where(donor => donor is not null)
            .SelectMany(donor => donor!.Profile.Genotypes).Where(read => read.Key != "AMEL").Select(read => read.Value))
            Assert.Contains($" {genotype}", page, StringComparison.Ordinal);
        Assert.Contains(it.Evidence, page, StringComparison.Ordinal);
        Assert.DoesNotContain("The calculation differs", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_of_the_laboratory_names_anybody()
    {
        using var visit = await server.VisitAsync(Analyst);
        var pages = new List<string> { await visit.PageAsync(List) };
        foreach (var it in await server.Candidates.OpenAsync(Cancel)) pages.Add(await visit.PageAsync(Place(it)));

        Assert.All(pages, page => Assert.DoesNotContain("Nobodyelse", page, StringComparison.Ordinal));
        foreach (var family in server.History.Families)
            Assert.All(pages, page => Assert.DoesNotContain(
                family.Id.Value.ToString(), page, StringComparison.OrdinalIgnoreCase));
        foreach (var child in server.History.Children)
            Assert.All(pages, page => Assert.DoesNotContain(
                child.Person.Value.ToString(), page, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nobody_else_comes_near_a_genotype_or_decides()
    {
        var it = (await server.Candidates.OpenAsync(Cancel))[0];
        foreach (User user in new[] { Officer, Matron, Judge })
        {
            using var visit = await server.VisitAsync(user);
            foreach (var place in new[] { List, Place(it) })
            {
                var answer = await visit.GetAsync(place);
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
                Assert.DoesNotContain(
                    it.Child.ToString(), await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            }
            await visit.PageAsync("/");
            Assert.Equal(HttpStatusCode.Forbidden, (await visit.PostAsync(Place(it) + "/propose")).StatusCode);
            var excluded = await visit.PostAsync(Place(it) + "/exclude", ("reason", "Age"));
            Assert.Equal(HttpStatusCode.Forbidden, excluded.StatusCode);
        }
    }

    [Fact]
    public async Task A_form_sent_twice_at_once_proposes_one_match()
    {
        var it = await server.AnyAsync();
        using var visit = await server.VisitAsync(Analyst);
        await visit.PageAsync(Place(it));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => visit.PostAsync(Place(it) + "/propose")));

        Assert.All(answers, answer => Assert.Equal(Place(it), answer.Headers.Location?.OriginalString));
        var proposal = Assert.Single(
            await server.Candidates.ProposedAsync(Cancel), proposal => proposal.Candidate == it.Number);
        Assert.Equal(Analyst.Id, proposal.By);
        var page = await visit.PageAsync(Place(it));
        Assert.Contains("Proposed as a match", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/propose\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_is_excluded_once_and_with_a_reason_and_its_profiles_are_closed()
    {
        var it = await server.AnyAsync();
        using var visit = await server.VisitAsync(Analyst);
        await visit.PageAsync(Place(it));
        var (send, reason) = (Place(it) + "/exclude", ("reason", nameof(ExclusionReason.Lineage)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visit.PostAsync(send)).StatusCode);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, (await visit.PostAsync(send, ("reason", "Because"))).StatusCode);
        Assert.Equal(Place(it), (await visit.PostAsync(send, reason)).Headers.Location?.OriginalString);
        Assert.Equal(Place(it), (await visit.PostAsync(send, reason)).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Conflict, (await visit.PostAsync(send, ("reason", "Age"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await visit.PostAsync(Place(it) + "/propose")).StatusCode);

        Assert.Equal(
            ExclusionReason.Lineage, (await server.Candidates.FindAsync(it.Number, Cancel))!.Exclusion!.Reason);
        var page = await visit.PageAsync(Place(it));
        Assert.Contains("by mtDNA or the Y chromosome", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"strip\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("999999999")]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("99999999999999999999")]
    public async Task What_is_no_candidate_is_not_there(string number)
    {
        using var visit = await server.VisitAsync(Analyst);

        Assert.Equal(HttpStatusCode.NotFound, (await visit.GetAsync($"{List}/{number}")).StatusCode);
    }

    [Fact]
    public async Task Who_opened_a_pair_is_in_the_log_with_all_donors()
    {
        using var visit = await server.VisitAsync(Analyst);
        var it = (await server.Candidates.OpenAsync(Cancel))[0];
        var before = (await ReadsAsync()).Count;
        await visit.PageAsync(Place(it));

        var read = Assert.Single((await ReadsAsync()).Skip(before));
        var typed = server.History.Families.Single(family => family.GeneId == it.Family).Members
            .Count(donor => donor is not null);
        Assert.Equal((Analyst.Id, 1 + typed), (read.Who, read.Subjects.Count));
        Assert.Equal(FieldClasses.Genetic, read.Fields);
    }

    async Task<List<AuditRecord>> ReadsAsync() =>
    [
        .. (await AuditLines.ReadAsync(server.Genes.Folder["audit.db"]))
            .Where(it => it is { Kind: AuditKind.Read, What: Permission.ReadCandidates }),
    ];

    static string Place(FoundCandidate it) => $"{List}/{it.Number}";
}
