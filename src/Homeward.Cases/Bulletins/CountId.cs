namespace Homeward.Cases.Bulletins;

public readonly record struct CountId(Guid Value);
