using System.Net;
using Homeward.Cases.Access;
using Homeward.Cases.People;
using Homeward.Cases.Photos;
using Homeward.Storage.Photos;
using Homeward.Storage.Rescues;
using Homeward.Tests.Server.Children;

namespace Homeward.Tests.Server.Photos;

/// <summary>Photos over HTTP, and what is sent in their place: OWASP ASVS 5, chapter 5 (files), level 2.</summary>
public sealed class HostileUploadTests(MadeUpServer server) : IClassFixture<MadeUpServer>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static readonly byte[] Good = MadeUpPictures.Jpeg(64, 48);

    static readonly Dictionary<string, (SentFile File, string Problem)> Attacks = new()
    {
        ["SVG with script"] = (
            new("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray())
            { Name = "a.svg", Type = "image/svg+xml" },
            "photo.kind"),
        ["HTML called a photo"] = (new("<html><script>alert(1)</script></html>"u8.ToArray()), "photo.kind"),
        ["script behind the first bytes of a JPEG"] = (
            new([0xFF, 0xD8, 0xFF, 0xE0, .. "<script>alert(1)</script>"u8]), "photo.kind"),
        ["another kind of picture"] = (
            new([.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B]) { Name = "a.gif", Type = "image/gif" }, "photo.kind"),
        ["a program"] = (new([.. "MZ"u8, .. new byte[500]]) { Type = "application/octet-stream" }, "photo.kind"),
        ["cut off"] = (new(CutOff(MadeUpPictures.Jpeg(640, 480))), "photo.broken"),
        ["a bomb"] = (new(MadeUpPictures.PngBomb(50_000, 50_000)) { Type = "image/png" }, "photo.pixels"),
        ["fifty megabytes"] = (new([.. Good, .. new byte[50 * 1024 * 1024]]), "photo.large"),
        ["nothing under a name"] = (new([]), "photo.kind"),
    };

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task Nothing_hostile_is_kept_and_the_rest_of_the_form_is_not_lost(string name)
    {
        var (file, problem) = Attacks[name];
        using var visit = await server.VisitAsync(Role.Investigator);
        var page = await visit.PageAsync("/rescues/new");
        var answer = await visit.PostFileAsync("/rescues", Rescue(page), file);
        var shown = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"photo-problem\"", shown, StringComparison.Ordinal);
        Assert.Contains(Said[problem], shown, StringComparison.Ordinal);
        Assert.Contains("value=\"SYNTHETIC village\"", shown, StringComparison.Ordinal);
        Assert.Equal(Markup.Value(page, "form"), Markup.Value(shown, "form"));
        Assert.Null(await new RescueStore(server.As(Role.Investigator)).FindAsync(
            new(Guid.Parse(Markup.Value(page, "form"))), Cancel));

        var without = await visit.PostAsync("/rescues", Rescue(shown));
        Assert.Equal(HttpStatusCode.Redirect, without.StatusCode);
        Assert.Empty(await PhotosAsync(new(Guid.Parse(Markup.Value(page, "person")))));
    }

    [Fact]
    public async Task A_good_photo_is_ours_whatever_it_was_called_and_goes_out_as_nothing_else()
    {
        using var visit = await server.VisitAsync(Role.Investigator);
        var page = await visit.PageAsync("/rescues/new");
        var file = new SentFile(MadeUpPictures.JpegTurned(64, 48, 6))
        {
            Name = "../../wwwroot/<script>.html",
            Type = "text/html",
        };
        var sent = await visit.PostFileAsync("/rescues", Rescue(page), file);
        var child = await visit.PageAsync(sent.Headers.Location!.OriginalString);
        var photo = Assert.Single(await PhotosAsync(new(Guid.Parse(Markup.Value(page, "person")))));
        var answer = await visit.GetAsync($"/photos/{photo.Id.Value}");
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);

        Assert.Contains($"<img src=\"/photos/{photo.Id.Value}\"", child, StringComparison.Ordinal);
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        foreach (var hidden in new[] { MadeUpPictures.Secret, "<script>", "wwwroot", "Exif" })
            Assert.False(MadeUpPictures.Has(bytes, hidden), hidden);
        Assert.DoesNotContain("wwwroot", child, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_again_is_one_photo_and_brings_the_one_that_was_lost()
    {
        using var visit = await server.VisitAsync(Role.Investigator);
        var page = await visit.PageAsync("/rescues/new");
        var person = new PersonId(Guid.Parse(Markup.Value(page, "person")));
        await visit.PostAsync("/rescues", Rescue(page));
        Assert.Empty(await PhotosAsync(person));
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 3; i++)
            answers.Add(await visit.PostFileAsync("/rescues", Rescue(page), new(Good)));

        Assert.All(answers, it => Assert.Equal($"/children/{person.Value}", it.Headers.Location?.OriginalString));
        Assert.Single(await PhotosAsync(person));
        // Chosen, and something else in the form is wrong: the browser keeps no file, and is told so.
        var next = await visit.PageAsync("/rescues/new");
        var wrong = await visit.PostFileAsync("/rescues", Rescue(next, ("place", "")), new(Good));
        Assert.Contains(
            "id=\"photo-again\"", await wrong.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspect_has_a_photo_too_and_a_second_one_is_added_on_the_page()
    {
        using var visit = await server.VisitAsync(Role.Investigator);
        var page = await visit.PageAsync("/detentions/new");
        (string, string)[] fields =
        [
            .. new[] { "form", "person", "photo-id" }.Select(it => (it, Markup.Value(page, it))),
            ("name", "SYNTHETIC suspect"), ("sex", "Male"), ("when", "2011-07-20T04:30"),
            ("measure", "CriminalDetention"),
        ];
        var sent = await visit.PostFileAsync("/detentions", fields, new(Good));
        var place = sent.Headers.Location!.OriginalString;
        var form = await visit.PageAsync(place + "/photo");
        (string, string)[] more = [("photo-id", Markup.Value(form, "photo-id"))];
        var none = await visit.PostAsync(place + "/photo", more);
        var added = await visit.PostFileAsync(place + "/photo", more, new(Good));
        var again = await visit.PostFileAsync(place + "/photo", more, new(Good));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Equal((place, place), (added.Headers.Location?.OriginalString, again.Headers.Location?.OriginalString));
        Assert.Equal(2, (await PhotosAsync(new(Guid.Parse(place.Split('/')[2])))).Count);
        Assert.Equal(2, (await visit.PageAsync(place)).Split("<img src=\"/photos/").Length - 1);
    }

    /// <summary>Nobody learns of a photo what he may not know of the person.</summary>
    [Fact]
    public async Task A_photo_is_shown_to_those_who_read_people_and_to_nobody_else()
    {
        var child = await RescuedChild.RecordAsync(server);
        var album = new PhotoAlbum(server.As(Role.Investigator), server.Keys);
        var photo = (await album.AddAsync(
            new(server.As(Role.Investigator).NewId()), child, new(Good, 64, 48), Cancel)).Value!;
        foreach (var role in Enum.GetValues<Role>())
        {
            using var visit = await server.VisitAsync(role);
            var mayRead = RolePowers.Of(role).Permissions.Contains(Permission.ReadPeople);
            var answer = await visit.GetAsync($"/photos/{photo.Id.Value}");
            Assert.Equal(
                (role, mayRead ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (role, answer.StatusCode));
            if (mayRead)
                Assert.Equal(
                    HttpStatusCode.NotFound, (await visit.GetAsync($"/photos/{Guid.CreateVersion7()}")).StatusCode);
        }
        using var stranger = server.Visit();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync($"/photos/{photo.Id.Value}")).StatusCode);
    }

    [Fact]
    public async Task A_form_of_another_page_and_a_broken_one_bring_nothing()
    {
        using var visit = await server.VisitAsync(Role.Investigator);
        var child = await RescuedChild.RecordAsync(server);
        using var foreign = new MultipartFormDataContent
        {
            { new StringContent(Guid.CreateVersion7().ToString()), "photo-id" },
            { new ByteArrayContent(Good), "photo", "a.jpg" },
        };
        var place = new Uri(server.Url + $"/children/{child.Value}/photo");
        using var forged = new HttpRequestMessage(HttpMethod.Post, place) { Content = foreign };
        Assert.Equal(HttpStatusCode.BadRequest, (await visit.SendAsync(forged)).StatusCode);
        foreach (var body in new[]
        {
            "", "--x", "--x\r\n\r\n\r\n--x--", "--x\r\nContent-Disposition: form-data\r\n\r\n",
        })
        {
            using var broken = new HttpRequestMessage(HttpMethod.Post, place) { Content = new StringContent(body) };
            broken.Content.Headers.Remove("Content-Type");
            broken.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
            Assert.Equal(HttpStatusCode.BadRequest, (await visit.SendAsync(broken)).StatusCode);
        }
        var many = Enumerable.Range(0, 100).Select(it => ($"f{it}", "x"));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await visit.PostFileAsync(place.AbsolutePath, many, new(Good))).StatusCode);
        Assert.Empty(await PhotosAsync(child));
    }

    static readonly Dictionary<string, string> Said = new()
    {
        ["photo.kind"] = "This file is no photo",
        ["photo.broken"] = "The photo is damaged",
        ["photo.pixels"] = "more than 50 million points",
        ["photo.large"] = "larger than 20 MB",
    };

    static byte[] CutOff(byte[] whole) => whole[..(whole.Length * 2 / 3)];

    Task<IReadOnlyList<Photo>> PhotosAsync(PersonId person) =>
        new PhotoAlbum(server.As(Role.Inspector), server.Keys).OfAsync(person, Cancel);

    static (string Name, string Value)[] Rescue(string page, params (string Name, string Value)[] other)
    {
        var fields = new Dictionary<string, string>
        {
            ["form"] = Markup.Value(page, "form"),
            ["person"] = Markup.Value(page, "person"),
            ["photo-id"] = Markup.Value(page, "photo-id"),
            ["sex"] = "Female",
            ["when"] = "2011-07-20T06:30",
            ["region"] = "130000",
            ["place"] = "SYNTHETIC village",
            ["condition"] = "Good",
        };
        foreach (var (name, value) in other) fields[name] = value;
        return [.. fields.Select(it => (it.Key, it.Value))];
    }
}
