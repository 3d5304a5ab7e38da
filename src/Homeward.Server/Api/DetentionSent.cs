using Homeward.Cases.Detentions;
using Homeward.Cases.People;
using Homeward.Server.Features.Recording;

namespace Homeward.Server.Api;

/// <summary>A detained suspect, as a field client sends it.</summary>
public sealed record DetentionSent
{
    public required string Name { get; init; }
    public required Sex Sex { get; init; }
    public AgeSent? Age { get; init; }

    /// <summary>To the second, with its offset.</summary>
    public required DateTimeOffset At { get; init; }

    public required Measure Measure { get; init; }

    /// <summary>The operation whose result it is.</summary>
    public Guid? Operation { get; init; }

    internal DetentionForm ToForm(Guid key)
    {
        var recorded = new Recorded(key, IdempotencyKey.PersonOf(key))
        {
            Name = Name.Trim(),
            Sex = Sex,
            Operation = Operation,
        };
        return new(AgeSent.Into(recorded, Age, At)) { Measure = Measure };
    }
}
