using Microsoft.EntityFrameworkCore.Design;

namespace Homeward.Storage.Postgres;

/// <summary>For the tool that writes migrations: it asks for the model and opens nothing.</summary>
sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresCaseContext>
{
    public PostgresCaseContext CreateDbContext(string[] args) => new(PostgresCases.Options("Host=never-opened"));
}
