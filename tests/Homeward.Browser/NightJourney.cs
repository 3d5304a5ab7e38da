using Homeward.Cases.Agencies;
using Homeward.Cli.Commands.Demonstration;
using Microsoft.Playwright;

namespace Homeward.Browser;

/// <summary>The night of a joint operation: planned at a desk, accepted on two phones of two provinces, recorded there
/// from H-hour on while the board at the desk follows, and told in a bulletin in the morning.</summary>
[Collection(nameof(Site))]
public sealed class NightJourney(Site site)
{
    static readonly Look Desk = new("en", IsPhone: false, IsDark: false);

    [Fact]
    public async Task An_operation_goes_from_its_plan_to_its_bulletin()
    {
        await using var night = await NightSite.StartAsync();
        var state = night.State;
        await using var desk = await EnterAsync(night, Desk, state.Commander.User);
        await using var chief = await EnterAsync(night, Desk with { IsDark = true }, state.Headquarters.User);
        await using var fujian = await EnterAsync(
            night, new("zh", IsPhone: true, IsDark: true), state.Police(NightSite.Fujian).User);
        await using var hebei = await EnterAsync(
            night, new("en", IsPhone: true, IsDark: false), state.Police(NightSite.Hebei).User);

        var operation = await PlanAsync(desk.Page, state);
        await desk.ExamineAsync();
        await desk.PictureAsync("night-1-plan");
        Assert.Equal(404, (await chief.Page.GotoAsync($"/operations/{operation}"))!.Status);
        await LetInAsync(night, state.Headquarters, operation);
        await LetInAsync(night, state.Police(NightSite.Fujian), operation);
        await LetInAsync(night, state.Police(NightSite.Hebei), operation);
        foreach (var phone in new[] { fujian, hebei })
        {
            await phone.Page.GotoAsync($"/operations/{operation}");
            if (phone == fujian) await SeeAsync(phone, "night-2-asked");
            await phone.Page.ClickAsync("button[value=Accept]");
            await Assertions.Expect(phone.Page.Locator("button[value=Accept]")).ToHaveCountAsync(0);
        }
        await chief.Page.GotoAsync($"/operations/{operation}");
        await chief.Page.ClickAsync("form[action$='/authorisation'] button");
        await Assertions.Expect(chief.Page.Locator(".state-good").First).ToContainTextAsync("Ready");
        await SeeAsync(chief, "night-3-ready");

        var detained = await RaidAsync(night, operation, (desk, fujian, hebei));
        await desk.Page.GotoAsync($"/operations/{operation}");
        var row = desk.Page.Locator("section[aria-labelledby=provinces] tbody tr").Filter(new() { HasText = "Fujian" });
        await Assertions.Expect(row.Locator("td").Nth(1)).ToHaveTextAsync("2");
        await Assertions.Expect(row.Locator("td").Nth(2)).ToHaveTextAsync("2");
        await SeeAsync(desk, "night-5-results");

        await BreakUpAsync(night, detained, (hebei, desk));
        await desk.Page.GotoAsync($"/operations/{operation}");
        await desk.Page.ClickAsync("button[value=Secure]");
        await PublishAsync(night, operation, (chief, desk));
        await CloseAsync(operation, desk, (fujian, hebei));
        Assert.Empty(desk.Faults.Concat(chief.Faults).Concat(fujian.Faults).Concat(hebei.Faults));
    }

