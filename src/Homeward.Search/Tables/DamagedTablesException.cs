namespace Homeward.Search.Tables;

/// <summary>A saved tile is not what was written: the families must be compiled again.</summary>
public sealed class DamagedTablesException() : IOException("The compiled tables are damaged: a checksum does not fit.");
