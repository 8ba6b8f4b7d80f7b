using System.Runtime.Intrinsics;

namespace Assay.Statistics;

/// <summary>The factor of a symmetric, positive definite matrix, for solving with it.</summary>
internal sealed class Cholesky
{
    private readonly double[][] _rows;

    private Cholesky(double[][] rows) => _rows = rows;

    /// <summary>Works in place on the lower half of <paramref name="matrix"/>; null where it is not positive definite within a double's reach.</summary>
    public static Cholesky? Of(double[][] matrix)
    {
        for (var i = 0; i < matrix.Length; i++)
        {
            var row = matrix[i];
            for (var j = 0; j < i; j++) row[j] = (row[j] - Dot(row, matrix[j], j)) / matrix[j][j];
            var pivot = row[i] - Dot(row, row, i);
            if (!(pivot > 0) || double.IsInfinity(pivot)) return null;
            row[i] = Math.Sqrt(pivot);
        }
        return new(matrix);
    }

    public double[] Solve(ReadOnlySpan<double> right)
    {
        var x = right.ToArray();
        for (var i = 0; i < x.Length; i++) x[i] = (x[i] - Dot(_rows[i], x, i)) / _rows[i][i];
        for (var i = x.Length - 1; i >= 0; i--)
        {
            x[i] /= _rows[i][i];
            for (var j = 0; j < i; j++) x[j] -= _rows[i][j] * x[i];
        }
        return x;
    }

    /// <summary>The rows of the inverse.</summary>
    public double[][] Inverse()
    {
        var inverse = new double[_rows.Length][];
        for (var i = 0; i < inverse.Length; i++)
        {
            var unit = new double[inverse.Length];
            unit[i] = 1;
            inverse[i] = Solve(unit);
        }
        return inverse;
    }

    private static double Dot(double[] a, double[] b, int length)
    {
        // Lane by lane and always the same number of lanes, so that every machine adds in the same order.
        var sum = Vector256<double>.Zero;
        var k = 0;
        for (; k <= length - 4; k += 4)
            sum += Vector256.Create(a.AsSpan(k, 4)) * Vector256.Create(b.AsSpan(k, 4));
        var rest = Vector256.Sum(sum);
        for (; k < length; k++) rest += a[k] * b[k];
        return rest;
    }
}
