namespace Homeward.Genetics.Primitives;

/// <summary>Why something well-formed is not allowed now. Each kind of refusal is a record of its own, with its
/// data.</summary>
/// <param name="Reason">A sentence for the person who asked; names nobody.</param>
public abstract record Refusal(string Reason);
