using Homeward.Cases.Access;
using Microsoft.Playwright;

namespace Homeward.Browser;

/// <summary>An officer in the field records a child on a phone; the caseworker at a desk sees it.</summary>
[Collection(nameof(Site))]
public sealed class RescueJourney(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_child_recorded_on_a_phone_is_on_the_board_at_the_desk(bool withScript)
    {
        var name = withScript ? "journey" : "journey without script";
        var dark = new Look("zh", IsPhone: true, IsDark: true);
        await using var phone = await site.OpenAsync(dark, Role.Investigator, withScript);
        await phone.Page.GotoAsync("/");
        await phone.Page.Locator("main a[href='/rescues/new']").ClickAsync();
        await phone.Page.WaitForURLAsync("**/rescues/new");
        await phone.Page.FillAsync("input[name=name]", name);
        await phone.Page.Locator("input[name=sex][value=Female]").CheckAsync();
        await phone.Page.FillAsync("input[name=age-from]", "3");
        await phone.Page.FillAsync("input[name=age-to]", "4");
        await phone.Page.FillAsync("input[name=place]", "SYNTHETIC station");
        await phone.Page.ClickAsync("button.button-large");
        await phone.Page.WaitForURLAsync("**/children/*");
        await Assertions.Expect(phone.Page.Locator("h1")).ToHaveTextAsync("SYNTHETIC " + name);
        await phone.PictureAsync(withScript ? "journey-phone" : "journey-phone-without-script");

        await using var desk = await site.OpenAsync(new("en", IsPhone: false, IsDark: false), Role.Caseworker);
        await desk.Page.GotoAsync("/");
        await Assertions.Expect(desk.Page.Locator("section[aria-labelledby=waiting]")).ToContainTextAsync(name);
        await desk.PictureAsync("journey-desk");
        Assert.Empty(phone.Faults.Concat(desk.Faults));
    }
}
