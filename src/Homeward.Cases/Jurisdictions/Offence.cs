namespace Homeward.Cases.Jurisdictions;

/// <summary>What an investigation can be about; its code is stored with investigations: <c>BuyTrafficked</c>.</summary>
public sealed record Offence(string Code, Validity Validity, Wording Name, Wording Basis);
