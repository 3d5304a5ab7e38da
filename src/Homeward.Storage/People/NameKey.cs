using Homeward.Cases.People;

namespace Homeward.Storage.People;

/// <summary>A name is found under this. Kept by the database, from the keys written with the name.</summary>
sealed record NameKey(string Key, PersonNameId Name);
