using Homeward.Cases.Imports;
using Homeward.Cases.People;
using Homeward.Exchange.Cases;

namespace Homeward.Cli.Commands.Imports;

/// <summary>Rows of a table as the records that they would be.</summary>
sealed class CaseDrafts(Func<Guid> newId)
{
    public ImportDraft Of(PersonRow row)
    {
        var person = new Person
        {
            Id = new(newId()),
            Sex = row.Sex,
            BornEarliest = row.Born.Earliest,
            BornLatest = row.Born.Latest,
            BirthBasis = row.Basis,
            Citizenship = row.Citizenship,
            Language = row.Language,
            Marks = row.Marks,
        };
        return new(row.Place, row.Number, row.Digest) { Person = person, Name = NameOf(person.Id, row.Name) };
    }

    public ImportDraft Of(ReportRow row)
    {
        var person = new Person
        {
            Id = new(newId()),
            Sex = row.Sex,
            BornEarliest = row.Born.Earliest,
            BornLatest = row.Born.Latest,
            BirthBasis = row.Basis,
            Marks = row.Marks,
        };
        return new(row.Place, row.Number, row.Digest)
        {
            Person = person,
            Name = NameOf(person.Id, row.Name),
            Report = new()
            {
                Id = new(newId()),
                Number = row.Number,
                Agency = default,
                Missing = person.Id,
                Category = row.Category,
                SeenEarliest = row.LastSeen.Earliest,
                SeenLatest = row.LastSeen.Latest,
                Region = row.Region,
                By = default,
                At = default,
            },
        };
    }

    PersonName NameOf(PersonId person, string name) => new()
    {
        Id = new(newId()),
        Person = person,
        Text = name,
        Script = ScriptOf(name),
        Kind = NameKind.Birth,
        At = default,
    };

    /// <summary>Which of the two Chinese scripts cannot be told from a name; simplified is what tables are kept in.
    /// </summary>
    static Script ScriptOf(string name) =>
        name.Any(it => it is >= '\u4e00' and <= '\u9fff') ? Script.Hans
        : name.All(it => it < '\u0250') ? Script.Latn
        : Script.Other;
}
