using Homeward.Storage;
using Homeward.Storage.Access;
using Homeward.Storage.Postgres;
using Homeward.Storage.Sqlite;

namespace Homeward.Tests.Storage;

/// <summary>What one actor could see, and the act he carried out, must not reach the next one.</summary>
public sealed class CaseContextTests
{
    [Fact]
    public async Task A_context_that_is_used_again_knows_nothing_of_whom_it_served_before()
    {
        CaseLocation[] locations = [new SqliteCases("never-opened.db"), new PostgresCases("Host=none", "nobody")];
        foreach (var location in locations)
        {
            var first = location.NewContext();
            first.Sight = new(new(Guid.CreateVersion7()), new(1), [Guid.CreateVersion7()]);
            first.ActEntry = new(Guid.CreateVersion7());
            await first.DisposeAsync();

            await using var second = location.NewContext();

            Assert.Same(first, second);
            Assert.Same(Sight.None, second.Sight);
            Assert.Null(second.ActEntry);
        }
    }
}
