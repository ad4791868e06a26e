using System.Data.Common;

namespace Briefing.Storage.Deliveries;

/// <summary>A row of the table delivery.</summary>
internal static class DeliveryRow
{
    public const string Columns = "id, key, kind, edition, mailing, message, notice, subscriber, message_id, dated, state, attempts, unknowns, deadline, fence";

    /// <param name="row">With these columns, in this order.</param>
    public static DeliveryRecord Read(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        DeliveryWords.KindOf(row.GetString(2)),
        NumberOf(row, 3),
        NumberOf(row, 4),
        NumberOf(row, 5),
        row.IsDBNull(6) ? null : row.GetString(6),
        NumberOf(row, 7),
        row.GetString(8),
        StoredText.InstantOf(row.GetString(9)),
        DeliveryWords.StateOf(row.GetString(10)),
        row.GetInt32(11),
        row.GetInt32(12),
        StoredText.InstantOf(row.GetString(13)),
        row.GetInt64(14));

    private static long? NumberOf(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
