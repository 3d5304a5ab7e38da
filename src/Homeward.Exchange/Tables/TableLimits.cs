namespace Homeward.Exchange.Tables;

/// <summary>How far a table may go before it is refused: nothing that people make comes near.</summary>
public static class TableLimits
{
    public const int LineCharacters = 1 << 20;
    public const int Columns = 4096;
}
