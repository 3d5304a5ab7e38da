namespace Homeward.Storage;

/// <summary>What a query found, and the ids of everybody and everything in it. The ids are recorded before the value
/// is handed out.</summary>
readonly record struct Found<T>(T Value, IReadOnlyList<Guid> Subjects);
