using System.Text;
using CsCheck;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;

namespace Homeward.Tests.Cases.Audit;

/// <summary>A chain is made, somebody who can write anything changes it, and the check must say where.</summary>
public sealed class ChainCheckTests
{
    const int Length = 12;

    [Fact]
    public void An_untouched_chain_is_whole_and_vouched_for_up_to_its_checkpoint()
    {
        var chain = Chain();
        var check = new ChainCheck([CheckpointAt(chain, 9)]);
        foreach (var entry in chain) check.Take(entry);

        var found = Assert.Single(check.Finish());
        Assert.Empty(check.Findings);
        Assert.Equal((Length, 9, 3), (found.Length, found.HeldOutside, found.NotVouchedFor));
        Assert.Equal(Convert.ToHexStringLower(chain[^1].Hash.Span), found.Head);
    }

    /// <summary>The hash of the changed entry is left as it was, or made anew so that only the next one shows it.
    /// </summary>
    [Fact]
    public void A_change_anywhere_is_located() =>
        Gen.Select(Gen.Int[1, Length], Gen.Bool).Sample((number, rehash) =>
        {
            var chain = Chain();
            Change(chain, number);
            if (rehash) Rehash(chain, number, number);
            // An attacker who makes the last entry anew has written the chain anew to its end: see below.
            if (rehash && number == Length) return;

            var finding = Assert.Single(Findings(chain));
            var at = Assert.IsType<AuditFinding.DoesNotFollow>(finding).Number;
            Assert.Equal(rehash ? number + 1 : number, at);
        });

    [Fact]
    public void A_removal_anywhere_but_at_the_end_is_located() =>
        Gen.Select(Gen.Int[1, Length - 1], Gen.Int[1, Length - 1]).Sample((one, other) =>
        {
            var (from, to) = (Math.Min(one, other), Math.Max(one, other));
            var chain = Chain();
            chain.RemoveAll(it => it.Number >= from && it.Number <= to);

            Assert.Equal([new AuditFinding.Missing("alone", from, to)], Findings(chain));
        });

    /// <summary>Removed, and the numbers closed up, in the columns alone or in the texts too.</summary>
    [Fact]
    public void A_removal_that_is_papered_over_is_located() =>
        Gen.Select(Gen.Int[1, Length - 1], Gen.Bool).Sample((removed, inText) =>
        {
            var chain = Chain();
            chain.RemoveAt(removed - 1);
            for (var i = removed - 1; i < chain.Count; i++)
                chain[i] = inText ? Renumbered(chain[i], i + 1) : chain[i] with { Number = i + 1 };

            Assert.Contains(Findings(chain), it => Numbers(it).Contains(removed));
        });

    [Fact]
    public void Exchanged_entries_are_located() =>
        Gen.Select(Gen.Int[1, Length], Gen.Int[1, Length], Gen.Bool).Where(it => it.Item1 < it.Item2)
            .Sample((first, second, inText) =>
            {
                var chain = Chain();
                var (a, b) = (chain[first - 1], chain[second - 1]);
                chain[first - 1] = inText ? Renumbered(b, first) : b with { Number = first };
                chain[second - 1] = inText ? Renumbered(a, second) : a with { Number = second };

                var located = Findings(chain).SelectMany(Numbers).ToHashSet();
                Assert.Contains(first, located);
                Assert.Contains(second, located);
            });

    [Fact]
    public void A_chain_cut_off_before_a_checkpoint_is_found_and_after_it_is_not_vouched_for() =>
        Gen.Select(Gen.Int[0, Length], Gen.Int[1, Length]).Sample((kept, signed) =>
        {
            var chain = Chain();
            var checkpoint = CheckpointAt(chain, signed);
            chain.RemoveRange(kept, Length - kept);

            var findings = Findings(chain, checkpoint);

            if (kept >= signed) Assert.Empty(findings);
            else Assert.Equal([new AuditFinding.CutOff("alone", kept + 1, signed)], findings);
        });

