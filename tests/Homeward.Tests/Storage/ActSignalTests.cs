using Homeward.Cases.Access;
using Homeward.Storage;

namespace Homeward.Tests.Storage;

public sealed class ActSignalTests
{
    static readonly Permission[] Night = [Permission.RecordRescue, Permission.RecordDetention];

    [Fact]
    public async Task Who_waits_is_woken_by_acts_of_his_kinds_alone()
    {
        var signal = new ActSignal();
        var waiting = signal.AfterAsync(0, Night, TestContext.Current.CancellationToken);

        signal.Done(Permission.RecordPerson);
        Assert.False(waiting.IsCompleted);
        signal.Done(Permission.RecordDetention);

        Assert.Equal(1, await waiting);
    }

    [Fact]
    public async Task An_act_between_two_looks_is_not_missed()
    {
        var signal = new ActSignal();
        signal.Done(Permission.RecordRescue);
        signal.Done(Permission.RecordRescue);

        Assert.Equal(2, await signal.AfterAsync(1, Night, TestContext.Current.CancellationToken));
        Assert.Equal(2, signal.CountOf(Night));
    }
}