    static async Task<string> PlanAsync(IPage page, DemoState state)
    {
        await page.GotoAsync("/operations");
        await page.ClickAsync(".actions a[href='/operations/new']");
        await page.FillAsync("input[name=code]", "SYNTHETIC B");
        await page.FillAsync("input[name=when]", "2011-07-20T04:00");
        await page.FillAsync("input[name=children]", "3");
        await page.ClickAsync("button.button-large");
        await page.WaitForURLAsync("**/plan");
        foreach (var (region, role, forces, beds) in new[]
        {
            (NightSite.Fujian, "Lead", "500", "2"), (NightSite.Hebei, "Support", "420", "1"),
        })
        {
            await page.SelectOptionAsync("select[name=agency]", state.Police(region).Agency.Id.Value.ToString());
            await page.SelectOptionAsync("select[name=role]", role);
            await page.FillAsync("input[name=forces]", forces);
            await page.ClickAsync("form[action$='/participants'] button");
            await page.Locator("section[aria-labelledby=participants] tbody tr", new() { HasText = forces })
                .WaitForAsync();
            await page.SelectOptionAsync("select[name=house]", state.House(region).Id.Value.ToString());
            await page.FillAsync("input[name=beds]", beds);
            await page.ClickAsync("form[action$='/beds'] button");
            await page.Locator(".chip", new() { HasText = $"{beds} held" }).WaitForAsync();
        }
        return await page.Locator(".plan-key").InnerTextAsync();
    }

    /// <summary>The approver of an agency enters the key that he was handed.</summary>
    async Task LetInAsync(NightSite night, DemoState.Office office, string key)
    {
        await using var window = await site.OpenAsync(Desk, night.Url);
        await window.SignInAsync(NightSite.ApproverOf(office.Agency).User);
        await window.Page.GotoAsync($"/users/{office.User.Id.Value}");
        await window.Page.SelectOptionAsync(
            "select[name=role]", office == night.State.Headquarters ? "Headquarters" : "Investigator");
        await window.Page.SelectOptionAsync("select[name=region]", "CN");
        await window.Page.FillAsync("input[name=compartment]", key);
        await window.Page.ClickAsync("form[action$='/roles'] button");
        await window.Page.Locator("code", new() { HasText = key }).WaitForAsync();
        Assert.Empty(window.Faults);
    }

    /// <summary>At H-hour the board at the desk is open, and nobody touches it any more.</summary>
    static async Task<IReadOnlyList<Guid>> RaidAsync(
        NightSite night, string operation, (Window Desk, Window Fujian, Window Hebei) who)
    {
        var board = who.Desk.Page;
        await board.GotoAsync($"/operations/{operation}");
        // From page to page without a load: the script follows there, too.
        var following = board.WaitForRequestAsync(it => it.Url.EndsWith("/changes", StringComparison.Ordinal));
        await board.ClickAsync(".actions a[href$='/live']");
        await following;
        var detained = new List<Guid>();
        var minutes = 5;
        foreach (var (phone, isRescue) in new[]
        {
            (who.Fujian, false), (who.Hebei, true), (who.Fujian, true), (who.Hebei, false), (who.Fujian, true),
            (who.Fujian, false),
        })
        {
            night.Clock.GoTo(DemoClock.Local(7, 20, 4, minutes += 5));
            if (isRescue) await RescueAsync(phone.Page, operation);
            else detained.Add(await DetainAsync(phone.Page, operation));
            if (minutes == 15) await phone.PictureAsync("night-4-phone");
        }
        await Assertions.Expect(board.Locator(".live-rescued dd")).ToHaveTextAsync("3");
        await Assertions.Expect(board.Locator(".live-figures div:nth-child(2) dd")).ToHaveTextAsync("3");
        await who.Desk.PictureAsync("night-4-board");
        return detained;
    }

    static async Task RescueAsync(IPage page, string operation)
    {
        await page.GotoAsync("/rescues/new");
        await page.FillAsync("input[name=age-from]", "4");
        await page.FillAsync("input[name=place]", "SYNTHETIC village");
        await page.SelectOptionAsync("select[name=operation]", operation);
        await page.ClickAsync("button.button-large");
        await page.WaitForURLAsync("**/children/*");
    }

    static async Task<Guid> DetainAsync(IPage page, string operation)
    {
        await page.GotoAsync("/detentions/new");
        await page.FillAsync("input[name=name]", "suspect");
        await page.SelectOptionAsync("select[name=measure]", "CriminalDetention");
        await page.SelectOptionAsync("select[name=operation]", operation);
        await page.ClickAsync("button.button-large");
        await page.WaitForURLAsync("**/detentions/*");
        return Guid.Parse(new Uri(page.Url).Segments[^1]);
    }

