using System.Collections.Concurrent;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;
using Homeward.Search.Index;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;
using Homeward.Search.Tables;

namespace Homeward.Search.Resident;

/// <summary>Everybody who is searched, in memory for as long as a process lives: who comes is added, who goes is gone
/// at once, and either direction finds the same pairs with the same LR as a search from nothing.</summary>
/// <remarks>For one owner at a time, who uses all cores while he is at it. Memory is wiped when released.</remarks>
public sealed class ResidentIndex : IDisposable
{
    static readonly Profile Somebody = new("", new Dictionary<string, Genotype>());

    readonly SearchSettings _settings;
    readonly ProfileIndex _children;
    readonly ProfileIndex _relatives;
    readonly PedigreePool _pedigrees = new();
    readonly RowBook _book;
    readonly SoughtLanes _lanes;
    readonly ExactRatio _exact;
    readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    readonly List<byte[]?> _records = [];
    readonly List<int[]> _lanesOf = [];
    TableCompiler? _compiler;
    TableCircumstances? _circumstances;

    public ResidentIndex(SearchSettings settings)
    {
        _settings = settings;
        var codes = settings.CodeBookFor(settings.Markers.Append(RescuedChild.Amelogenin).ToHashSet());
        (_children, _relatives) = (new(codes), new(codes));
        _book = new(_relatives, settings.Populations[0]);
        _lanes = new(_book);
        _exact = new(settings);
    }

    public int ChildCount => _children.ProfileCount;

    public int FamilyCount => _numbers.Count;

    public bool HasRelative(string id) => _relatives.SlotOf(id) >= 0;

    public bool HasFamily(string id) => _numbers.ContainsKey(id);

    /// <summary>A child whose family is sought; its id is new.</summary>
    public void AddChild(Profile child)
    {
        _children.Append(child);
        _circumstances = null;
    }

    public bool RemoveChild(string id) => _children.Remove(id);

    /// <summary>A relative's profile; its id is new. It counts once a family with it is put in.</summary>
    public void AddRelative(Profile relative) => _relatives.Append(relative);

    /// <summary>Families with this profile are to be put in anew.</summary>
    public bool RemoveRelative(string id) => _relatives.Remove(id);

