using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Postgres;

sealed class PostgresCaseContext(DbContextOptions<PostgresCaseContext> options) : CaseContext(options)
{
    /// <summary>Found by the connection's search path, so that both databases have one model.</summary>
    public const string Schema = "cases";
}
