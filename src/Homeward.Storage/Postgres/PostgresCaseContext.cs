using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Postgres;

sealed class PostgresCaseContext(DbContextOptions<PostgresCaseContext> options) : CaseContext(options)
{
    public const string Schema = "cases";

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema(Schema);
        base.OnModelCreating(model);
    }
}
