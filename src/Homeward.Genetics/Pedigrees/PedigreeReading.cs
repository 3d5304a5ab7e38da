using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Pedigrees;

/// <summary>Checks the rows of one pedigree and says everything that is wrong with them.</summary>
sealed class PedigreeReading(IReadOnlyList<PedigreeRow> rows, IReadOnlyList<(string First, string Second)> twins)
{
    readonly Problems _problems = new();
    readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    readonly Individual[] _members = new Individual[rows.Count];

    public Parsed<Pedigree> Result()
    {
        if (rows.Count == 0) _problems.Add("", "has no members");
        IndexIds();
        for (var i = 0; i < rows.Count; i++)
        {
            var (father, mother) = (Parent(rows[i], fatherSide: true), Parent(rows[i], fatherSide: false));
            _members[i] = new(rows[i].Id, rows[i].Sex, father, mother);
        }
        foreach (var row in rows) CheckParents(row);
        var order = AncestorsFirst();
        var twinOf = TwinGroups();
        return _problems.Any ? _problems : new Pedigree(_members, order, twinOf);
    }

    void IndexIds()
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(rows[i].Id)) _problems.Add($"member {i + 1}", "has no id");
            else if (!_index.TryAdd(rows[i].Id, i)) _problems.Add(rows[i].Id, "is listed more than once");
        }
    }

    int Parent(PedigreeRow row, bool fatherSide)
    {
        var id = fatherSide ? row.Father : row.Mother;
        if (id is null) return -1;
        var role = fatherSide ? "father" : "mother";
        if (!_index.TryGetValue(id, out var index))
        {
            _problems.Add(row.Id, $"has a {role} who is not in the pedigree");
            return -1;
        }
        if (rows[index].Sex != (fatherSide ? Sex.Male : Sex.Female))
            _problems.Add(row.Id, $"has a {role} who is not recorded as {(fatherSide ? "male" : "female")}");
        return index;
    }

    void CheckParents(PedigreeRow row)
    {
        if (row.Father is null != row.Mother is null)
            _problems.Add(row.Id, "has exactly one parent; give both or neither");
        if (row.Father is not null && row.Father == row.Mother)
            _problems.Add(row.Id, "has the same father and mother");
    }

    /// <summary>Depth-first without recursion, so that a hostile chain of a million cannot exhaust the stack.</summary>
    int[] AncestorsFirst()
    {
        var order = new List<int>(rows.Count);
        var state = new byte[rows.Count];                        // 0 unseen, 1 on the path, 2 done
        var path = new Stack<int>();
        for (var start = 0; start < rows.Count; start++)
        {
            path.Push(start);
            while (path.TryPeek(out var i))
            {
                if (state[i] == 0)
                {
                    state[i] = 1;
                    Visit(_members[i].Father);
                    Visit(_members[i].Mother);
                    continue;
                }
                path.Pop();
                if (state[i] == 1) order.Add(i);
                state[i] = 2;
            }
        }
        return [.. order];

        void Visit(int parent)
        {
            if (parent < 0 || state[parent] == 2) return;
            if (state[parent] == 1) _problems.Add(rows[parent].Id, "is an ancestor of itself");
            else path.Push(parent);
        }
    }

    int[] TwinGroups()
    {
        var group = Enumerable.Range(0, rows.Count).ToArray();
        foreach (var (first, second) in twins)
        {
            if (!_index.TryGetValue(first, out var a) || !_index.TryGetValue(second, out var b))
            {
                _problems.Add($"{first}, {second}", "are twins but not both in the pedigree");
                continue;
            }
            if (_members[a].Sex != _members[b].Sex) _problems.Add(second, "is an identical twin of another sex");
            if ((_members[a].Father, _members[a].Mother) != (_members[b].Father, _members[b].Mother))
                _problems.Add(second, "is an identical twin with other parents");
            var (kept, merged) = (Math.Min(group[a], group[b]), Math.Max(group[a], group[b]));
            for (var i = 0; i < group.Length; i++)
                if (group[i] == merged) group[i] = kept;
        }
        return group;
    }
}
