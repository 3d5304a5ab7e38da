using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Homeward.Genetics.Primitives;

/// <summary>States what must hold inside Homeward; on in production.</summary>
public static class Check
{
    /// <exception cref="InvalidOperationException">The condition does not hold: Homeward itself is wrong.</exception>
    public static void That(
        [DoesNotReturnIf(false)] bool condition,
        [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        if (!condition) throw new InvalidOperationException("Broken invariant: " + what);
    }
}
