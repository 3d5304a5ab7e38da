namespace Homeward.Cases.Consents;

/// <summary>One use that a consent is for.</summary>
public sealed record ConsentScope(ConsentId Consent, SampleUse Use);
