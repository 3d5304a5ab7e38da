using Homeward.Cases.Access;

namespace Homeward.Storage.Access;

/// <summary>Somebody asked to read what he may not. The attempt is in the log.</summary>
/// <remarks>An exception and not an <c>Outcome</c>: no rule goes on after a refused read, and only the edge answers it.
/// </remarks>
public sealed class AccessRefusedException(AccessRefusal refusal) : Exception(refusal.Reason)
{
    public AccessRefusal Refusal { get; } = refusal;
}
