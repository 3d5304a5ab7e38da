using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Sqlite;

sealed class SqliteCaseContext(DbContextOptions<SqliteCaseContext> options) : CaseContext(options);
