using Homeward.Cases.Access;
using Homeward.Cases.Operations;
using Homeward.Genetics.Primitives;
using Homeward.Server.Security;
using Homeward.Storage.Operations;
using Homeward.Storage.Rescues;

namespace Homeward.Server.Features.Recording;

/// <summary>Records a rescue once, however often it is sent, from a page or by the API.</summary>
static class RescueRecording
{
    public static async Task<Recording> RunAsync(
        RescueForm form, Actor actor, Case cases, ServerSettings settings, CancellationToken cancel)
    {
        // Two copies of one form that arrive together go one after the other: the second finds the first.
        using var turn = await Turn.OfAsync(form.Common.Form, cancel);
        var store = new RescueStore(cases.Session);
        if (await store.FindAsync(new(form.Common.Form), cancel) is { } earlier)
            return form.Matches(earlier, settings)
                ? new Recording.Done(earlier.Person, IsNew: false) : new Recording.Other(earlier);
        var report = form.AsReport(actor, settings, cases.Now, cases.Session.NewId);
        var recorded = await store.RecordAsync(report, cancel);
        if (recorded.Refusal is { } refusal) return new Recording.Refused(refusal, null);
        return await AttributeAsync(form, cases, cancel) is { } refused
            ? new Recording.Refused(refused, report.Rescue.Person)
            : new Recording.Done(report.Rescue.Person, IsNew: true);
    }

    /// <summary>Says of the rescue that it is a result of the operation that was chosen.</summary>
    static async Task<Refusal?> AttributeAsync(RescueForm form, Case cases, CancellationToken cancel) =>
        form.Common.Operation is { } operation
            ? (await new OperationStore(cases.Session).AttributeAsync(
                new OperationId(operation), [new(form.Common.Form)], cancel)).Refusal
            : null;
}
