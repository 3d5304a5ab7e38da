using System.Globalization;
using System.Xml;
using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.Cmf;

/// <summary>Walks an XML file element by element, under known parents, and tells what does not belong.</summary>
sealed class CmfElements(XmlReader xml)
{
    const int Deepest = 8;
    const int LongestShown = 40;
    readonly char[] _chunk = new char[256];

    public Problems Problems { get; } = new();

    public string Name => xml.LocalName;

    public string Namespace => xml.NamespaceURI;

    public static string Line(int number) => string.Create(CultureInfo.InvariantCulture, $"line {number}");

    /// <summary><c>line 12, LOCUSNAME</c></summary>
    public string Place() => Line(((IXmlLineInfo)xml).LineNumber) + ", " + Shown(xml.LocalName);

    /// <summary>Goes to the root element.</summary>
    public void GoToRoot() => xml.MoveToContent();

    /// <summary>Calls back on every child element of the element at hand; the callback reads it to its end.</summary>
    public void ForEachChild(Action child)
    {
        var (depth, ns) = (xml.Depth, xml.NamespaceURI);
        if (xml.IsEmptyElement) return;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                Problems.Add(Line(((IXmlLineInfo)xml).LineNumber), "there is text between the elements");
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.Depth > Deepest) throw new XmlException("Too deep.");
            if (xml.NamespaceURI == ns) child();
            else Unexpected();
        }
    }

    /// <summary>The text of the element at hand, without spaces around it.</summary>
    /// <returns>Null, and a problem, when it is longer than the format allows or holds elements.</returns>
    public string? Text(int longest)
    {
        var (place, depth) = (Place(), xml.Depth);
        if (xml.IsEmptyElement) return "";
        var text = new System.Text.StringBuilder();
        string? fault = null;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.Depth > Deepest) throw new XmlException("Too deep.");
            if (xml.NodeType is XmlNodeType.Element) fault = "holds elements where there should be text";
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA)) continue;
            for (int count; (count = xml.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0;)
                if (text.Length <= longest + _chunk.Length) text.Append(_chunk, 0, count);
        }
        var trimmed = text.ToString().Trim();
        if (trimmed.Length > longest)
            fault ??= string.Create(CultureInfo.InvariantCulture, $"is longer than {longest} characters");
        if (fault is null) return trimmed;
        Problems.Add(place, fault);
        return null;
    }

    /// <summary>Tells of an element that does not belong here, and passes over it.</summary>
    public void Unexpected()
    {
        Problems.Add(Place(), "the element does not belong here");
        var depth = xml.Depth;
        if (xml.IsEmptyElement) return;
        while (xml.Read() && xml.Depth > depth)
            if (xml.Depth > Deepest) throw new XmlException("Too deep.");
    }

    /// <summary>The attributes of the element at hand, those of other namespaces left out.</summary>
    public IEnumerable<(string Name, string Value)> Attributes()
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
            if (xml.Prefix.Length == 0 && xml.Name != "xmlns") yield return (xml.LocalName, xml.Value);
        xml.MoveToElement();
    }

    static string Shown(string name) => name.Length <= LongestShown ? name : name[..LongestShown] + "…";
}
