using Homeward.Cases.Agencies;

namespace Homeward.Cases.Care;

/// <summary>What is known when somebody writes a note.</summary>
/// <param name="Caring">In whose care the person is now; null for nobody who is in care.</param>
/// <param name="Earlier">What was written under the same id before.</param>
/// <param name="Corrected">The note that is to be superseded, of the same human being; null when there is none.</param>
/// <param name="IsCorrected">Whether another one has superseded it.</param>
public sealed record CareNoteFacts(AgencyId? Caring, CareNote? Earlier, CareNote? Corrected, bool IsCorrected);
