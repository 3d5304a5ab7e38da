using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.Pedigrees;

/// <summary>Gathers the rows of one family and checks them together.</summary>
sealed class FamilyReading(string id, Problems problems, Problems warnings, bool isSearch)
{
    readonly Dictionary<string, MemberRow> _rows = new(StringComparer.Ordinal);
    readonly HashSet<string> _samples = new(StringComparer.Ordinal);

    public void Add(MemberRow row)
    {
        if (!_rows.TryAdd(row.Id, row))
            problems.Add(row.Place, "the individual is listed a second time in this family");
        if (row.Sample.Length > 0 && !_samples.Add(row.Sample))
            problems.Add(row.Place, "the sample belongs to another individual of this family already");
    }

    /// <summary>The family, or null when there is a problem with it.</summary>
    public Family? Result()
    {
        var before = problems.Total;
        var members = ImplicitParents.Complete(
            [.. _rows.Values.Select(it => new PedigreeRow(it.Id, SexByRole(it), it.Father, it.Mother))],
            child => warnings.Add(_rows[child].Place, "has one parent; an untyped other parent was added"),
            child => problems.Add(
                _rows[child].Place,
                "has one parent, who has another child of one parent: give the other parent a row, shared or not"));
        var pedigree = Pedigree.From(members);
        foreach (var problem in pedigree.Problems)
            problems.Add(_rows.GetValueOrDefault(problem.Place, _rows.Values.First()).Place, problem.What);
        if (problems.Total > before || !pedigree.IsValid) return null;

        var missing = _rows.Values.Where(it => it.IsMissing).Select(it => it.Id).ToList();
        var samples = _rows.Values.Where(it => it.Sample.Length > 0)
            .ToDictionary(it => it.Id, it => it.Sample, StringComparer.Ordinal);
        var first = _rows.Values.First().Place;
        if (isSearch && missing.Count == 0) warnings.Add(first, "the family that begins here seeks nobody");
        if (samples.Count == 0) warnings.Add(first, "the family that begins here has nobody typed");
        return new(id, pedigree.Value, samples, missing);
    }

    /// <summary>A father is male and a mother female even where the sex column is empty.</summary>
    Sex SexByRole(MemberRow row) =>
        row.Sex != Sex.Unknown ? row.Sex
        : Fathers.Contains(row.Id) ? Sex.Male
        : Mothers.Contains(row.Id) ? Sex.Female
        : Sex.Unknown;

    HashSet<string> Fathers => field ??= [.. _rows.Values.Select(it => it.Father).OfType<string>()];

    HashSet<string> Mothers => field ??= [.. _rows.Values.Select(it => it.Mother).OfType<string>()];
}
