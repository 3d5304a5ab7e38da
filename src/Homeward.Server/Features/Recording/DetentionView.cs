using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;

namespace Homeward.Server.Features.Recording;

/// <summary>The form of a detention, and why it is shown again.</summary>
public sealed record DetentionView(DetentionForm Form, IReadOnlyList<Operation> Operations)
{
    public IReadOnlyList<string> Problems { get; init; } = [];
    public Refusal? Refusal { get; init; }

    /// <summary>A photo was sent that could be kept: it must be chosen again.</summary>
    public bool HadPhoto { get; init; }

    /// <summary>Who was recorded from this form before, with other content.</summary>
    public PersonId? Earlier { get; init; }

    /// <summary>Recorded all the same; only the photo was refused.</summary>
    public PersonId? Person { get; init; }
}
