namespace Homeward.Server.Genes;

/// <summary>Children, or families: who is there, who was searched, and who is left to be.</summary>
sealed class SearchedSide<TId>(Func<TId, string> nameOf)
    where TId : struct
{
    readonly Dictionary<TId, Searched> _all = [];
    readonly HashSet<TId> _left = [];
    readonly SortedNames _names = new();

    public int Count => _all.Count;

    /// <summary>Who has no record that covers him.</summary>
    public IReadOnlyCollection<TId> Left => _left;

    public SortedNames Names => _names;

    public Searched this[TId id] => _all[id];

    public bool Contains(TId id) => _all.ContainsKey(id);

    /// <summary>Somebody who came, or was touched.</summary>
    public void Touch(TId id, long number)
    {
        if (!_all.TryGetValue(id, out var known)) _names.Add(nameOf(id));
        Set(id, known with { Touched = Math.Max(known.Touched, number) });
    }

    public void Remove(TId id)
    {
        if (!_all.Remove(id)) return;
        _left.Remove(id);
        _names.Remove(nameOf(id));
    }

    /// <summary>A record says that somebody saw everybody up to a version.</summary>
    public void Saw(TId id, long version)
    {
        if (_all.TryGetValue(id, out var known)) Set(id, known with { Saw = Math.Max(known.Saw, version) });
    }

    /// <summary>Other terms hold: no record counts.</summary>
    public void Forget()
    {
        foreach (var id in _all.Keys.ToList()) Set(id, _all[id] with { Saw = 0 });
    }

    /// <summary>Those who have not seen what came at a version.</summary>
    public List<TId> Before(long version)
    {
        var found = new List<TId>();
        foreach (var (id, it) in _all)
            if (it.Saw < version) found.Add(id);
        return found;
    }

    void Set(TId id, Searched searched)
    {
        _all[id] = searched;
        if (searched.IsDone) _left.Remove(id);
        else _left.Add(id);
    }
}
