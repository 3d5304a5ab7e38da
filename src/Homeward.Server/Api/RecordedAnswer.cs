namespace Homeward.Server.Api;

/// <param name="Record">The id of the record: the key with which it was sent.</param>
/// <param name="Person">Who was recorded.</param>
public sealed record RecordedAnswer(Guid Record, Guid Person);
