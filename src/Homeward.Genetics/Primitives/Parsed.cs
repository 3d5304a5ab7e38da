using System.Diagnostics.CodeAnalysis;

namespace Homeward.Genetics.Primitives;

/// <summary>What became of an input: a value, or every problem with its place. Warnings come with either.</summary>
public sealed class Parsed<T>
    where T : class
{
    static readonly Problems Nothing = new();

    public Parsed(T value, Problems? warnings = null) => (Value, Warnings) = (value, warnings ?? Nothing);

    public Parsed(Problems problems, Problems? warnings = null)
    {
        Check.That(problems.Any);
        (Problems, Warnings) = (problems, warnings ?? Nothing);
    }

    /// <summary>The value; null when the input was refused.</summary>
    public T? Value { get; }

    /// <summary>Why the input was refused; empty when there is a value.</summary>
    public Problems Problems { get; } = Nothing;

    /// <summary>Readings that were set aside by a stated rule, such as an off-ladder call.</summary>
    public Problems Warnings { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsValid => Value is not null;

    public static implicit operator Parsed<T>(T value) => new(value);
    public static implicit operator Parsed<T>(Problems problems) => new(problems);
}
