using Homeward.Exchange.Pedigrees;
using Homeward.Genetics.Pedigrees;

namespace Homeward.Exchange.Familias;

/// <summary>The known relations and the pedigrees of a Familias file.</summary>
sealed class PedigreesPart(FamLines lines, PersonsPart persons)
{
    const int MostExtras = 1_000;
    const int MostDirect = 1_000;
    const int MostMembers = 10_000_000;
    readonly List<Family> _hypotheses = [];
    int _members;                                                // of all pedigrees together

    public IReadOnlyList<Family> Hypotheses => _hypotheses;

    public void Read()
    {
        lines.Expect("Known relations");
        var known = new List<FamilyMembers.Relation>();
        var everybody = persons.Persons.Select(it => (it.Id, it.Sex)).ToList();
        AddExtras(everybody);
        ReadRelations(everybody, known);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var left = lines.Count("the number of pedigrees"); left > 0 && !lines.Failed; left--)
        {
            lines.Count("a pedigree's index");
            var name = lines.Next("a pedigree's name");
            var place = lines.Place;
            if (!names.Add(name)) lines.Report(place, "the pedigree's name is given a second time");
            if ((_members += everybody.Count) > MostMembers)
                lines.Fail("the pedigrees have more than 10,000,000 members");
            var members = everybody.ToList();
            AddExtras(members);
            var relations = known.ToList();
            ReadRelations(members, relations);
            if (lines.Failed) return;
            Add(name, place, members, relations);
        }
    }

    void AddExtras(List<(string Id, Sex Sex)> members)
    {
        var females = lines.Count("the number of extra females");
        var males = lines.Count("the number of extra males");
        if (females > MostExtras || males > MostExtras) lines.Fail("there are more than 1,000 extra persons");
        if (lines.Failed) return;
        var taken = members.Select(it => it.Id).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < females + males; i++)
        {
            var (sex, word) = i < females ? (Sex.Female, "female") : (Sex.Male, "male");
            var id = FormattableString.Invariant($"extra {word} {members.Count - persons.Persons.Count + 1}");
            while (!taken.Add(id)) id += "'";
            members.Add((id, sex));
        }
    }

    /// <summary>Pairs of indices, parent and child; "Direct" behind the first makes them one person or twins.</summary>
    void ReadRelations(List<(string Id, Sex Sex)> members, List<FamilyMembers.Relation> relations)
    {
        var direct = 0;
        for (var left = lines.Count("the number of relations"); left > 0 && !lines.Failed; left--)
        {
            var line = lines.Next("a parent's index");
            var first = lines.AsCount(line.Split(' ', '\t', '(')[0], "a parent's index");
            var second = lines.Count("a child's index");
            if (lines.Failed) return;
            if (first >= members.Count || second >= members.Count || first == second)
                lines.Report(lines.Place, "is not a relation of two persons of the file");
            else
            {
                var isDirect = line.Contains("Direct", StringComparison.OrdinalIgnoreCase);
                relations.Add(new(members[first].Id, members[second].Id, isDirect, lines.Place));
                if (isDirect && ++direct > MostDirect) lines.Fail("there are more than 1,000 direct relations");
            }
        }
    }

    void Add(string name, string place, List<(string Id, Sex Sex)> members, List<FamilyMembers.Relation> relations)
    {
        if (members.DistinctBy(it => it.Id).Count() < members.Count) return;         // told of already
        var pedigree = FamilyMembers.Pedigree(members, relations, place, lines);
        if (pedigree is null) return;
        var samples = persons.Persons.Where(it => it.Genotypes.Count > 0)
            .ToDictionary(it => it.Id, it => it.Id, StringComparer.Ordinal);
        _hypotheses.Add(new(name, pedigree, samples, []));
    }
}