    /// <summary>Takes families in, or takes their place.</summary>
    public void Put(IReadOnlyList<ResidentFamily> families, CancellationToken cancel)
    {
        var made = new (byte[] Record, int[]?[] Rows)[families.Count];
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = _settings.Scan.Threads,
            CancellationToken = cancel,
        };
        Parallel.For(0, made.Length, parallel, i => made[i] = Made(families[i]));
        for (var i = 0; i < made.Length; i++)
        {
            RemoveFamily(families[i].Id);
            var number = _records.Count;
            _numbers.Add(families[i].Id, number);
            _records.Add(made[i].Record);
            _lanesOf.Add([.. families[i].Missing.Zip(made[i].Rows)
                .Select(it => _lanes.Add(number, it.First, it.Second, _settings.Threshold))]);
        }
    }

    public bool RemoveFamily(string id)
    {
        if (!_numbers.Remove(id, out var number)) return false;
        foreach (var lane in _lanesOf[number]) _lanes.Remove(lane);
        (_records[number], _lanesOf[number]) = (null, []);
        return true;
    }

    /// <summary>A family with its profiles.</summary>
    public Family FamilyOf(string id) => FamilyAt(_numbers[id]);

    /// <summary>Whether some missing member of it can be reached by nobody.</summary>
    public bool CannotReach(string id) => HasLane(id, LaneState.Unreachable);

    /// <summary>Whether no exact calculation reaches some missing member of it.</summary>
    public bool IsTooOpen(string id) => HasLane(id, LaneState.TooOpen);

    /// <summary>One child against all families.</summary>
    /// <param name="id">Of the child.</param>
    /// <param name="isWanted">Whether a family is to be compared.</param>
    /// <param name="cancel">The wish to stop.</param>
    public ResidentFindings OfChild(string id, Func<string, bool> isWanted, CancellationToken cancel)
    {
        var child = ChildAt(_children.SlotOf(id));
        // Now and not when the child comes: at a start nobody is searched, and rare alleles cost every row of a marker.
        _book.Cover(child.Profile, _settings.Scan.Threads);
        byte[] codes = [.. _children.Codes.Markers.Take(_book.Columns.Count).Select(it => it.CodeIn(child.Profile))];
        var hits = new List<(Family, int, RescuedChild)>();
        foreach (var lane in _lanes.Scan(codes, _settings.Threshold, _settings.Scan.Threads, cancel))
        {
            var family = FamilyAt(_lanes[lane].Family);
            if (isWanted(family.Id)) hits.Add((family, _lanes[lane].Missing, child));
        }
        return Exact(hits, cancel);
    }

    /// <summary>Some families against all children.</summary>
    /// <param name="ids">Of the families: a few thousand, whose compiled tables are in memory meanwhile.</param>
    /// <param name="isWanted">Whether a child and a family are to be compared.</param>
    /// <param name="cancel">The wish to stop.</param>
    public ResidentFindings OfFamilies(
        IReadOnlyList<string> ids, Func<string, string, bool> isWanted, CancellationToken cancel)
    {
        if (_children.ProfileCount == 0 || ids.Count == 0) return new([], new HashSet<string>());
        var sought = new SoughtMembers([.. ids.Select(FamilyOf)]);
        using var tables = Compiler().InMemory(sought, done: null, cancel);
        var hits = new List<(Family, int, RescuedChild)>();
        foreach (var segment in Scan.Run(tables, _children, _settings.Scan, done: null, cancel))
            foreach (var hit in segment.Hits)
            {
                var family = sought.FamilyOf(hit.Family);
                if (isWanted(_children.IdOf(hit.Slot), family.Id))
                    hits.Add((family, sought.MissingOf(hit.Family), ChildAt(hit.Slot)));
            }
        return Exact(hits, cancel);
    }

    public void Dispose()
    {
        _children.Dispose();
        _relatives.Dispose();
    }

    /// <summary>What was compiled for the same circumstances is remembered by the compiler.</summary>
    TableCompiler Compiler()
    {
        if (_circumstances is not null) return _compiler!;
        var now = new TableCircumstances(_children, _settings.Populations[0], _settings.Threshold);
        if (_compiler is null || !_lastDigest.SequenceEqual(now.Digest))
            (_compiler, _lastDigest) = (new(now, _settings.Scan.Threads), now.Digest);
        _circumstances = now;
        return _compiler;
    }

    IReadOnlyList<byte> _lastDigest = [];

    (byte[] Record, int[]?[] Rows) Made(ResidentFamily it)
    {
        var slots = it.Profiles.Select(id => id is null ? -1 : _relatives.SlotOf(id)).ToArray();
        Check.That(it.Profiles.Zip(slots).All(one => one.First is null || one.Second >= 0), "the profile is here");
        Profile?[] typed = [.. it.Profiles.Select(id => id is null ? null : Somebody with { Id = id })];
        var family = new Family(it.Id, it.Pedigree, typed, it.Missing);
        return (
            FamilyRecord.Write(family, profile => _relatives.SlotOf(profile.Id)),
            [.. it.Missing.Select(missing => _lanes.Worked(family, slots, missing))]);
    }

    RescuedChild ChildAt(int slot) => new(_children.ProfileAt(slot));

    Family FamilyAt(int number)
    {
        var record = _records[number];
        Check.That(record is not null, "the family is here");
        var (pedigree, missing) = _pedigrees.Of(record);
        return FamilyRecord.Read(record, pedigree, missing, _relatives.ProfileAt);
    }

    bool HasLane(string id, LaneState state)
    {
        foreach (var lane in _lanesOf[_numbers[id]])
            if (_lanes[lane].State == state) return true;
        return false;
    }

    /// <summary>Those that reach the threshold, in an order that does not depend on how they were found.</summary>
    ResidentFindings Exact(List<(Family Family, int Missing, RescuedChild Child)> hits, CancellationToken cancel)
    {
        var pairs = new ConcurrentBag<ResidentPair>();
        var tooOpen = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = _settings.Scan.Threads,
            CancellationToken = cancel,
        };
        Parallel.ForEach(hits, parallel, it =>
        {
            try
            {
                if (_exact.Of(it.Family, it.Missing, it.Child) is { } ratios)
                    pairs.Add(new(
                        it.Child.Id, it.Family.Id, it.Family.Pedigree.Members[it.Missing].Id, ratios.Min()));
            }
            catch (LikelihoodTooLargeException)
            {
                tooOpen.TryAdd(it.Family.Id, true);
            }
        });
        return new(
            [
                .. pairs.OrderBy(it => it.Child, StringComparer.Ordinal)
                    .ThenBy(it => it.Family, StringComparer.Ordinal).ThenBy(it => it.Missing, StringComparer.Ordinal),
            ],
            tooOpen.Keys.ToHashSet(StringComparer.Ordinal));
    }
}
