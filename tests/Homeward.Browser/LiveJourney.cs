using Homeward.Cases.Access;
using Microsoft.Playwright;

namespace Homeward.Browser;

/// <summary>A commander looks at the board of an operation while an officer in the field records a child.</summary>
[Collection(nameof(Site))]
public sealed class LiveJourney(Site site)
{
    [Fact]
    public async Task A_board_asks_for_itself_when_somebody_has_recorded_something()
    {
        await using var desk = await site.OpenAsync(new("en", IsPhone: false, IsDark: true), Role.Headquarters);
        await desk.Page.GotoAsync("/operations");
        await desk.Page.Locator(".rows a.row").First.ClickAsync();
        // From page to page without a load: the script follows there, too.
        var following = desk.Page.WaitForRequestAsync(it => it.Url.EndsWith("/changes", StringComparison.Ordinal));
        await desk.Page.Locator(".actions a[href$='/live']").ClickAsync();
        await following;

        var renewed = desk.Page.WaitForResponseAsync(it => it.Url.EndsWith("part=board", StringComparison.Ordinal));
        await using var phone = await site.OpenAsync(new("zh", IsPhone: true, IsDark: false), Role.Investigator);
        await phone.Page.GotoAsync("/rescues/new");
        await phone.Page.FillAsync("input[name=place]", "SYNTHETIC bridge");
        await phone.Page.ClickAsync("button.button-large");
        await phone.Page.WaitForURLAsync("**/children/*");

        Assert.Equal(200, (await renewed).Status);
        await Assertions.Expect(desk.Page.Locator("[data-live] .figures")).ToBeVisibleAsync();
        Assert.Empty(desk.Faults.Concat(phone.Faults));
    }
}
