using System.Globalization;
using System.Text;
using System.Xml;
using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.Cmf;

/// <summary>Walks an XML file element by element, under known parents, and tells what does not belong.</summary>
sealed class CmfElements(XmlReader xml)
{
    const int Deepest = 8;
    readonly char[] _chunk = new char[256];
    readonly StringBuilder _text = new();

    public Problems Problems { get; } = new();

    public string Name => xml.LocalName;

    public string Namespace => xml.NamespaceURI;

    /// <summary>True when the reading was stopped because elements lie too deep in one another.</summary>
    public bool AreTooDeep { get; private set; }

    /// <summary>Where the reading stands.</summary>
    public CmfPlace Place() => new(((IXmlLineInfo)xml).LineNumber, xml.LocalName);

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
                Problems.Add((Place() with { Element = null }).ToString(), "there is text between the elements");
            if (xml.NodeType != XmlNodeType.Element) continue;
            CheckDepth();
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
        _text.Clear();
        string? fault = null;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            CheckDepth();
            if (xml.NodeType is XmlNodeType.Element) fault = "holds elements where there should be text";
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA)) continue;
            for (int count; (count = xml.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0;)
                if (_text.Length <= longest + _chunk.Length) _text.Append(_chunk, 0, count);
        }
        var trimmed = _text.ToString().Trim();
        if (trimmed.Length > longest)
            fault ??= string.Create(CultureInfo.InvariantCulture, $"is longer than {longest} characters");
        if (fault is null) return trimmed;
        Problems.Add(place.ToString(), fault);
        return null;
    }

    /// <summary>Tells of an element that does not belong here, and passes over it.</summary>
    public void Unexpected()
    {
        Problems.Add(Place().ToString(), "the element does not belong here");
        var depth = xml.Depth;
        if (xml.IsEmptyElement) return;
        while (xml.Read() && xml.Depth > depth) CheckDepth();
    }

    /// <summary>The attributes of the element at hand, those of other namespaces left out.</summary>
    public IEnumerable<(string Name, string Value)> Attributes()
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
            if (xml.Prefix.Length == 0 && xml.Name != "xmlns") yield return (xml.LocalName, xml.Value);
        xml.MoveToElement();
    }

    void CheckDepth()
    {
        AreTooDeep = xml.Depth > Deepest;
        if (AreTooDeep) throw new XmlException("Too deep.");
    }
}
