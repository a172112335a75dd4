using System;
using Senryaku;

/// <summary>A batch over columns: rates six indicators at once by a scheme; prints of each the exact rate, the percentage as
/// the scheme rounds it, the index of its class (-1: none) and why there is no rate (0: there is one).</summary>
static class BatchSample {
  static void Main() {
    long[] figures = { 125, 100, 99, 0, 35, 12 }; // 12.5, 10.0, 9.9 …
    byte[] known = { 1, 1, 1, 0, 1, 1 }; // the fourth was not surveyed: unknown, not zero
    long[] target = { 10, 10, 10, 10, 5, 0 };
    Rated rated = Columns.Rate("hyogo-strategy-2023", new Column(figures, known, 1), new Column(target));
    for (int i = 0; i < figures.Length; ++i) {
      Console.Write("{0}/{1} {2} {3} {4}\n", rated.Numerator[i], rated.Denominator[i], rated.Rate[i], rated.Rating[i], rated.State[i]);
    }
  }
}
