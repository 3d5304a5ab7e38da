using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Genetics.Primitives;

namespace Homeward.Server.Features.Recording;

/// <summary>The form of a rescue, and why it is shown again.</summary>
/// <param name="Form">As it was typed.</param>
/// <param name="Operations">Those that take results now.</param>
public sealed record RescueView(RescueForm Form, IReadOnlyList<Operation> Operations)
{
    public IReadOnlyList<string> Problems { get; init; } = [];
    public Refusal? Refusal { get; init; }

    /// <summary>A photo was sent that could be kept: it must be chosen again.</summary>
    public bool HadPhoto { get; init; }

    /// <summary>What was recorded from this form before, with other content.</summary>
    public RescuedPerson? Earlier { get; init; }

    /// <summary>Recorded all the same; only the operation refused.</summary>
    public PersonId? Person { get; init; }
}
