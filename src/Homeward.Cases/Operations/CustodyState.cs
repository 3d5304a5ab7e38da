using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Operations;

/// <summary>In which kind of care somebody is, and since when. Whoever may not know the place may know this.</summary>
public sealed record CustodyState(PersonId Person, CustodyKind Kind, Instant Since);
