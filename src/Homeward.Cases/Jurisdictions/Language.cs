namespace Homeward.Cases.Jurisdictions;

/// <summary>A language in which a jurisdiction publishes.</summary>
/// <param name="Code">BCP 47: <c>en</c>, <c>zh-Hans</c>.</param>
/// <param name="Name">In the language itself.</param>
public sealed record Language(string Code, string Name);
