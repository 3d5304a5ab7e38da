using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Language;

/// <summary>A language in which pages are written.</summary>
/// <param name="Code">As the <c>lang</c> of a page.</param>
/// <param name="Key">Under which a file of words has it.</param>
/// <param name="OwnName">As its readers call it.</param>
public sealed record Tongue(string Code, string Key, string OwnName)
{
    public const string Cookie = "homeward-language";

    public static Tongue English { get; } = new("en", "en", "English");
    public static Tongue Chinese { get; } = new("zh-Hans", "zh", "简体中文");
    public static IReadOnlyList<Tongue> All { get; } = [English, Chinese];

    public Tongue Other => this == English ? Chinese : English;

    public static Tongue? Find(string? key) => All.FirstOrDefault(it => it.Key == key);

    /// <summary>As chosen before; otherwise as the browser asks.</summary>
    public static Tongue Of(HttpRequest request)
    {
        if (Find(request.Cookies[Cookie]) is { } chosen) return chosen;
        foreach (var wanted in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(it => it.Quality ?? 1))
        {
            var has = All.FirstOrDefault(it => wanted.Value.StartsWith(it.Key, StringComparison.OrdinalIgnoreCase));
            if (has is not null) return has;
        }
        return English;
    }
}
