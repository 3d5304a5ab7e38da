using System.Data.Common;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;

namespace Homeward.Storage.Genes;

/// <summary>An act that is being done: its transaction on the genes, its entry in the log, its moment.</summary>
sealed record GeneAct(GeneLocation Location, DbTransaction Transaction, EntryId Entry, Instant Now);
