using Homeward.Cases.Agencies;
using Homeward.Cases.Consents;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Genetics.Primitives;
using Homeward.Storage;
using Homeward.Storage.Samples;
using Homeward.Tests.Storage.Databases;
using static Homeward.Tests.Storage.Databases.MadeUpState;

namespace Homeward.Tests.Storage.Samples;

/// <summary>Consents, samples and hand-overs for tests.</summary>
public sealed class SampleWorld(TestDatabase database)
{
    static int _labels;

    public CaseWorld People { get; } = new(database);
    public CaseSession Police => database.As(Officer);
    public CaseSession Laboratory => database.As(Analyst);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static SampleUse[] ForAll => [SampleUse.Search, SampleUse.RepeatTyping];

    public Consent NewConsent(PersonId person) => new()
    {
        Id = new(Police.NewId()),
        Person = person,
        Basis = LegalBasis.Donor,
        GivenBy = person,
        Document = "SYNTHETIC form",
        Given = Police.Now,
        By = Officer.Id,
        At = Police.Now,
    };

    public async Task<Consent> ConsentAsync(PersonId person, params SampleUse[] uses) =>
        Allowed(await new ConsentStore(Police).GiveAsync(NewConsent(person), uses, Cancel));

    public Sample NewSample(Consent consent, DonorRole role)
    {
        var number = Interlocked.Increment(ref _labels);
        return new()
        {
            Id = new(Police.NewId()),
            Person = consent.Person,
            Consent = consent.Id,
            Role = role,
            Material = Material.BloodCard,
            Label = $"L-{number:D5}",
            Seal = $"S-{number:D5}",
            Taken = Police.Now,
            By = Officer.Id,
            At = Police.Now,
        };
    }

    public Task<Outcome<Sample>> TakeAsync(Consent consent, DonorRole role = DonorRole.Relative) =>
        new SampleStore(Police).TakeAsync(NewSample(consent, role), Cancel);

    public Task<Outcome<Handover>> HandOverAsync(Sample sample, User from, User to, bool isIntact = true) =>
        new SampleStore(database.As(to)).TakeOverAsync(sample.Label, from.Id, isIntact, null, Cancel);

    /// <summary>A sample of somebody new, in the hands of the laboratory.</summary>
    public async Task<Sample> AtTheLaboratoryAsync(DonorRole role, PersonId? person = null, bool isIntact = true)
    {
        var consent = await ConsentAsync(
            person ?? await People.PersonAsync(),
            role == DonorRole.Staff ? [SampleUse.ContaminationCheck] : ForAll);
        var sample = Allowed(await TakeAsync(consent, role));
        Allowed(await HandOverAsync(sample, Officer, Analyst, isIntact));
        return sample;
    }

    public async Task<Outcome<BegunTyping[]>> BeginAsync(params Sample[] samples) =>
        await new TypingStore(Laboratory).BeginAsync([.. samples.Select(it => it.Label)], Cancel);

    public async Task<SampleFacts> FactsAsync(Sample sample) =>
        (await new SampleStore(Laboratory).FactsAsync([sample.Label], Cancel)).Single();
}
