namespace Homeward.Storage.Genes;

/// <summary>The number that stands for a marker in a sealed profile.</summary>
/// <remarks>A place in this list is never given to another marker; a new one comes at the end.</remarks>
static class MarkerNumbers
{
    static readonly string[] Names =
    [
        "D1S1656", "D1S1627", "D1S1677", "D1S1679", "F13B", "TPOX", "D2S441", "D2S1338", "D2S1360", "D2S1776",
        "D2S427", "D3S1358", "D3S1744", "D3S2406", "D3S3045", "D3S3053", "D3S4529", "D3S4545", "FGA", "D4S2364",
        "D4S2366", "D4S2408", "D5S818", "CSF1PO", "D5S1457", "D5S2500", "D5S2800", "SE33", "D6S1043", "D6S1017",
        "D6S1027", "D6S474", "D6S477", "F13A01", "D7S820", "D7S1517", "D7S2201", "D7S3048", "Penta B", "D8S1179",
        "D8S1132", "LPL", "D9S1118", "D9S1120", "D9S1122", "D9S2157", "D9S925", "Penta C", "D10S1248", "D10S1435",
        "D10S2325", "TH01", "APOAI1", "D11S1304", "D11S2368", "D11S4463", "D11S554", "vWA", "D12S391", "D12ATA63",
        "D12S297", "D13S317", "D13S325", "D14S1426", "D14S1434", "D14S608", "Penta E", "D15S659", "D15S822",
        "FESFPS", "D16S539", "D17S1290", "D17S1301", "D17S906", "D17S974", "D18S51", "D18S1364", "D18S535",
        "D19S433", "D19S253", "D20S470", "D20S482", "D21S11", "Penta D", "D21S102", "D21S1270", "D21S2055",
        "D22GATA198B05", "D22S1045", "DXS10074", "DXS10079", "DXS10101", "DXS10103", "DXS10134", "DXS10135",
        "DXS10146", "DXS10148", "DXS7132", "DXS7423", "DXS8378", "HPRTB", "DYS393", "DYS456", "DYS570", "DYS576",
        "DYS458", "DYS481", "DYS627", "DYS19", "DYS391", "DYS635", "DYS437", "DYS439", "DYS389I", "DYS389II",
        "DYS438", "DYS390", "DYS643", "DYS533", "Y-GATA-H4", "DYS460", "DYS549", "DYS392", "DYS448", "DYF387S1",
        "DYS385", "DYS449", "DYS518", "Y-indel", "AMEL",
    ];

    static readonly Dictionary<string, int> Numbers =
        Names.Index().ToDictionary(it => it.Item, it => it.Index + 1, StringComparer.Ordinal);

    /// <summary>From 1; 0 for a marker that has none.</summary>
    public static int Of(string marker) => Numbers.GetValueOrDefault(marker);

    /// <summary>Null for a number that is no marker's.</summary>
    public static string? NameOf(int number) => number > 0 && number <= Names.Length ? Names[number - 1] : null;
}
