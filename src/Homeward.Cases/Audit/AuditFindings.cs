using System.Collections;

namespace Homeward.Cases.Audit;

/// <summary>What is wrong with a log: the first thousand findings written out, all of them counted.</summary>
public sealed class AuditFindings : IReadOnlyCollection<AuditFinding>
{
    public const int WrittenOut = 1000;
    readonly List<AuditFinding> _first = [];

    public long Total { get; private set; }
    public int Count => _first.Count;

    public void Add(AuditFinding finding)
    {
        Total++;
        if (_first.Count < WrittenOut) _first.Add(finding);
    }

    public IEnumerator<AuditFinding> GetEnumerator() => _first.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
