using Homeward.Cases.Access;

namespace Homeward.Browser;

/// <summary>Every page, in both languages, on phone and desktop, light and dark.</summary>
[Collection(nameof(Site))]
public sealed class TourTests(Site site)
{
    /// <summary>A page, who looks at it, and how he gets there: a place, or the links to follow from it, one after
    /// the other.</summary>
    static readonly (string Name, Role? Role, string Place, string? Link)[] Stops =
    [
        ("sign-in", null, "/sign-in", null),
        ("calculator", null, "/calculator", null),
        ("nothing", null, "/nothing", null),
        ("today-headquarters", Role.Headquarters, "/", null),
        ("rescue", Role.Investigator, "/rescues/new", null),
        ("detention", Role.Investigator, "/detentions/new", null),
        ("children", Role.Caseworker, "/children", null),
        ("child", Role.Caseworker, "/children", ".rows a.row"),
        ("photo", Role.Caseworker, "/children", ".rows a.row | .photos a.button"),
        ("care", Role.Caseworker, "/children", ".rows a.row | .actions a[href$='/care']"),
        ("foster", Role.Caseworker, "/children", ".rows a.row | .actions a[href$='/care'] | .note a"),
        ("people", Role.Caseworker, "/people", null),
        ("reports", Role.Caseworker, "/reports", null),
        ("report", Role.Caseworker, "/reports", ".rows a.row"),
        ("operations", Role.Headquarters, "/operations", null),
        ("plan-new", Role.Commander, "/operations/new", null),
        ("plan", Role.Commander, "/operations", ".rows a.row | .actions a[href$='/plan']"),
        ("operation", Role.Headquarters, "/operations", ".rows a.row"),
        ("live", Role.Headquarters, "/operations", ".rows a.row | .actions a[href$='/live']"),
        ("rings", Role.Headquarters, "/rings", null),
        ("ring", Role.Headquarters, "/rings", ".table a"),
        ("links", Role.Headquarters, "/rings", ".table a | .actions a[href$='/links']"),
        ("routes", Role.Headquarters, "/routes", null),
        ("route", Role.Headquarters, "/routes", ".cards a"),
        ("statistics", Role.Statistician, "/statistics", null),
        ("bulletins", Role.Statistician, "/bulletins", null),
        ("bulletin-new", Role.Headquarters, "/bulletins/new", null),
        ("users", Role.Administrator, "/users", null),
        ("user", Role.Administrator, "/users", ".rows a.row"),
        ("agencies", Role.Administrator, "/agencies", null),
        ("agency", Role.Administrator, "/agencies", ".rows a[href^='/agencies/']"),
        ("invitations", Role.Administrator, "/invitations", null),
        ("account", Role.Approver, "/account", null),
        ("bulletin", Role.Statistician, "/bulletins", ".rows a.row"),
        ("audit", Role.Inspector, "/audit", null),
        ("verification", Role.Inspector, "/audit/verification", null),
        ("candidates", Role.Analyst, "/laboratory/candidates", null),
        ("comparison", Role.Analyst, "/laboratory/candidates", ".table a"),
        ("samples", Role.Analyst, "/laboratory/samples", null),
        ("sample", Role.Analyst, "/laboratory/samples", ".table a"),
        ("batch", Role.Analyst, "/laboratory/batches", null),
        ("child-watched", Role.Inspector, "/children", ".rows a.row"),
    ];

    public static TheoryData<string> Looks => [.. Look.All.Select(it => it.ToString())];

    [Theory, MemberData(nameof(Looks))]
    public async Task Every_page_is_clean(string name)
    {
        var look = Look.All.Single(it => it.ToString() == name);
        var faults = new List<string>();
        foreach (var group in Stops.GroupBy(it => it.Role))
        {
            await using var window = await site.OpenAsync(look, group.Key);
            foreach (var stop in group)
            {
                await window.Page.GotoAsync(stop.Place);
                foreach (var link in stop.Link?.Split(" | ") ?? [])
                {
                    var place = await window.Page.Locator(link).First.GetAttributeAsync("href");
                    await window.Page.GotoAsync(place!);
                }
                await window.ExamineAsync();
                await window.PictureAsync($"{stop.Name}-{look}");
                faults.AddRange(window.Faults.Select(it => $"{stop.Name}: {it}"));
                window.Faults.Clear();
            }
        }
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }
}