    static async Task BreakUpAsync(
        NightSite night, IReadOnlyList<Guid> detained, (Window Proposer, Window Approver) who)
    {
        await night.JoinAsync(detained);
        var place = $"/rings/{night.Ring.Id.Value}";
        await who.Proposer.Page.GotoAsync(place);
        await who.Proposer.Page.SelectOptionAsync("select[name=operation]", new SelectOptionValue { Index = 1 });
        await who.Proposer.Page.ClickAsync("form[action$='/proposal'] button");
        await who.Proposer.Page.Locator("section[aria-labelledby=broken] .soft").WaitForAsync();
        await SeeAsync(who.Proposer, "night-6-ring-said");
        await who.Approver.Page.GotoAsync(place);
        await who.Approver.Page.ClickAsync("form[action$='/approval'] button");
        await Assertions.Expect(who.Approver.Page.Locator(".state-good").First).ToContainTextAsync("Broken up");
        await SeeAsync(who.Approver, "night-7-ring-signed");
    }

    /// <summary>Headquarters drafts and counts, the commander and the statistics office sign.</summary>
    async Task PublishAsync(NightSite night, string operation, (Window Chief, Window Desk) who)
    {
        var page = who.Chief.Page;
        night.Clock.GoTo(DemoClock.Local(7, 20, 9));
        await page.GotoAsync("/bulletins/new");
        await page.Locator($"input[name=operation][value='{operation}']").CheckAsync();
        await page.FillAsync($"input[name='name-{operation}']", "B");
        await SeeAsync(who.Chief, "night-8-draft");
        await page.ClickAsync("button.button-large");
        await page.ClickAsync("form[action$='/count'] button");
        await page.Locator("form[action$='/signature']").WaitForAsync();
        var place = new Uri(page.Url).AbsolutePath;
        await using var statistics = await EnterAsync(night, Desk, night.State.Statistics.User);
        foreach (var signer in new[] { who.Desk, statistics })
        {
            await signer.Page.GotoAsync(place);
            if (signer == statistics) await SeeAsync(signer, "night-9-signature");
            await signer.Page.ClickAsync("form[action$='/signature'] button");
            await Assertions.Expect(signer.Page.Locator("form[action$='/signature'] button")).ToHaveCountAsync(0);
        }
        await page.GotoAsync(place);
        await page.ClickAsync("form[action$='/publication'] button");
        await page.Locator(".timeline .at-good", new() { HasText = "Published" }).WaitForAsync();
        await who.Desk.Page.GotoAsync(place + "/page");
        await Assertions.Expect(who.Desk.Page.Locator("body")).ToContainTextAsync("3 children");
        await who.Desk.PictureAsync("night-10-bulletin");
    }

    static async Task CloseAsync(string operation, Window desk, (Window Fujian, Window Hebei) phones)
    {
        var place = $"/operations/{operation}";
        await desk.Page.GotoAsync(place);
        await desk.Page.ClickAsync("button[value=Report]");
        foreach (var (phone, children, suspects) in new[] { (phones.Fujian, "2", "2"), (phones.Hebei, "1", "1") })
        {
            await phone.Page.GotoAsync(place);
            await phone.Page.FillAsync("input[name=children]", children);
            await phone.Page.FillAsync("input[name=suspects]", suspects);
            await phone.Page.ClickAsync("button[value=Confirm]");
            await phone.Page.Locator("section[aria-labelledby=own] .chip-good").WaitForAsync();
        }
        await desk.Page.GotoAsync(place);
        await desk.Page.ClickAsync("button[value=Close]");
        await Assertions.Expect(desk.Page.Locator(".state-good").First).ToContainTextAsync("Closed");
        await SeeAsync(desk, "night-11-closed");
    }

    async Task<Window> EnterAsync(NightSite night, Look look, User user)
    {
        var window = await site.OpenAsync(look, night.Url);
        await window.SignInAsync(user.Id);
        return window;
    }

    static async Task SeeAsync(Window window, string name)
    {
        await window.ExamineAsync();
        await window.PictureAsync(name);
    }
}
