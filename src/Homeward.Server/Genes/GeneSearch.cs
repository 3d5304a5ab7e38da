using Homeward.Cases.Identification;
using Homeward.Cases.Samples;
using Homeward.Genetics.Primitives;
using Homeward.Search.Ranking;
using Homeward.Search.Resident;
using Homeward.Storage.Genes;

namespace Homeward.Server.Genes;

/// <summary>Everybody in the gene database in memory, and a search of whoever has not been searched: as long as a
/// process lives, or for one run.</summary>
/// <remarks>What it holds is a fold over rows that only come (docs/decisions/0064-the-search-that-stays.md), so it
/// never has to be told of a change. For one owner at a time; <see cref="Progress"/> may be read by anybody.</remarks>
public sealed class GeneSearch : IDisposable
{
    readonly GeneHistory _history;
    readonly SearchLedger _ledger;
    readonly SearchSettings _settings;
    readonly ResidentIndex _index;
    readonly SearchedSide<AccessionNumber> _children = new(it => it.Text);
    readonly SearchedSide<GeneFamilyId> _families = new(NameOf);
    readonly Dictionary<string, string> _betterThan = new(StringComparer.Ordinal);
    readonly HashSet<string> _tooOpen = new(StringComparer.Ordinal);
    GeneMoment _moment = new(0, 0, "", "", 0);

    public GeneSearch(GeneDatabase genes, SearchSettings settings)
    {
        (_history, _ledger, _settings) = (new(genes), new(genes), settings);
        (_index, Terms) = (new(settings), TermsOfSearch.Of(settings));
    }

    public SearchTerms Terms { get; }

    /// <summary>Children searched one after another against all families; more of them wait until every family has
    /// been searched against all children, which comes to the same and is less work.</summary>
    internal int MostOneByOne { get; init; } = 500;

    /// <summary>Families searched in one go: a fraction of a second, so that no new child waits longer.</summary>
    internal int FamiliesAtATime { get; init; } = 4096;

    internal IReadOnlyCollection<AccessionNumber> ChildrenLeft => _children.Left;

    internal IReadOnlyCollection<GeneFamilyId> FamiliesLeft => _families.Left;

    /// <summary>Whether somebody has begun to search under other terms: then this one searches nobody.</summary>
    public bool HasOtherTerms =>
        _moment.Terms > 0 && (_moment.Digest, _moment.Engine) != (Terms.Digest, Terms.Engine);

    public SearchProgress Progress { get; private set; } = new(0, 0, 0, 0, 0);

    /// <summary>From now on it is searched under these terms.</summary>
    /// <param name="anew">Whether everybody is to be searched again although they hold already.</param>
    public void Begin(bool anew = false) => _ledger.Begin(Terms, anew);

    /// <summary>Begins if nobody has yet, or if those that hold are of another version of the engine. Whoever searches
    /// under other frequencies or settings is left to it: two that disagree would search everybody in turn.</summary>
    public void BeginUnlessOthersHold()
    {
        var now = _history.Now();
        if (now.Terms == 0 || now.Digest == Terms.Digest) Begin();
    }

    /// <summary>Takes over what has happened since: everybody, the first time.</summary>
    /// <returns>Whether anything had.</returns>
    public bool Refresh(CancellationToken cancel)
    {
        var now = _history.Now();
        if (now == _moment) return false;
        var after = _moment;
        if (now.Version > after.Version) TakeOver(after.Version, now.Version, cancel);
        if (now.Terms > after.Terms && after.Terms > 0)
        {
            _children.Forget();
            _families.Forget();
            _tooOpen.Clear();
        }
        foreach (var it in _history.Searches(now.Terms, after.LastSearch, now.LastSearch)) Note(it);
        _moment = now;
        Tell();
        return true;
    }

