using Microsoft.EntityFrameworkCore.Design;

namespace Homeward.Storage.Sqlite;

/// <summary>For the tool that writes migrations: it asks for the model and opens nothing.</summary>
sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteCaseContext>
{
    public SqliteCaseContext CreateDbContext(string[] args) => new(SqliteCases.Options("Data Source=never-opened"));
}
