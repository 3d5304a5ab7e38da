namespace Homeward.Cases.Imports;

public readonly record struct ImportId(Guid Value);
