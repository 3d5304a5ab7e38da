using System.Data.Common;
using System.Globalization;

namespace Homeward.Tests.Storage.Rules;

/// <summary>Rules 1, 2 and 9 once more, over plain rows and without a line of the code or SQL that is tested. Written
/// to be believed.</summary>
sealed class Invariants
{
    /// <summary>Named here again, so that a role that slips from the closed list is seen.</summary>
    static readonly HashSet<string> Adverse =
    [
        "Abductor", "Seller", "ParentSeller", "Buyer", "Broker", "Organiser", "Transporter", "Harbourer", "Forger",
        "MedicalAccomplice", "Obstructor", "Exploiter", "FoundWith",
    ];

    readonly Dictionary<string, List<Dictionary<string, string?>>> _tables = [];
    readonly Dictionary<string, string> _parents = [];
    readonly HashSet<string> _adverse = [];

    /// <summary>What is wrong in the database; empty when nothing is.</summary>
    public static async Task<IReadOnlyList<string>> BrokenAsync(DbConnection connection)
    {
        var it = new Invariants();
        foreach (var table in new[]
        {
            "persons", "identities", "person_merges", "merge_reversals", "party_links", "acquittals", "clearings",
            "clearing_confirmations", "users", "custodies", "household_members", "acceptances", "duties", "duty_ends",
            "rescues", "emergency_tasks", "facilities", "agencies",
        })
            it._tables[table] = await RowsAsync(connection, table);
        it.ReadMerges();
        it.ReadLinks();
        return [.. it.WrongIdentities(), .. it.WithABuyer(), .. it.Gaps(), .. it.Unaccepted(), .. it.WithoutAlarm()];
    }

    string Root(string person)
    {
        while (_parents.TryGetValue(person, out var parent)) person = parent;
        return person;
    }

    void ReadMerges()
    {
        var reversed = _tables["merge_reversals"].Select(it => it["merge_id"]).ToHashSet();
        foreach (var merge in _tables["person_merges"].Where(it => !reversed.Contains(it["id"])))
            _parents.Add(merge["person_id"]!, merge["into_id"]!);
    }

    void ReadLinks()
    {
        var users = _tables["users"].ToDictionary(it => it["id"]!, it => it["agency_id"]);
        var courts = _tables["agencies"].Where(it => it["kind"] == "Court").Select(it => it["id"]).ToHashSet();
        var ended = _tables["acquittals"].Where(it => courts.Contains(it["court_id"]))
            .Select(it => it["link_id"]).ToHashSet();
        var clearings = _tables["clearings"].ToDictionary(it => it["id"]!);
        foreach (var second in _tables["clearing_confirmations"])
        {
            var first = clearings[second["clearing_id"]!];
            if (first["by_id"] != second["by_id"] && users[first["by_id"]!] != users[second["by_id"]!])
                ended.Add(first["link_id"]);
        }
        foreach (var link in _tables["party_links"])
            if (Adverse.Contains(link["role"]!) && !ended.Contains(link["id"]))
                _adverse.Add(Root(link["person_id"]!));
    }

    IEnumerable<string> WrongIdentities() =>
        from identity in _tables["identities"]
        where identity["root_id"] != Root(identity["person_id"]!)
        select $"identity of {identity["person_id"]} is not where its merges lead";

    IEnumerable<Dictionary<string, string?>> Live()
    {
        var superseded = _tables["custodies"].Select(it => it["supersedes_id"]).OfType<string>().ToHashSet();
        return _tables["custodies"].Where(it => !superseded.Contains(it["id"]!));
    }

    IEnumerable<Dictionary<string, string?>> Current() =>
        from row in Live()
        group row by Root(row["person_id"]!) into identity
        select identity
            .OrderBy(it => long.Parse(it["since"]!, CultureInfo.InvariantCulture))
            .ThenBy(it => it["id"], StringComparer.Ordinal)
            .Last();

    IEnumerable<string> Named(Dictionary<string, string?> row) =>
        _tables["household_members"].Where(it => it["custody_id"] == row["id"]).Select(it => it["member_id"]!)
            .Concat(row["carer_id"] is { } carer ? [carer] : []);

    IEnumerable<string> WithABuyer()
    {
        foreach (var row in Current())
            foreach (var named in Named(row))
                if (_adverse.Contains(Root(named)) || Root(named) == Root(row["person_id"]!))
                    yield return $"custody {row["id"]} names somebody barred";
        var ended = _tables["duty_ends"].Select(it => it["duty_id"]).ToHashSet();
        foreach (var duty in _tables["duties"].Where(it => !ended.Contains(it["id"])))
            if (_adverse.Contains(Root(duty["person_id"]!)))
                yield return $"duty {duty["id"]} is somebody's who is barred";
    }

