namespace Briefing.Core.Stories.Claims;

/// <summary>Letters to insert, delete, replace or swap between two words. Source: optimal string alignment, after Damerau, CACM 7 (3), 1964.</summary>
internal static class EditDistance
{
    public static bool IsWithin(string one, string other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) > limit)
            return false;
        var rows = new int[3][];
        for (var row = 0; row < 3; row++)
            rows[row] = new int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++)
            rows[0][column] = column;

        for (var row = 1; row <= one.Length; row++)
        {
            var (current, above, twoAbove) = (rows[row % 3], rows[(row + 2) % 3], rows[(row + 1) % 3]);
            current[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var replace = above[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                current[column] = Math.Min(replace, Math.Min(above[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                    current[column] = Math.Min(current[column], twoAbove[column - 2] + 1);
            }
        }

        return rows[one.Length % 3][other.Length] <= limit;
    }
}
