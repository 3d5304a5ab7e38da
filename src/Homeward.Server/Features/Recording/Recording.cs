using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Genetics.Primitives;

namespace Homeward.Server.Features.Recording;

/// <summary>What became of a record that was sent.</summary>
abstract record Recording
{
    Recording() { }

    /// <param name="Person">Who was recorded.</param>
    /// <param name="IsNew">False when the same content had been recorded before.</param>
    public sealed record Done(PersonId Person, bool IsNew) : Recording;

    /// <summary>Under this id stands something else.</summary>
    /// <param name="Earlier">What stands there; null where only the person is known.</param>
    public sealed record Other(RescuedPerson? Earlier) : Recording;

    /// <param name="Refusal">Which rule.</param>
    /// <param name="Person">Who was recorded before the rule refused the rest; null when nothing was.</param>
    public sealed record Refused(Refusal Refusal, PersonId? Person) : Recording;
}
