namespace Homeward.Cases.Photos;

public readonly record struct PhotoId(Guid Value);
