namespace Homeward.Cases.Rings;

public readonly record struct RingId(Guid Value);
