using Homeward.Cases.Time;

namespace Homeward.Cases.Custody;

/// <summary>From a moment on in this kind of care; says nothing of the place.</summary>
public sealed record CustodyStep(Instant Since, CustodyKind Kind, CustodyReason Reason);
