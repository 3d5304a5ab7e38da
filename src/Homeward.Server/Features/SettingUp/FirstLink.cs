namespace Homeward.Server.Features.SettingUp;

/// <summary>A link by which one of the first people comes in.</summary>
/// <param name="For">Whose it is; null when it is for setting up.</param>
/// <param name="Place">Path and query, to be put behind the server's address.</param>
public sealed record FirstLink(string? For, string Place);
