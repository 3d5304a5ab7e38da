using System.Globalization;

namespace Homeward.Exchange.Cmf;

/// <summary>A place in an XML file, put into words only when there is something to say of it.</summary>
/// <param name="Line">0 when it is not known.</param>
/// <param name="Element">The element's name; null for the line as a whole.</param>
readonly record struct CmfPlace(int Line, string? Element)
{
    const int LongestShown = 40;

    /// <summary><c>line 12, LOCUSNAME</c></summary>
    public override string ToString()
    {
        if (Line == 0) return "";
        var line = string.Create(CultureInfo.InvariantCulture, $"line {Line}");
        return Element is null ? line
            : line + ", " + (Element.Length <= LongestShown ? Element : Element[..LongestShown] + "…");
    }
}
