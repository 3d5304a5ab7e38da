using Homeward.Server.Accounts;
using Microsoft.Playwright;

namespace Homeward.Browser;

/// <summary>An empty folder becomes an installation: two administrators, one by password and authenticator, one by a
/// passkey; then both sign in, and somebody is invited.</summary>
[Collection(nameof(Site))]
public sealed class AccountJourney(Site site)
{
    const string Password = "seven calm rivers at dawn";

    [Theory]
    [InlineData("en", false, false)]
    [InlineData("zh", true, true)]
    public async Task An_installation_is_set_up_and_both_administrators_sign_in(
        string tongue, bool isPhone, bool isDark)
    {
        var look = new Look(tongue, isPhone, isDark);
        await using var server = await NewSite.StartAsync();
        await using var window = await site.OpenAsync(look, server.Url);
        await AddAuthenticatorAsync(window.Page);

        await window.Page.GotoAsync(server.Link);
        await SeeAsync(window, look, "set-up");
        await window.Page.ClickAsync("button.button-large");
        await SeeAsync(window, look, "set-up-profile");
        await window.Page.ClickAsync("button.button-large");
        await window.Page.FillAsync("input[name=agency-1]", "SYNTHETIC headquarters");
        await SeeAsync(window, look, "set-up-agencies");
        await window.Page.ClickAsync("button.button-large");
        var key = await EnrolAsync(window, look, server);
        await window.Page.FillAsync("input[name=title]", "SYNTHETIC second");
        await window.Page.FillAsync("input[name=name]", "second.admin");
        await window.Page.ClickAsync("button[data-passkey]");
        await window.Page.Locator("form[action='/set-up/finish']").WaitForAsync();
        await SeeAsync(window, look, "set-up-review");
        await window.Page.ClickAsync("form[action='/set-up/finish'] button");
        await SeeAsync(window, look, "set-up-done");

        await window.Page.ClickAsync("a[href='/sign-in']");
        await SeeAsync(window, look, "way-in");
        await SignInAsync(window, "SYNTHETIC wrong, and long", "000000");
        await window.Page.Locator("#problems").WaitForAsync();
        await SeeAsync(window, look, "way-in-refused");
        server.Clock.Move(TimeSpan.FromSeconds(30));
        await SignInAsync(window, Password, Totp.Code(key, Totp.StepAt(server.Clock.GetUtcNow())));
        await window.Page.WaitForURLAsync(server.Url + "/");
        await window.Page.GotoAsync("/account");
        await SeeAsync(window, look, "account");
        await window.Page.Locator("form[action='/sign-out'] button").Last.EvaluateAsync("it => it.form.submit()");
        await window.Page.WaitForURLAsync("**/sign-in");
        await window.Page.ClickAsync("form[action='/sign-in/passkey'] button");
        await window.Page.WaitForURLAsync(server.Url + "/");
        await InviteAsync(window, look, server);
        Assert.Empty(window.Faults);
    }

    static async Task<byte[]> EnrolAsync(Window window, Look look, NewSite server)
    {
        await SeeAsync(window, look, "set-up-administrator");
        var key = Decoded(await window.Page.Locator(".authenticator code").InnerTextAsync());
        await window.Page.FillAsync("input[name=title]", "SYNTHETIC first");
        await window.Page.FillAsync("input[name=name]", "first.admin");
        await window.Page.FillAsync("input[name=password]", Password);
        await window.Page.FillAsync("input[name=again]", Password);
        await window.Page.FillAsync("input[name=code]", Totp.Code(key, Totp.StepAt(server.Clock.GetUtcNow())));
        await window.Page.ClickAsync("button.button-large");
        await Assertions.Expect(window.Page.Locator(".codes li")).ToHaveCountAsync(10);
        await SeeAsync(window, look, "codes");
        await window.Page.ClickAsync("a.button-large");
        return key;
    }

    static async Task InviteAsync(Window window, Look look, NewSite server)
    {
        await window.Page.GotoAsync("/agencies");
        await SeeAsync(window, look, "agencies");
        await window.Page.GotoAsync("/users");
        await SeeAsync(window, look, "users");
        await window.Page.FillAsync("input[name=name]", "SYNTHETIC officer");
        await window.Page.ClickAsync("form[action='/users'][method=post] button");
        await window.Page.WaitForURLAsync("**/users/*");
        await SeeAsync(window, look, "user");
        server.Clock.Move(TimeSpan.FromMinutes(11));
        await window.Page.ClickAsync("form[action$='/invitation'] button");
        await window.Page.Locator("button[data-field=confirm-passkey]").WaitForAsync();
        await SeeAsync(window, look, "confirm");
        await window.Page.ClickAsync("button[data-field=confirm-passkey]");
        await window.Page.Locator(".link-card").WaitForAsync();
        await SeeAsync(window, look, "link");
        var link = await window.Page.Locator(".link-card code").InnerTextAsync();
        await window.Page.GotoAsync("/invitations");
        await SeeAsync(window, look, "invitations");
        await window.Page.GotoAsync(link);
        await SeeAsync(window, look, "join");
    }

    static async Task SignInAsync(Window window, string password, string code)
    {
        await window.Page.FillAsync("input[name=name]", "first.admin");
        await window.Page.FillAsync("input[name=password]", password);
        await window.Page.FillAsync("input[name=code]", code);
        await window.Page.ClickAsync("form[action='/sign-in'] button");
    }

    static async Task SeeAsync(Window window, Look look, string name)
    {
        await window.ExamineAsync();
        await window.PictureAsync($"{name}-{look}");
    }

    /// <summary>A passkey of this browser, whose owner is always there.</summary>
    static async Task AddAuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    static byte[] Decoded(string letters)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(letters.Where(it => it != ' ')
            .Select(it => Convert.ToString(Alphabet.IndexOf(it, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(it => it.Length == 8).Select(it => Convert.ToByte(new string(it), 2))];
    }
}