    IEnumerable<string> Gaps()
    {
        foreach (var at in Live().GroupBy(it => (it["person_id"], it["since"])).Where(it => it.Count() > 1))
            yield return $"two rows of custody of {at.Key.Item1} begin at once";
        var begun = Live().Select(it => (it["origin_id"], it["person_id"])).ToHashSet();
        foreach (var rescue in _tables["rescues"])
            if (!begun.Contains((rescue["custody_id"], rescue["person_id"])))
                yield return $"rescue {rescue["id"]} has no custody";
    }

    IEnumerable<string> Unaccepted()
    {
        var acceptances = _tables["acceptances"].ToDictionary(it => it["id"]!);
        foreach (var row in _tables["custodies"])
        {
            var needs = row["kind"] is "WelfareInstitution" or "RescueStation" or "FosterFamily" or "ForeignAuthority";
            if (!needs) continue;
            if (row["acceptance_id"] is not { } id) yield return $"custody {row["id"]} was not accepted";
            else if (acceptances[id]["agency_id"] != row["agency_id"]
                || acceptances[id]["facility_id"] != row["facility_id"])
                yield return $"custody {row["id"]} was accepted elsewhere";
        }
    }

    IEnumerable<string> WithoutAlarm()
    {
        var causes = _tables["emergency_tasks"].Select(it => it["cause"]).ToHashSet();
        return from row in _tables["custodies"]
               where row["kind"] == "Unsettled" && !causes.Contains(row["id"])
               select $"custody {row["id"]} is unsettled without an alarm";
    }

    /// <summary>Houses that hold more people than they have beds. No placement makes one, but a reversal or fewer beds
    /// may.</summary>
    public static async Task<IReadOnlyList<string>> OverfullAsync(DbConnection connection)
    {
        var it = new Invariants();
        foreach (var table in new[] { "person_merges", "merge_reversals", "custodies", "facilities" })
            it._tables[table] = await RowsAsync(connection, table);
        it.ReadMerges();
        var taken = it.Current().Where(row => row["kind"] is "WelfareInstitution" or "RescueStation")
            .CountBy(row => row["facility_id"]!).ToDictionary();
        return
        [
            .. from facility in it._tables["facilities"]
            where taken.GetValueOrDefault(facility["id"]!) > int.Parse(facility["beds"]!, CultureInfo.InvariantCulture)
            select $"facility {facility["id"]} is overfull",
        ];
    }

    /// <summary>Rule 9 over plain rows: no key counts twice, every rescue that counts does so once, and so does every
    /// human being who was rescued, however often.</summary>
    public static async Task<IReadOnlyList<string>> MiscountedAsync(DbConnection connection)
    {
        var it = new Invariants();
        foreach (var table in new[] { "person_merges", "merge_reversals", "rescues" })
            it._tables[table] = await RowsAsync(connection, table);
        it.ReadMerges();
        var sums = await SelectedAsync(
            connection,
            "SELECT metric, version, subject, SUM(delta) AS sum FROM count_entries GROUP BY metric, version, subject");
        var counts = sums.ConvertAll(line => (
            Key: (line["metric"], line["version"], line["subject"]),
            Sum: int.Parse(line["sum"]!, CultureInfo.InvariantCulture)));
        var superseded = it._tables["rescues"].Select(row => row["supersedes_id"]).OfType<string>().ToHashSet();
        var rescues = it._tables["rescues"].Where(row => !superseded.Contains(row["id"]!)).ToList();
        var people = rescues.Select(row => it.Root(row["person_id"]!)).Distinct().Count();
        return
        [
            .. counts.Where(key => key.Sum is not (0 or 1)).Select(key => $"{key.Key} counts {key.Sum} times"),
            .. Counted("Rescues") == rescues.Count ? Array.Empty<string>()
                : [$"{Counted("Rescues")} rescues are counted, there are {rescues.Count}"],
            .. Counted("PersonsRescued") == people ? Array.Empty<string>()
                : [$"{Counted("PersonsRescued")} people are counted, there are {people}"],
        ];

        int Counted(string metric) => counts.Where(key => key.Key.Item1 == metric).Sum(key => key.Sum);
    }

    static Task<List<Dictionary<string, string?>>> RowsAsync(DbConnection connection, string table) =>
        SelectedAsync(connection, "SELECT * FROM " + table);

    static async Task<List<Dictionary<string, string?>>> SelectedAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<Dictionary<string, string?>>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            var row = new Dictionary<string, string?>();
            for (var i = 0; i < reader.FieldCount; i++)
                row[reader.GetName(i)] = reader.IsDBNull(i)
                    ? null
                    : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!.ToUpperInvariant() is var text
                        && Guid.TryParse(text, out _) ? text
                    : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture);
            rows.Add(row);
        }
        return rows;
    }
}
