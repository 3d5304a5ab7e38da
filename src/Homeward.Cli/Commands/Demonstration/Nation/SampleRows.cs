using Homeward.Cases.Consents;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Storage.Demonstrations;

namespace Homeward.Cli.Commands.Demonstration.Nation;

/// <summary>Samples as rows: consent, tube, hand-over to the laboratory, a typing that was begun.</summary>
sealed class SampleRows(DemoState state)
{
    readonly List<Consent> _consents = [];
    readonly List<ConsentScope> _scopes = [];
    readonly List<Sample> _samples = [];
    readonly List<Handover> _handovers = [];
    readonly List<GeneDonor> _donors = [];
    readonly List<Typing> _typings = [];

    /// <param name="Person">Whose it is.</param>
    /// <param name="Label">On the tube.</param>
    /// <param name="Role">As what it is given.</param>
    /// <param name="Taken">When.</param>
    public sealed record Tube(PersonId Person, string Label, DonorRole Role, Instant Taken);

    public void Take(Tube tube, DemoState.Office by, LegalBasis basis)
    {
        var consent = new Consent
        {
            Id = new(state.NewId()),
            Person = tube.Person,
            Basis = basis,
            GivenBy = basis == LegalBasis.Law ? null : tube.Person,
            Document = (basis == LegalBasis.Law ? "SYNTHETIC order " : "SYNTHETIC form ") + tube.Label,
            Given = tube.Taken,
            By = by.User.Id,
            At = tube.Taken,
        };
        _consents.Add(consent);
        _scopes.Add(new(consent.Id, SampleUse.Search));
        _scopes.Add(new(consent.Id, SampleUse.RepeatTyping));
        _samples.Add(new()
        {
            Id = new(state.NewId()),
            Person = tube.Person,
            Consent = consent.Id,
            Role = tube.Role,
            Material = tube.Role == DonorRole.Rescued ? Material.BloodCard : Material.MouthSwab,
            Label = tube.Label,
            Seal = "SYNTHETIC seal " + tube.Label,
            Taken = tube.Taken,
            By = by.User.Id,
            At = tube.Taken,
        });
    }

    /// <summary>The laboratory has the tube taken last, two days later, and begins.</summary>
    public void Type(Tube tube, DemoState.Office from)
    {
        var (sample, received) = (_samples[^1], tube.Taken + TimeSpan.FromHours(50));
        _handovers.Add(new()
        {
            Sample = sample.Id,
            Ordinal = 1,
            From = from.User.Id,
            To = state.Laboratory.User.Id,
            SealIntact = true,
            Seal = sample.Seal,
            At = received,
        });
        _donors.Add(new() { Person = tube.Person, Donor = new(state.NewId()), At = received });
        _typings.Add(new()
        {
            Accession = AccessionNumber.Draw(),
            Sample = sample.Id,
            Ordinal = 1,
            Laboratory = state.Laboratory.Agency.Id,
            By = state.Laboratory.User.Id,
            At = received + TimeSpan.FromHours(1),
        });
    }

    public PastRecords Into(PastRecords past) => past with
    {
        Consents = _consents,
        Scopes = _scopes,
        Samples = _samples,
        Handovers = _handovers,
        Donors = _donors,
        Typings = _typings,
    };
}
