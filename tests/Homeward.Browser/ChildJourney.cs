using System.Globalization;
using Homeward.Cases.Access;
using Homeward.Cli.Commands.Demonstration;
using Microsoft.Playwright;

namespace Homeward.Browser;

/// <summary>A child from rescue to care: an officer in the field records it on a phone, with a photo; a caseworker at a
/// desk takes it into care, writes a note and sees in whose care it was.</summary>
[Collection(nameof(Site))]
public sealed class ChildJourney(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_child_is_rescued_photographed_and_taken_into_care(bool withScript)
    {
        var name = withScript ? "journey" : "journey without script";
        var small = new Look("zh", IsPhone: true, IsDark: true);
        var large = new Look("en", IsPhone: false, IsDark: false);
        await using var phone = await site.OpenAsync(small, Role.Investigator, withScript);
        await RecordAsync(phone, name, withScript);

        await using var desk = await site.OpenAsync(large, Role.Caseworker, withScript);
        await desk.Page.GotoAsync("/");
        var waiting = desk.Page.Locator("section[aria-labelledby=waiting]");
        await Assertions.Expect(waiting).ToContainTextAsync(name);
        var photo = desk.Page.WaitForResponseAsync(it => it.Url.Contains("/photos/", StringComparison.Ordinal));
        await waiting.GetByText("SYNTHETIC " + name, new() { Exact = true }).First.ClickAsync();
        Assert.Equal(200, (await photo).Status);
        await TakeInAsync(desk);
        await NoteAsync(desk, withScript);
        await CorrectAsync(desk);
        await SeeAsync(desk, withScript, withScript ? "journey-desk" : "journey-desk-without-script");

        Assert.Empty(phone.Faults.Concat(desk.Faults));
    }

    static async Task RecordAsync(Window phone, string name, bool withScript)
    {
        await phone.Page.GotoAsync("/");
        await phone.Page.Locator("main a[href='/rescues/new']").ClickAsync();
        await phone.Page.WaitForURLAsync("**/rescues/new");
        await phone.Page.FillAsync("input[name=name]", name);
        await phone.Page.Locator("input[name=sex][value=Female]").CheckAsync();
        await phone.Page.FillAsync("input[name=age-from]", "3");
        await phone.Page.FillAsync("input[name=age-to]", "4");
        await phone.Page.FillAsync("input[name=place]", "SYNTHETIC station");
        // An hour ago: a home takes in later than in the minute of the rescue.
        var now = DateTime.ParseExact(
            await phone.Page.InputValueAsync("input[name=when]"), "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        await phone.Page.FillAsync(
            "input[name=when]", now.AddHours(-1).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        // First a file that is none, beside whose field the page says so; everything typed is still there.
        await phone.Page.SetInputFilesAsync("input[type=file]", File("<svg/>"u8.ToArray()));
        await phone.Page.ClickAsync("button.button-large");
        await phone.Page.Locator("#photo-problem").WaitForAsync();
        await Assertions.Expect(phone.Page.Locator("input[name=name]")).ToHaveValueAsync(name);
        await SeeAsync(phone, withScript, "journey-phone-problem");
        await phone.Page.SetInputFilesAsync("input[type=file]", File(SyntheticPicture.Of(2011).Jpeg));
        var photo = phone.Page.WaitForResponseAsync(it => it.Url.Contains("/photos/", StringComparison.Ordinal));
        await phone.Page.ClickAsync("button.button-large");
        await phone.Page.WaitForURLAsync("**/children/*");
        await Assertions.Expect(phone.Page.Locator("h1")).ToHaveTextAsync("SYNTHETIC " + name);
        Assert.Equal(200, (await photo).Status);
        // Health is not for police.
        await Assertions.Expect(phone.Page.Locator("#notes")).ToHaveCountAsync(0);
        await SeeAsync(phone, withScript, withScript ? "journey-phone" : "journey-phone-without-script");
    }

    static FilePayload File(byte[] bytes) => new() { Name = "photo.jpg", MimeType = "image/jpeg", Buffer = bytes };

    static async Task TakeInAsync(Window desk)
    {
        await desk.Page.Locator(".actions a[href$='/care']").ClickAsync();
        await desk.Page.Locator("form[action$='/care'] input[name=notice]").FillAsync("SYNTHETIC 2011-7");
        await desk.Page.Locator("form[action$='/care'] button").ClickAsync();
        await desk.Page.WaitForURLAsync(it => it.Contains("/children/", StringComparison.Ordinal)
            && !it.EndsWith("/care", StringComparison.Ordinal));
        await Assertions.Expect(desk.Page.Locator("section[aria-labelledby=custody] tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(desk.Page.Locator("section[aria-labelledby=timeline]")).ToContainTextAsync("Rescued");
    }

    static async Task NoteAsync(Window desk, bool withScript)
    {
        await desk.Page.Locator("section[aria-labelledby=notes] a.button").ClickAsync();
        await desk.Page.Locator("input[name=kind][value=HealthCheck]").CheckAsync();
        await desk.Page.FillAsync("textarea[name=text]", "SYNTHETIC: 14 kg, well.\nSleeps with the light on.");
        await SeeAsync(desk, withScript, "note-en-desktop-light");
        await desk.Page.ClickAsync("button.button-large");
        await Assertions.Expect(desk.Page.Locator(".notes")).ToContainTextAsync("Sleeps with the light on.");
    }

    static async Task CorrectAsync(Window desk)
    {
        await desk.Page.Locator(".notes a[href*='corrects=']").ClickAsync();
        await desk.Page.FillAsync("textarea[name=text]", "SYNTHETIC: 14 kg, a cough.\nSleeps with the light on.");
        await desk.Page.ClickAsync("button.button-large");
        await Assertions.Expect(desk.Page.Locator(".notes > li")).ToHaveCountAsync(1);
        await Assertions.Expect(desk.Page.Locator(".notes > li > .note-text")).ToContainTextAsync("a cough");
        await Assertions.Expect(desk.Page.Locator(".notes details")).ToHaveCountAsync(1);
    }

    static async Task SeeAsync(Window window, bool withScript, string name)
    {
        if (withScript) await window.ExamineAsync();
        await window.PictureAsync(name);
    }
}
