namespace Homeward.Browser;

/// <summary>How somebody looks at a page.</summary>
/// <param name="Tongue">en or zh.</param>
/// <param name="IsPhone">360 pixels wide.</param>
/// <param name="IsDark">Prefers a dark screen.</param>
public sealed record Look(string Tongue, bool IsPhone, bool IsDark)
{
    public static IReadOnlyList<Look> All { get; } =
    [
        .. from tongue in new[] { "en", "zh" }
           from phone in new[] { false, true }
           from dark in new[] { false, true }
           where IsSoak || (phone == dark && phone == (tongue == "zh"))
           select new Look(tongue, phone, dark),
    ];

    /// <summary>All eight looks take half an hour. Otherwise two that have nothing in common: every page in both
    /// languages, on both sizes and in both lights.</summary>
    static bool IsSoak => Environment.GetEnvironmentVariable("HOMEWARD_SOAK") is { Length: > 0 };

    public override string ToString() => $"{Tongue}-{(IsPhone ? "phone" : "desktop")}-{(IsDark ? "dark" : "light")}";
}
