using Homeward.Cases.Agencies;
using Homeward.Cases.Consents;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Samples;

/// <summary>When samples may be taken, handed over and typed. The same is held by the database:
/// <c>Rules/*/60-samples.sql</c>.</summary>
public static class SampleRules
{
    /// <summary>The use without which a sample of this role is not taken.</summary>
    public static SampleUse NeededFor(DonorRole role) => role switch
    {
        DonorRole.Rescued or DonorRole.Relative => SampleUse.Search,
        DonorRole.Staff => SampleUse.ContaminationCheck,
    };

    public static Outcome<Consent> Agree(Consent consent)
    {
        if (consent.Given > consent.At) return new SampleRefusal.OutOfOrder();
        var isNamed = consent.Basis switch
        {
            LegalBasis.Law => consent.GivenBy is null,
            LegalBasis.Donor => consent.GivenBy == consent.Person,
            LegalBasis.Guardian => consent.GivenBy != consent.Person,
        };
        return isNamed ? consent : new SampleRefusal.NobodyAgreed();
    }

    /// <param name="sample">The sample.</param>
    /// <param name="consent">The consent that it names; null when that is no consent of this human being.</param>
    /// <param name="uses">What the consent is for.</param>
    /// <param name="isWithdrawn">Whether it was taken back.</param>
    public static Outcome<Sample> Take(
        Sample sample, Consent? consent, IReadOnlyCollection<SampleUse> uses, bool isWithdrawn)
    {
        if (consent is null) return new SampleRefusal.NoConsent();
        if (isWithdrawn) return new SampleRefusal.Withdrawn();
        if (!uses.Contains(NeededFor(sample.Role))) return new SampleRefusal.OutsideScope(NeededFor(sample.Role));
        return sample.Taken < consent.Given || sample.Taken > sample.At ? new SampleRefusal.OutOfOrder() : sample;
    }

    /// <param name="next">The hand-over to be recorded.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="last">The hand-over before; null for the first.</param>
    public static Outcome<Handover> HandOver(Handover next, Sample sample, Handover? last)
    {
        Check.That(next.Sample == sample.Id && next.Ordinal == (last?.Ordinal ?? 0) + 1);
        if (next.From != (last?.To ?? sample.By) || next.From == next.To) return new SampleRefusal.NotTheHolder();
        return next.At < (last?.At ?? sample.Taken) ? new SampleRefusal.OutOfOrder() : next;
    }

    /// <summary>Whether a laboratory may type a sample now.</summary>
    public static Outcome<SampleFacts> Type(SampleFacts sample, AgencyId laboratory)
    {
        if (sample.IsWithdrawn) return new SampleRefusal.Withdrawn();
        if (sample.HolderAgency != laboratory) return new SampleRefusal.NotHere();
        if (sample.IsSealBroken) return new SampleRefusal.SealBroken();
        if (!sample.Uses.Contains(NeededFor(sample.Role)))
            return new SampleRefusal.OutsideScope(NeededFor(sample.Role));
        var isRepeated = sample.Typings.Any(it => it.IsAccepted);
        return isRepeated && !sample.Uses.Contains(SampleUse.RepeatTyping)
            ? new SampleRefusal.OutsideScope(SampleUse.RepeatTyping) : sample;
    }
}
