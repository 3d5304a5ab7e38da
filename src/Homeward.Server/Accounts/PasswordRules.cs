using System.Globalization;

namespace Homeward.Server.Accounts;

/// <summary>Which passwords are taken. Length is what counts; no kinds of characters are asked for.</summary>
sealed class PasswordRules(ServerSettings settings)
{
    public const int Shortest = 12;

    /// <summary>Longer ones cost time to hash and are no stronger.</summary>
    public const int Longest = 128;
    const int LeastDifferent = 6;

    readonly Lazy<HashSet<string>> _known = new(() => Read(settings.KnownPasswords));

    /// <summary>What is wrong with it, as keys of words.</summary>
    /// <param name="password">As it was typed; spaces count.</param>
    /// <param name="name">The name with which its owner signs in.</param>
    public IEnumerable<string> Problems(string password, string name)
    {
        var length = new StringInfo(password).LengthInTextElements;
        if (length < Shortest) yield return "password-short";
        else if (password.Length > Longest) yield return "password-long";
        else if (password.Distinct().Count() < LeastDifferent || Holds(password, name) || Holds(password, "homeward")
            || _known.Value.Contains(password))
            yield return "password-weak";
    }

    static bool Holds(string password, string word) =>
        word.Length > 0 && password.Contains(word, StringComparison.OrdinalIgnoreCase);

    static HashSet<string> Read(string? path) => path is null
        ? [] : File.ReadLines(path).Where(it => it.Length >= Shortest).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