    /// <summary>Searches whoever has not been searched, and then whoever came meanwhile.</summary>
    /// <param name="done">Told the share of the families searched; null for nobody.</param>
    /// <param name="cancel">Looked at between rounds: what was completed stays.</param>
    public SearchRound Run(Action<double>? done, CancellationToken cancel)
    {
        var all = SearchRound.Nothing;
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            Refresh(cancel);
            if (Round(cancel) is not { } round) return all;
            all = all.And(round);
            done?.Invoke(1 - (double)_families.Left.Count / Math.Max(1, _families.Count));
        }
    }

    /// <summary>One transaction's worth of searching; null when nobody is left to be searched.</summary>
    public SearchRound? Round(CancellationToken cancel)
    {
        if (Next(cancel) is not ({ } work, { } findings)) return null;
        if (!_ledger.Complete(work, findings)) return SearchRound.Nothing;
        return new(work.Children.Count, work.Families.Count, findings.Pairs.Count);
    }

    /// <summary>Finds what the next round writes. Killed before that, it is found again.</summary>
    internal (SearchWork? Work, SearchFindings? Findings) Next(CancellationToken cancel)
    {
        if (HasOtherTerms || _moment.Terms == 0) return default;
        var children = _children.Left;
        // Who came lately goes first: few children against all families.
        if (children.Count > 0 && children.Count <= MostOneByOne)
            return (WorkOf([.. children], []), OfChildren(children, cancel));
        var families = children.Count == 0 || _families.Left.Count > 0 ? _families.Left
            : _families.Before(children.Max(it => _children[it].Touched));
        if (families.Count > 0)
        {
            GeneFamilyId[] some = [.. families.Take(FamiliesAtATime)];
            return (WorkOf([], some), OfFamilies(some, cancel));
        }
        // Every family has seen them.
        return children.Count == 0 ? default : (WorkOf([.. children], []), FindingsOf([], new HashSet<string>(), []));
    }

    public void Dispose() => _index.Dispose();

    void TakeOver(long after, long upTo, CancellationToken cancel)
    {
        var threads = _settings.Scan.Threads;
        foreach (var (earlier, better) in _history.Replacements(after, upTo)) _betterThan.Add(earlier, better);
        if (after > 0)
            foreach (var gone in _history.Departures(after, upTo)) Remove(gone);
        _history.Arrivals(after, upTo, threads, Add, cancel);
        _history.Families(after, upTo, threads, it => Put(it, cancel), cancel);
    }

    void Put(IReadOnlyList<ChangedFamily> families, CancellationToken cancel)
    {
        _index.Put([.. families.Where(it => it.Family.Pedigree is not null).Select(ResidentOf)], cancel);
        foreach (var (family, touched) in families)
        {
            _tooOpen.Remove(NameOf(family.Id));
            if (family.Pedigree is not null) _families.Touch(family.Id, touched);
            else
            {
                _index.RemoveFamily(NameOf(family.Id));
                _families.Remove(family.Id);
            }
        }
        Tell();
    }

    void Remove(string accession)
    {
        if (_index.RemoveChild(accession)) _children.Remove(AccessionOf(accession));
        else _index.RemoveRelative(accession);
    }

    void Add(IReadOnlyList<AcceptedProfile> profiles)
    {
        foreach (var it in profiles)
            if (it.Kind == ProfileKind.Reference) _index.AddRelative(it.Profile);
            else
            {
                _index.AddChild(it.Profile);
                _children.Touch(it.Accession, it.Number);
            }
        Tell();
    }

    /// <summary>With the best typing of each member; one whose profile was withdrawn counts as not typed.</summary>
    ResidentFamily ResidentOf(ChangedFamily it)
    {
        var members = it.Family.Members;
        return new(
            NameOf(it.Family.Id),
            it.Family.Pedigree!,
            [.. members.Select(member => member.Accession is { } accession ? BestOf(accession.Text) : null)],
            [.. members.Index().Where(member => member.Item.IsMissing).Select(member => member.Index)]);
    }

    string? BestOf(string accession)
    {
        while (_betterThan.TryGetValue(accession, out var better)) accession = better;
        return _index.HasRelative(accession) ? accession : null;
    }

    void Note(CompletedSearch it)
    {
        if (it.Child is { } child) _children.Saw(child, it.Version);
        else if (it.Family is { } family)
        {
            _families.Saw(family, it.Version);
            if (it.IsTooOpen) _tooOpen.Add(NameOf(family));
        }
    }

    SearchFindings OfChildren(IReadOnlyCollection<AccessionNumber> children, CancellationToken cancel)
    {
        var pairs = new List<ResidentPair>();
        var tooOpen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in children.OrderBy(it => it.Text, StringComparer.Ordinal))
        {
            var mine = _children[child];
            var found = _index.OfChild(
                child.Text, family => !Searched.Covers(mine, _families[FamilyOf(family)]), cancel);
            pairs.AddRange(found.Pairs);
            tooOpen.UnionWith(found.TooOpen);
        }
        return FindingsOf(pairs, tooOpen, []);
    }

    SearchFindings OfFamilies(GeneFamilyId[] families, CancellationToken cancel)
    {
        string[] names = [.. families.Select(NameOf)];
        var found = _index.OfFamilies(
            names,
            (child, family) => !Searched.Covers(_children[AccessionOf(child)], _families[FamilyOf(family)]),
            cancel);
        return FindingsOf(found.Pairs, found.TooOpen, names);
    }

    /// <param name="pairs">What was found.</param>
    /// <param name="tooOpen">Families that some child made too open.</param>
    /// <param name="families">Families whose records are written.</param>
    SearchFindings FindingsOf(
        IReadOnlyList<ResidentPair> pairs, IReadOnlySet<string> tooOpen, string[] families) => new(
        [.. pairs.Select(it => new GenePair(AccessionOf(it.Child), FamilyOf(it.Family), it.Missing, it.Log10))],
        families.Where(_index.CannotReach).Select(FamilyOf).ToHashSet(),
        // What a record says already is not said again with every child.
        tooOpen.Where(it => !_tooOpen.Contains(it)).Concat(families.Where(_index.IsTooOpen))
            .Concat(families.Where(_tooOpen.Contains)).Select(FamilyOf).ToHashSet());

    SearchWork WorkOf(IReadOnlyCollection<AccessionNumber> children, IReadOnlyCollection<GeneFamilyId> families) =>
        new()
        {
            Version = _moment.Version,
            Terms = _moment.Terms,
            AllChildren = _children.Names.Compared,
            AllFamilies = _families.Names.Compared,
            Children = children,
            Families = families,
            FamilyOf = it => _index.FamilyOf(NameOf(it)),
        };

    void Tell() => Progress = new(
        _moment.Version, _children.Count, _families.Count, _children.Left.Count, _families.Left.Count);

    static string NameOf(GeneFamilyId family) => family.Value.ToString("N");

    static GeneFamilyId FamilyOf(string id) => new(Guid.ParseExact(id, "N"));

    static AccessionNumber AccessionOf(string id)
    {
        var isNumber = AccessionNumber.TryParse(id, out var accession);
        Check.That(isNumber, "a profile of the gene database is named by its accession number");
        return accession;
    }
}
