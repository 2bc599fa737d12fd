namespace Linli.Text;

/// <summary>One text as a vector of unit length: feature numbers and their values.</summary>
internal sealed record SparseRow(int[] Features, float[] Values);
