namespace Assay.Vision;

/// <summary>
/// The assignment of rows to columns, one to one, of the greatest sum: the Hungarian method with potentials and shortest augmenting paths
/// (Kuhn 1955; Jonker and Volgenant 1987). Time rows² × columns, where rows are the fewer.
/// </summary>
internal static class Assignment
{
    /// <summary>The column of each row, -1 where there are more rows than columns and the row went empty.</summary>
    public static int[] Greatest(double[,] gain)
    {
        var (rows, columns) = (gain.GetLength(0), gain.GetLength(1));
        return rows <= columns ? Solve(rows, columns, (i, j) => -gain[i, j]) : Turned(Solve(columns, rows, (i, j) => -gain[j, i]), rows);
    }

    private static int[] Turned(int[] rowOfColumn, int rows)
    {
        var chosen = new int[rows];
        Array.Fill(chosen, -1);
        for (var j = 0; j < rowOfColumn.Length; j++) chosen[rowOfColumn[j]] = j;
        return chosen;
    }

    /// <summary>Index 0 of rows and columns is the start of the path, so real ones count from 1.</summary>
    private static int[] Solve(int rows, int columns, Func<int, int, double> cost)
    {
        var (u, v) = (new double[rows + 1], new double[columns + 1]);
        var (rowOf, way) = (new int[columns + 1], new int[columns + 1]);
        for (var row = 1; row <= rows; row++)
        {
            rowOf[0] = row;
            var column = 0;
            var least = new double[columns + 1];
            Array.Fill(least, double.PositiveInfinity);
            var used = new bool[columns + 1];
            do
            {
                used[column] = true;
                column = Extend(rowOf[column], column, rows, columns, cost, u, v, least, used, way, rowOf);
            }
            while (rowOf[column] != 0);
            for (; column != 0; column = way[column]) rowOf[column] = rowOf[way[column]];
        }
        var chosen = new int[rows];
        for (var j = 1; j <= columns; j++)
        {
            if (rowOf[j] > 0) chosen[rowOf[j] - 1] = j - 1;
        }
        return chosen;
    }

    private static int Extend(int row, int from, int rows, int columns, Func<int, int, double> cost, double[] u, double[] v, double[] least, bool[] used, int[] way, int[] rowOf)
    {
        var (next, delta) = (0, double.PositiveInfinity);
        for (var j = 1; j <= columns; j++)
        {
            if (used[j]) continue;
            var reduced = cost(row - 1, j - 1) - u[row] - v[j];
            if (reduced < least[j]) (least[j], way[j]) = (reduced, from);
            if (least[j] < delta) (next, delta) = (j, least[j]);
        }
        for (var j = 0; j <= columns; j++)
        {
            if (used[j])
            {
                u[rowOf[j]] += delta;
                v[j] -= delta;
            }
            else least[j] -= delta;
        }
        return next;
    }
}
