import jp.senryaku.Senryaku;

/**
 * A batch over columns: rates six indicators at once by a scheme; prints of each the exact rate, the percentage as the scheme
 * rounds it, the index of its class (-1: none) and why there is no rate (0: there is one).
 */
public final class Batch {
  public static void main(String[] arguments) {
    long[] figures = {125, 100, 99, 0, 35, 12}; // 12.5, 10.0, 9.9 …
    byte[] known = {1, 1, 1, 0, 1, 1}; // the fourth was not surveyed: unknown, not zero
    long[] target = {10, 10, 10, 10, 5, 0};
    Senryaku.Rated rated =
        Senryaku.rateColumns(
            "hyogo-strategy-2023", new Senryaku.Column(figures, known, 1), new Senryaku.Column(target, null, 0), null, null,
            null, null);
    for (int i = 0; i < figures.length; ++i) {
      System.out.print(
          rated.numerator[i] + "/" + rated.denominator[i] + " " + rated.rate[i] + " " + rated.rating[i] + " "
              + (rated.state[i] & 0xFF) + "\n");
    }
  }
}
