namespace Homeward.Cases.Operations;

public readonly record struct BedReservationId(Guid Value);
