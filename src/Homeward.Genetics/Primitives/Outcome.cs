using System.Diagnostics.CodeAnalysis;

namespace Homeward.Genetics.Primitives;

/// <summary>What a rule says to a well-formed request: a value, or the refusal.</summary>
public sealed class Outcome<T>
    where T : class
{
    Outcome(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>The value; null when the request was refused.</summary>
    public T? Value { get; }

    /// <summary>Why the request was refused; null when there is a value.</summary>
    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAllowed => Value is not null;

    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next)
        where TNext : class =>
        IsAllowed ? next(Value) : Refusal;

    public static implicit operator Outcome<T>(T value) => new(value, null);
    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);
}
