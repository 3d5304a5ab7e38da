using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Accounts;

/// <summary>How somebody wants to sign in, as he typed it.</summary>
public sealed record EnrolmentForm
{
    const int LongestName = 40;
    const int ShortestName = 3;

    /// <summary>With which he signs in.</summary>
    public string Name { get; init; } = "";

    public string Password { get; init; } = "";
    public string Again { get; init; } = "";

    /// <summary>Of the authenticator, to show that it has the key.</summary>
    public string Code { get; init; } = "";

    /// <summary>The authenticator's key, as the page was given it.</summary>
    public string SealedKey { get; init; } = "";

    /// <summary>The answer of a passkey; empty for password and authenticator.</summary>
    public string Passkey { get; init; } = "";

    public static EnrolmentForm Of(IFormCollection fields) => new()
    {
        Name = fields["name"].ToString().Trim(),
        Password = fields["password"].ToString(),
        Again = fields["again"].ToString(),
        Code = fields["code"].ToString(),
        SealedKey = fields["sealed"].ToString(),
        Passkey = fields["passkey"].ToString(),
    };

    public bool HasName => Name.Length is >= ShortestName and <= LongestName
        && Name.All(it => char.IsLetterOrDigit(it) || it is '.' or '-' or '_' or '@');
}
