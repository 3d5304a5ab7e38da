namespace Homeward.Cases.Bulletins;

public readonly record struct BulletinId(Guid Value);
