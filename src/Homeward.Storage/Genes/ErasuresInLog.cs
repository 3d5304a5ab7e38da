using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Cases.Samples;
using Homeward.Storage.Audit;

namespace Homeward.Storage.Genes;

/// <summary>Whose genes were to be erased, by the log. A key store that is brought back from a copy may be older than
/// that; what the log names is erased in it again.</summary>
public static class ErasuresInLog
{
    public static IReadOnlySet<GeneDonorId> Of(AuditDatabase log)
    {
        using var connection = log.ConnectToRead();
        using var transaction = log.BeginRead(connection);
        var donors = new HashSet<GeneDonorId>();
        foreach (var entry in new AuditReader(log, transaction).Entries())
            if (AuditText.Read(entry.Text).Value?.Record is
                { Kind: AuditKind.Act, What: Permission.EraseGenes } record)
                donors.UnionWith(record.Subjects.Select(it => new GeneDonorId(it)));
        return donors;
    }
}