    [Fact]
    public void A_chain_written_anew_to_its_end_is_located_between_two_checkpoints() =>
        Gen.Select(Gen.Int[1, Length], Gen.Int[1, Length], Gen.Int[1, Length]).Where(it => it.Item2 < it.Item3)
            .Sample((changed, early, late) =>
            {
                var chain = Chain();
                Checkpoint[] signed = [CheckpointAt(chain, late), CheckpointAt(chain, early)];
                Change(chain, changed);
                Rehash(chain, changed, Length);

                var findings = Findings(chain, signed);

                // Nothing outside covers what came after the later checkpoint.
                if (changed > late) Assert.Empty(findings);
                else
                    Assert.Equal(
                        [new AuditFinding.NotAsSigned(
                            "alone", changed > early ? early + 1 : 1, changed > early ? late : early)],
                        findings);
            });

    [Fact]
    public void A_text_that_is_no_entry_is_out_of_place_and_does_not_follow()
    {
        var chain = Chain();
        chain[4] = chain[4] with { Text = "gone"u8.ToArray() };

        Assert.Equal(
            [new AuditFinding.Misplaced("alone", 5), new AuditFinding.DoesNotFollow("alone", 5)], Findings(chain));
    }

    [Fact]
    public void Many_findings_are_counted_and_the_first_thousand_are_told()
    {
        var check = new ChainCheck([]);
        for (var number = 2; number < 5000; number += 2)
            check.Take(new("alone", number, Guid.Empty, "x"u8.ToArray(), new byte[32]));
        check.Finish();

        Assert.Equal(1000, check.Findings.Count);
        Assert.Equal(2 * 2499, check.Findings.Total);
    }

    static List<StoredEntry> Chain()
    {
        var (chain, hash) = (new List<StoredEntry>(), AuditChain.Beginning.ToArray());
        for (var number = 1; number <= Length; number++)
        {
            var id = new Guid($"01920000-0000-7000-8000-{number:x12}");
            var entry = new AuditEntry(new(id), AuditNode.Alone, number, new Instant(number), AuditGen.ReadOf());
            var text = AuditText.Of(entry);
            hash = AuditChain.HashOf(hash, text);
            chain.Add(new("alone", number, id, text, hash));
        }
        return chain;
    }

    static void Change(List<StoredEntry> chain, int number) =>
        chain[number - 1] = chain[number - 1] with { Text = Replaced(chain[number - 1], "ReadPeople", "ReadRoutes") };

    static StoredEntry Renumbered(StoredEntry entry, long number) =>
        entry with { Number = number, Text = Replaced(entry, $"\"number\":{entry.Number}", $"\"number\":{number}") };

    static byte[] Replaced(StoredEntry entry, string old, string replacement) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(entry.Text.Span).Replace(old, replacement));

    static void Rehash(List<StoredEntry> chain, int from, int to)
    {
        for (var number = from; number <= to; number++)
        {
            var previous = number == 1 ? AuditChain.Beginning : chain[number - 2].Hash;
            chain[number - 1] = chain[number - 1] with
            {
                Hash = AuditChain.HashOf(previous.Span, chain[number - 1].Text.Span),
            };
        }
    }

    static Checkpoint CheckpointAt(List<StoredEntry> chain, int length) =>
        new(default, [new("alone", length, Convert.ToHexStringLower(chain[length - 1].Hash.Span))]);

    static List<AuditFinding> Findings(List<StoredEntry> chain, params Checkpoint[] signed)
    {
        var check = new ChainCheck(signed);
        foreach (var entry in chain) check.Take(entry);
        check.Finish();
        return [.. check.Findings];
    }

    /// <summary>The entries that a finding speaks of.</summary>
    static IEnumerable<long> Numbers(AuditFinding finding) => finding switch
    {
        AuditFinding.DoesNotFollow it => [it.Number - 1, it.Number],
        AuditFinding.Misplaced it => [it.Number],
        AuditFinding.Missing it => [it.From, it.To],
        _ => [],
    };
}
