namespace Homeward.Server.Accounts;

/// <summary>A new authenticator's key, as a page shows it.</summary>
/// <param name="Sealed">For the form that brings it back.</param>
/// <param name="Letters">For typing.</param>
/// <param name="Uri">For the QR code.</param>
public sealed record EnrolmentKey(string Sealed, string Letters, string Uri);
