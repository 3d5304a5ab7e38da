using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;
using Homeward.Server.Security;
using Homeward.Storage.Detentions;
using Homeward.Storage.People;

namespace Homeward.Server.Features.Recording;

/// <summary>Records a detained suspect once, however often he is sent, from a page or by the API.</summary>
static class DetentionRecording
{
    public static async Task<Recording> RunAsync(
        DetentionForm form, Case cases, ServerSettings settings, CancellationToken cancel)
    {
        using var turn = await Turn.OfAsync(form.Common.Person, cancel);
        var person = new PersonId(form.Common.Person);
        var file = await new PeopleStore(cases.Session).FindAsync(person, cancel);
        var measures = await new DetentionStore(cases.Session).OfAsync(person, cancel);
        if (file is not null && !form.Matches(file, measures, settings)) return new Recording.Other(null);
        if (file is null && await AddAsync(form, cases, settings, cancel) is { } refusal)
            return new Recording.Refused(refusal, null);
        if (measures.Count == 0 && await DetainAsync(form, cases, cancel) is { } refused)
            return new Recording.Refused(refused, person);
        return new Recording.Done(person, IsNew: measures.Count == 0);
    }

    static async Task<Refusal?> AddAsync(
        DetentionForm form, Case cases, ServerSettings settings, CancellationToken cancel) =>
        (await new PeopleStore(cases.Session).AddAsync(
            form.Common.AsPerson(), form.Common.AsNames(settings, cases.Session.NewId(), cases.Now), cancel)).Refusal;

    static async Task<Refusal?> DetainAsync(DetentionForm form, Case cases, CancellationToken cancel) =>
        (await new DetentionStore(cases.Session).RecordAsync(
            new()
            {
                Person = new(form.Common.Person),
                Measure = form.Measure,
                Since = form.Common.Moment!.Value,
                During = form.Common.Operation is { } operation ? new OperationId(operation) : null,
            },
            cancel)).Refusal;
}
