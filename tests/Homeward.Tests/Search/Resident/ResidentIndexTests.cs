using CsCheck;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Profiles;
using Homeward.Search.Compiling;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;
using Homeward.Search.Resident;
using Homeward.Tests.Search.Ranking;

namespace Homeward.Tests.Search.Resident;

/// <summary>People come, go and are typed anew in any order; what is found is what one from nothing finds.</summary>
public sealed class ResidentIndexTests
{
    const double Threshold = 0.5;
    const int Steps = 30;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Readings of every kind: partial, rare, with drop-out, on the X; several missing members.</summary>
    [Fact]
    public void Whoever_comes_and_goes_both_directions_find_the_pairs_of_a_search_from_nothing()
    {
        var found = 0;
        Gen.Int[0, 1_000_000].Sample(
            seed => Interlocked.Add(ref found, new History(seed).Run()), iter: Soak.Rounds(6), threads: 1);
        Assert.True(found > 20, $"{found} pairs show little");
    }

    static SearchSettings SettingsOf(MadeUpStudy study) => new()
    {
        Populations = study.Populations,
        Threshold = Threshold,
        AlternativePrior = 1,
        ExplainedRanks = 0,
        Scan = new() { Kernel = ScanKernel.Scalar, Threads = 2 },
    };

    sealed class History
    {
        readonly Random _random;
        readonly MadeUpStudy _study;
        readonly SearchSettings _settings;
        readonly List<Family> _families = [];
        readonly List<RescuedChild> _children = [];
        readonly List<RescuedChild> _waiting = [];
        int _count;

        public History(int seed)
        {
            (_random, _study) = (new(seed), MadeUpStudy.Of(seed));
            _settings = SettingsOf(_study);
        }

        public int Run()
        {
            using var index = new ResidentIndex(_settings);
            var found = 0;
            for (var step = 1; step <= Steps; step++)
            {
                Step(index);
                if (step % 10 == 0) found += Compare(index);
            }
            return found;
        }

        void Step(ResidentIndex index)
        {
            switch (_random.Next(6))
            {
                case 0 or 1: Arrive(index); break;
                case 2 when _waiting.Count > 0:
                    index.AddChild(_waiting[^1].Profile);
                    _children.Add(_waiting[^1]);
                    _waiting.RemoveAt(_waiting.Count - 1);
                    break;
                case 3 when _children.Count > 0:
                    Assert.True(index.RemoveChild(_children[0].Id));
                    _children.RemoveAt(0);
                    break;
                case 4 when _families.Count > 4:
                    Assert.True(index.RemoveFamily(_families[0].Id));
                    _families.RemoveAt(0);
                    break;
                case 5 when _families.Count > 0: Withdraw(index, _random.Next(_families.Count)); break;
                default: Arrive(index); break;
            }
        }

        void Arrive(ResidentIndex index)
        {
            var (family, child) = _study.Family($"F{++_count}");
            foreach (var profile in family.Profiles.OfType<Profile>()) index.AddRelative(profile);
            index.Put([EveryDirection.ResidentOf(family)], Cancel);
            _families.Add(family);
            _waiting.Add(child);
        }

        /// <summary>A relative takes his consent back: the family is put in anew without him.</summary>
        void Withdraw(ResidentIndex index, int number)
        {
            var family = _families[number];
            if (family.Typed.ToList() is not { Count: > 0 } typed) return;
            var gone = typed[_random.Next(typed.Count)];
            Assert.True(index.RemoveRelative(family.Profiles[gone]!.Id));
            var left = family.Profiles.Select((it, i) => i == gone ? null : it);
            _families[number] = new(family.Id, family.Pedigree, [.. left], family.Missing);
            index.Put([EveryDirection.ResidentOf(_families[number])], Cancel);
        }

        int Compare(ResidentIndex index)
        {
            Assert.Equal((_children.Count, _families.Count), (index.ChildCount, index.FamilyCount));
            if (_children.Count == 0 || _families.Count == 0) return 0;
            var result = new FamilySearch(_settings, _children).Run(_families, cancel: Cancel);
            ResidentPair[] expected =
            [
                .. result.Candidates.Select(it => new ResidentPair(it.Child, it.Family, it.Missing, it.Log10))
                    .OrderBy(it => (it.Child, it.Family, it.Missing)),
            ];
            Assert.Equal(expected, Ordered(_children.SelectMany(it => index.OfChild(it.Id, _ => true, Cancel).Pairs)));
            Assert.Equal(expected, Ordered(
                index.OfFamilies([.. _families.Select(it => it.Id)], (_, _) => true, Cancel).Pairs));
            Assert.All(_families, it => Assert.Equal(it.Typed, index.FamilyOf(it.Id).Typed));
            CompareReach();
            return expected.Length;
        }

        /// <summary>By tables over all markers. Rows of an index that has met children also allow for rare alleles that
        /// somebody showed, so this one has met nobody.</summary>
        void CompareReach()
        {
            using var index = new ResidentIndex(_settings);
            foreach (var profile in _families.SelectMany(it => it.Profiles).OfType<Profile>())
                index.AddRelative(profile);
            index.Put([.. _families.Select(EveryDirection.ResidentOf)], Cancel);
            var codes = _settings.CodeBookFor(_settings.Markers.ToHashSet());
            var compiler = new FamilyCompiler(codes, _settings.Populations[0], _ => []);
            Assert.All(_families.Where(it => !index.IsTooOpen(it.Id)), family => Assert.Equal(
                family.Missing.Any(it =>
                    !ScanTable.Of(codes, compiler.Of(family, it).Scores, Threshold).CanReach),
                index.CannotReach(family.Id)));
        }

        static ResidentPair[] Ordered(IEnumerable<ResidentPair> pairs) =>
            [.. pairs.OrderBy(it => (it.Child, it.Family, it.Missing))];
    }
}
