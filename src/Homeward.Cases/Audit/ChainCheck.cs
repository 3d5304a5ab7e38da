using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Audit;

/// <summary>Reads all chains once, in order of node and number, and finds what was done to them.</summary>
/// <remarks>
/// Each entry is held to the stored hash of the one before, so that a change is found where it is and not in all that
/// follows. Whoever writes a chain anew from the change to its end escapes that, and meets the checkpoints: the change
/// lies after the last that agrees and not after the first that does not.
/// </remarks>
public sealed class ChainCheck(IReadOnlyList<Checkpoint> heldOutside)
{
    readonly List<CheckedChain> _chains = [];
    ChainReading? _reading;

    public AuditFindings Findings { get; } = new();

    public void Take(StoredEntry entry)
    {
        if (_reading is null || _reading.Node != entry.Node)
        {
            End();
            _reading = new ChainReading(entry.Node, SignedHeads(entry.Node), Findings);
        }
        _reading.Take(entry);
    }

    /// <summary>The chains found; a chain that only a checkpoint knows is a finding.</summary>
    public IReadOnlyList<CheckedChain> Finish()
    {
        End();
        _reading = null;
        var lost = heldOutside.SelectMany(it => it.Chains)
            .Where(it => it.Length > 0 && !_chains.Exists(chain => chain.Node == it.Node))
            .GroupBy(it => it.Node, StringComparer.Ordinal);
        foreach (var chain in lost)
            Findings.Add(new AuditFinding.CutOff(chain.Key, 1, chain.Max(it => it.Length)));
        return _chains;
    }

    void End()
    {
        if (_reading is not null) _chains.Add(_reading.End());
    }

    ILookup<long, string> SignedHeads(string node) =>
        heldOutside.SelectMany(it => it.Chains)
            .Where(it => it.Node == node && it.Length > 0)
            .ToLookup(it => it.Length, it => it.Head);

    sealed class ChainReading(string node, ILookup<long, string> signed, AuditFindings findings)
    {
        long _last;
        long _agreed;
        bool _disagrees;
        byte[]? _hash = AuditChain.Beginning.ToArray();

        public string Node => node;

        public void Take(StoredEntry entry)
        {
            if (entry.Number > _last + 1)
            {
                findings.Add(new AuditFinding.Missing(node, _last + 1, entry.Number - 1));
                _hash = null;
            }
            CheckPlace(entry);
            // After a gap there is nothing to hold the entry to; the next one is held to its stored hash again.
            if (_hash is not null && !entry.Hash.Span.SequenceEqual(AuditChain.HashOf(_hash, entry.Text.Span)))
                findings.Add(new AuditFinding.DoesNotFollow(node, entry.Number));
            _hash = entry.Hash.ToArray();
            _last = entry.Number;
            CheckSigned(entry.Number);
        }

        public CheckedChain End()
        {
            var longest = signed.Select(it => it.Key).DefaultIfEmpty().Max();
            if (longest > _last) findings.Add(new AuditFinding.CutOff(node, _last + 1, longest));
            Check.That(_hash is not null);
            return new(node, _last, Convert.ToHexStringLower(_hash), _agreed);
        }

        void CheckPlace(StoredEntry entry)
        {
            var read = AuditText.Place(entry.Text);
            if (entry.Number <= _last || read is not { } place
                || place != (entry.Node, entry.Number, entry.Id))
                findings.Add(new AuditFinding.Misplaced(node, entry.Number));
        }

        void CheckSigned(long number)
        {
            // Everything after the first disagreement disagrees too, and says nothing more about the place.
            if (_disagrees || !signed.Contains(number)) return;
            var hash = Convert.ToHexStringLower(_hash!);
            _disagrees = !signed[number].All(it => string.Equals(it, hash, StringComparison.OrdinalIgnoreCase));
            if (_disagrees) findings.Add(new AuditFinding.NotAsSigned(node, _agreed + 1, number));
            else _agreed = number;
        }
    }
}
