using System.Globalization;
using Homeward.Exchange.Tables;
using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.Familias;

/// <summary>
/// The lines of a Familias file, where each line's meaning follows from those before it. So the first line that cannot
/// be what it must be ends the reading: from then on every line is empty and every count 0.
/// </summary>
sealed class FamLines(Stream stream)
{
    readonly LineReader _lines = new(stream);

    public Problems Problems { get; } = new();

    public Problems Warnings { get; } = new();

    /// <summary>True when the reading had to end; the reason is among the problems.</summary>
    public bool Failed { get; private set; }

    /// <summary><c>line 12</c>, the line last read.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"line {_lines.Number}");

    /// <summary>The next line, quotes around it taken off; empty after a failure.</summary>
    public string Next(string what)
    {
        if (Failed) return "";
        if (TryNext() is { } line) return line;
        Fail($"the file ends where {what} should be");
        return "";
    }

    /// <summary>The next line; null at the end of the file.</summary>
    public string? TryNext()
    {
        if (Failed) return null;
        if (_lines.TryRead(out var line)) return line.Trim().Trim('"').Trim().ToString();
        if (_lines.Fault is { } fault) Fail(fault);
        return null;
    }

    public int Count(string what) => AsCount(Next(what), what);

    public int AsCount(string text, string what)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return count;
        Fail($"is not {what}, a whole number");
        return 0;
    }

    public double Number(string what) => AsNumber(Next(what), what);

    public double AsNumber(string text, string what)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        Fail($"is not {what}, a number such as 0.001 or 1e-006");
        return 0;
    }

    public bool Flag(string what)
    {
        var text = Next(what);
        if (text is not ("#TRUE#" or "#FALSE#")) Fail($"is not {what}, #TRUE# or #FALSE#");
        return text == "#TRUE#";
    }

    public void Expect(string text)
    {
        if (Next(text) != text) Fail($"is not \"{text}\", which should stand here");
    }

    /// <summary>Tells of something wrong; nothing after a failure, when nothing more is known.</summary>
    public void Report(string place, string what)
    {
        if (!Failed) Problems.Add(place, what);
    }

    public void Fail(string what)
    {
        Report(Place, what + "; reading stopped there");
        Failed = true;
    }
}
