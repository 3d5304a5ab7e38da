using Homeward.Exchange.Pedigrees;
using Homeward.Exchange.Profiles;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;

namespace Homeward.Exchange.Familias;

/// <summary>The DVI section of a Familias file: unidentified persons, and families with their pedigrees.</summary>
sealed class DviPart(FamLines lines, LociPart loci)
{
    const string Missing = "Missing person";

    readonly List<Profile> _unidentified = [];
    readonly List<Profile> _references = [];
    readonly List<Family> _families = [];

    sealed record Person(string Name, Sex Sex, bool IsTyped);

    public IReadOnlyList<Profile> Unidentified => _unidentified;

    /// <summary>Typed relatives of all families, named <c>family/person</c>.</summary>
    public IReadOnlyList<Profile> References => _references;

    public IReadOnlyList<Family> Families => _families;

    public void Read()
    {
        if (!FindSection()) return;
        while (lines.TryNext() is { } line)
        {
            if (line == "[[Unidentified persons]]") ReadPersons("", _unidentified);
            if (line == "[[Reference Families]]") ReadFamilies();
        }
    }

    bool FindSection()
    {
        while (lines.TryNext() is { } line)
            if (line == "[DVI]") return true;
        return false;
    }

    void ReadFamilies()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var left = CountOf("nFamilies"); left > 0 && !lines.Failed; left--) ReadFamily(names);
    }

    void ReadFamily(HashSet<string> names)
    {
        var name = ValueOf("Name");
        var place = lines.Place;
        if (name.Length is 0 or > ProfileCollector.LongestName)
            lines.Report(place, "is no name of 1 to 100 characters");
        if (!names.Add(name)) lines.Report(place, "the family is given a second time");
        var persons = ReadPersons(name + "/", _references);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var left = CountOf("nPedigrees"); left > 0 && !lines.Failed; left--)
        {
            var pedigreeName = ValueOf("Name");
            var pedigreePlace = lines.Place;
            var relations = ReadRelations();
            if (lines.Failed || !relations.Any(it => it.Parent == Missing || it.Child == Missing)) continue;
            var shape = string.Join(
                '\n', relations.Select(it => $"{it.Parent}\t{it.Child}").Order(StringComparer.Ordinal));
            if (seen.Add(shape))
                AddFamily(seen.Count == 1 ? name : $"{name} ({pedigreeName})", name, pedigreePlace, persons, relations);
        }
        if (!lines.Failed && seen.Count == 0)
            lines.Warnings.Add(place, "the family has no pedigree with the missing person; it cannot be searched for");
    }

    void AddFamily(
        string id, string family, string place, List<Person> persons, List<FamilyMembers.Relation> relations)
    {
        var members = persons.Select(it => (it.Name, it.Sex)).ToList();
        if (members.All(it => it.Name != Missing)) members.Add((Missing, Sex.Unknown));
        if (members.DistinctBy(it => it.Name).Count() < members.Count) return;       // told of already
        var known = members.Select(it => it.Name).ToHashSet(StringComparer.Ordinal);
        var stranger = relations.FindIndex(it => !known.Contains(it.Parent) || !known.Contains(it.Child));
        if (stranger >= 0)
        {
            lines.Report(relations[stranger].Place, "names somebody who is not among the family's persons");
            return;
        }
        if (persons.Any(it => it.Name == Missing && it.IsTyped))
            lines.Report(place, "the missing person has genotypes");
        if (FamilyMembers.Pedigree(members, relations, place, lines) is not { } pedigree) return;
        var samples = persons.Where(it => it.IsTyped)
            .ToDictionary(it => it.Name, it => family + "/" + it.Name, StringComparer.Ordinal);
        _families.Add(new(id, pedigree, samples, [Missing]));
    }

    List<FamilyMembers.Relation> ReadRelations()
    {
        var relations = new List<FamilyMembers.Relation>();
        for (var left = CountOf("nRelations"); left > 0 && !lines.Failed; left--)
        {
            var parent = ValueOf("Parent");
            var child = ValueOf("Child");
            relations.Add(new(parent, child, IsDirect: false, lines.Place));
        }
        return relations;
    }

    List<Person> ReadPersons(string prefix, List<Profile> profiles)
    {
        var persons = new List<Person>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var collector = new ProfileCollector(_ => lines.Place, lines.Problems, lines.Warnings);
        for (var left = CountOf("nPersons"); left > 0 && !lines.Failed; left--)
        {
            var name = ValueOf("Name");
            var isFirst = name.Length > 0 && names.Add(name);
            if (name.Length == 0) lines.Report(lines.Place, "the person has no name");
            else if (!isFirst) lines.Report(lines.Place, "the person is given a second time");
            var sex = SexOf(ValueOf("Gender"));
            var systems = CountOf("nSystems");
            var isUntyped = systems == 0 && prefix.Length > 0;
            var sample = isUntyped || !isFirst || lines.Failed ? null : collector.SampleNamed(prefix + name);
            for (; systems > 0 && !lines.Failed; systems--) ReadGenotype(collector, sample);
            persons.Add(new(name, sex, !isUntyped));
        }
        profiles.AddRange(collector.Profiles());
        return persons;
    }

    void ReadGenotype(ProfileCollector collector, ProfileCollector.Sample? sample)
    {
        var marker = ValueOf("SystemName");
        var entry = loci.Named(marker);
        if (entry is null && !lines.Failed)
            lines.Report(lines.Place, "the locus is not in the project's database");
        collector.BeginMarker();
        for (var number = 1; number <= 2; number++)
        {
            var label = ValueOf(number == 1 ? "Allele1" : "Allele2");
            if (lines.Failed || entry is null || label.Length == 0) continue;
            if (entry.ByLabel.TryGetValue(label, out var allele)) collector.AddAllele(allele);
            else lines.Report(lines.Place, "the allele is not in the project's database");
        }
        if (lines.Failed || sample is null || entry is null) return;
        if (collector.MarkerNamed(entry.Locus.Name) is { } named) collector.EndMarker(sample, named);
    }

    Sex SexOf(string text)
    {
        if (text is not ("Male" or "Female" or "Unknown") && !lines.Failed)
            lines.Report(lines.Place, "is no sex; Male, Female or Unknown");
        return text == "Male" ? Sex.Male : text == "Female" ? Sex.Female : Sex.Unknown;
    }

    int CountOf(string key) => lines.AsCount(ValueOf(key), key);

    /// <summary>The value of this key, headings and empty lines before it passed over, other keys told of.</summary>
    string ValueOf(string key)
    {
        while (!lines.Failed)
        {
            var line = lines.Next(key + "=");
            if (line.Length == 0 || line[0] == '[') continue;
            var end = line.IndexOf('=', StringComparison.Ordinal);
            if (end > 0 && line.AsSpan(0, end).Trim().SequenceEqual(key)) return line[(end + 1)..].Trim();
            lines.Fail($"is not \"{key}=\", which should stand here");
        }
        return "";
    }
}
