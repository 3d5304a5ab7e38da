namespace Homeward.Cases.Detentions;

public readonly record struct DetentionId(Guid Value);
