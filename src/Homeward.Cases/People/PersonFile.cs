namespace Homeward.Cases.People;

/// <summary>What is known of a human being: the record at the root of the identity, all merged records, all names that
/// were not superseded.</summary>
public sealed record PersonFile(
    PersonId Identity,
    IReadOnlyList<Person> Records,
    IReadOnlyList<PersonName> Names,
    IReadOnlyList<PersonMerge> Merges);
