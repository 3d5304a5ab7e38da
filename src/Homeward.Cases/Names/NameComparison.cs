namespace Homeward.Cases.Names;

/// <summary>Compares a name that is looked for with one that somebody has.</summary>
public static class NameComparison
{
    public static NameCloseness Between(IReadOnlyList<NameForm> orders, NameForm name) =>
        orders.Min(it => Between(it, name));

    public static NameCloseness Between(NameForm sought, NameForm name)
    {
        if (sought.Characters.Length > 0 && sought.Characters == name.Characters) return NameCloseness.SameCharacters;
        if (sought.Letters == name.Letters)
            return sought.Tones == name.Tones ? NameCloseness.SameSound : NameCloseness.SameLetters;
        if (Readings(sought).Intersect(Readings(name)).Any()) return NameCloseness.OtherReading;
        return IsOneFault(sought.Letters, name.Letters)
            || (sought.Characters.Length > 0 && IsOneFault(sought.Characters, name.Characters))
                ? NameCloseness.OneFault
                : NameCloseness.Different;
    }

    static IEnumerable<string> Readings(NameForm form) => form.Others.Prepend(form.Letters);

    static bool IsOneFault(string a, string b)
    {
        if (a.Length > b.Length) (a, b) = (b, a);
        var from = a.AsSpan().CommonPrefixLength(b);
        var (one, two) = (a[from..], b[from..]);
        if (two.Length - one.Length == 1) return one == two[1..];
        if (one.Length != two.Length || one.Length == 0) return one == two;
        return one[1..] == two[1..]
            || (one.Length > 1 && one[0] == two[1] && one[1] == two[0] && one[2..] == two[2..]);
    }
}
