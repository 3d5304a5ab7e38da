using System.Text.RegularExpressions;
using Homeward.Server.Accounts;

namespace Homeward.Tests.Server;

/// <summary>Somebody who signs in by password and an authenticator of his own.</summary>
sealed partial class Colleague
{
    const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    readonly MovingClock _clock;
    readonly byte[] _key;
    readonly string _sealed;
    string _last = "";

    Colleague(string name, byte[] key, string box, MovingClock clock) =>
        (Name, _key, _sealed, _clock) = (name, key, box, clock);

    public string Name { get; }

    public Guid Id { get; set; }

    public string Password => $"seven calm rivers {Name.Length} {Name[..1]}";

    public List<string> Codes { get; } = [];

    /// <summary>Types the key of a page into an authenticator.</summary>
    public static Colleague Of(string name, string page, MovingClock clock)
    {
        var letters = Key().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        return new(name, Decode(letters), Markup.Value(page, "sealed"), clock);
    }

    public (string Name, string Value)[] Fields() =>
    [
        ("name", Name), ("password", Password), ("again", Password), ("code", NextCode()), ("sealed", _sealed),
    ];

    /// <summary>Waits for it: the last one is taken by nobody again.</summary>
    public string NextCode()
    {
        if (Code() == _last) _clock.Move(TimeSpan.FromSeconds(30));
        return _last = Code();
    }

    public void TakeCodes(string page) => Codes.AddRange(Recovery().Matches(page).Select(it => it.Groups[1].Value));

    string Code() => Totp.Code(_key, Totp.StepAt(_clock.GetUtcNow()));

    static byte[] Decode(string letters)
    {
        var bits = string.Concat(letters.Select(it => Convert.ToString(Letters.IndexOf(it), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(it => it.Length == 8).Select(it => Convert.ToByte(new string(it), 2))];
    }

    [GeneratedRegex("<code>([A-Z2-7 ]{39})</code>")]
    private static partial Regex Key();

    [GeneratedRegex("<code>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){3})</code>")]
    private static partial Regex Recovery();
}
