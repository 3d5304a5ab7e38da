using System.Net;
using System.Text.RegularExpressions;

namespace Homeward.Tests.Server;

/// <summary>A form as a page has it.</summary>
/// <param name="Action">Where it goes.</param>
/// <param name="Fields">Everything that a browser would send, but the token.</param>
/// <param name="Texts">Names of the fields into which anything can be typed.</param>
sealed partial record PageForm(
    string Action, IReadOnlyList<(string Name, string Value)> Fields, IReadOnlySet<string> Texts)
{
    /// <summary>All forms of a page that are sent as a body.</summary>
    public static IEnumerable<PageForm> In(string page)
    {
        foreach (Match form in Form().Matches(page))
        {
            if (Attribute(form.Groups[1].Value, "method") != "post") continue;
            var fields = new List<(string, string)>();
            var texts = new HashSet<string>();
            foreach (Match field in Field().Matches(form.Groups[2].Value)) Take(field, fields, texts);
            yield return new(Attribute(form.Groups[1].Value, "action")!, fields, texts);
        }
    }

    static void Take(Match field, List<(string, string)> fields, HashSet<string> texts)
    {
        var attributes = field.Groups[2].Value;
        if (Attribute(attributes, "name") is not { } name || name == "__RequestVerificationToken") return;
        var type = field.Groups[1].Value == "input" ? Attribute(attributes, "type") ?? "text" : field.Groups[1].Value;
        if (type is "radio" or "checkbox" && fields.Any(it => it.Item1 == name)) return;
        var value = type == "select"
            ? Options().Matches(field.Value).Select(it => it.Groups[1].Value).LastOrDefault() ?? ""
            : Attribute(attributes, "value") ?? "";
        if (type is "text" or "textarea" or "password" or "search") texts.Add(name);
        fields.Add((name, WebUtility.HtmlDecode(value)));
    }

    static string? Attribute(string tag, string name)
    {
        var found = Regex.Match(tag, $"(?:^|\\s){name}=\"([^\"]*)\"");
        return found.Success ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;
    }

    [GeneratedRegex("<form([^>]*)>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(
        "<(input|button|select|textarea)([^>]*)>(?:(?<=<select[^>]*>).*?</select>)?", RegexOptions.Singleline)]
    private static partial Regex Field();

    [GeneratedRegex("<option value=\"([^\"]*)\"")]
    private static partial Regex Options();
}
