using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;

namespace Homeward.Storage.Operations;

/// <summary>An agency that is asked to take part.</summary>
public sealed record ParticipantDraft(AgencyId Agency, RegionCode Region, ParticipantRole Role, int Forces);
