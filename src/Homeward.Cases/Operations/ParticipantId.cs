namespace Homeward.Cases.Operations;

public readonly record struct ParticipantId(Guid Value);
