using System.Text;
using System.Text.RegularExpressions;

namespace Homeward.Tests.Architecture;

/// <summary>A C# file cut into its members, well enough to measure them.</summary>
static partial class CSharpText
{
    public sealed record Member(int FirstLine, int LastLine)
    {
        public int Lines => LastLine - FirstLine + 1;
    }

    [GeneratedRegex(@"\b(class|struct|record|interface|namespace|extension)\b")]
    private static partial Regex HoldsMembers();

    /// <summary>Methods, properties and fields of all types of a file, with their lines.</summary>
    public static IEnumerable<Member> Members(string text)
    {
        var code = WithoutTextAndComments(text);
        var (line, first, start, depth) = (1, 0, 0, 0);          // depth: braces open inside the current member
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == '\n') line++;
            if (first == 0 && !char.IsWhiteSpace(code[i])) (first, start) = (line, i);
            if (code[i] == '{')
            {
                if (depth == 0 && HoldsMembers().IsMatch(code[start..i])) first = 0;
                else depth++;
            }
            else if (code[i] == '}' && depth > 0) depth--;
            else if (code[i] == '}') { first = 0; continue; }    // the end of a type
            if (depth > 0 || first == 0) continue;
            if (code[i] != ';' && (code[i] != '}' || IsInitializer(code[start..i]))) continue;
            yield return new(first, line);
            first = 0;
        }
    }

    /// <summary>A brace that opens after an assignment or an arrow belongs to a value; the member ends later.</summary>
    static bool IsInitializer(string header)
    {
        var open = header.IndexOf('{');
        var equals = header.IndexOf('=');
        return equals >= 0 && (open < 0 || equals < open);
    }

    /// <summary>Literals and comments blanked out, line breaks kept.</summary>
    public static string WithoutTextAndComments(string text)
    {
        var code = new StringBuilder(text.Length);
        var i = 0;
        while (i < text.Length)
        {
            var end = EndOfBlank(text, i);
            if (end == i) code.Append(text[i++]);
            for (; i < end; i++) code.Append(text[i] == '\n' ? '\n' : ' ');
        }
        return code.ToString();
    }

    /// <summary>Where the literal or comment that starts here ends; the same place when none starts here.</summary>
    static int EndOfBlank(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("//")) return IndexOrEnd(text, "\n", at);
        if (rest.StartsWith("/*")) return IndexOrEnd(text, "*/", at) + 2;
        if (rest[0] == '\'') return EndOfQuoted(text, at + 1, '\'', escaped: true, holes: false);
        var prefix = rest.IndexOfAnyExcept('$', '@');
        if (prefix < 0 || rest[prefix] != '"') return at;
        var quotes = rest[prefix..].IndexOfAnyExcept('"');
        if (quotes >= 3) return IndexOrEnd(text, new string('"', quotes), at + prefix + quotes) + quotes;
        var marks = rest[..prefix];
        return EndOfQuoted(text, at + prefix + 1, '"', escaped: !marks.Contains('@'), holes: marks.Contains('$'));
    }

    static int EndOfQuoted(string text, int from, char quote, bool escaped, bool holes)
    {
        var depth = 0;
        for (var i = from; i < text.Length; i++)
        {
            if (escaped && text[i] == '\\') i++;
            else if (holes && depth == 0 && text.AsSpan(i).StartsWith("{{")) i++;
            else if (holes && text[i] == '{') depth++;
            else if (holes && text[i] == '}') depth = Math.Max(0, depth - 1);
            else if (text[i] == quote && depth == 0)
            {
                if (escaped || i + 1 >= text.Length || text[i + 1] != quote) return i + 1;
                i++;                                             // "" inside a verbatim string
            }
            else if (depth > 0 && text[i] == '"') i = EndOfQuoted(text, i + 1, '"', escaped: true, holes: false) - 1;
        }
        return text.Length;
    }

    static int IndexOrEnd(string text, string what, int from)
    {
        var at = text.IndexOf(what, from, StringComparison.Ordinal);
        return at < 0 ? text.Length : at;
    }
}
