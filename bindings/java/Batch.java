import java.util.Arrays;
import jp.senryaku.Senryaku;

/** A batch over columns: projects two towns at once and prints the persons of each after each step of five years. */
public final class Batch {
  private static double[] filled(int size, double value) {
    double[] column = new double[size];
    Arrays.fill(column, value);
    return column;
  }

  public static void main(String[] arguments) {
    final int areas = 2, groups = 18, steps = 3, town = 2 * groups;
    double[] base = filled(areas * town, 100.0); // the first town: 100 persons in each group
    for (int i = 0; i < town; ++i) base[town + i] = 40.0 + i % groups; // the second: older than that
    int ratios = areas * steps * 2 * (groups - 1);
    double[] out = new double[areas * steps * town];
    Senryaku.projectAreas(
        areas, groups, steps, base, filled(ratios, 0.9375), filled(ratios, -0.03125), filled(areas * steps, 0.1875),
        filled(areas * steps, 0.5), out);
    for (int area = 0; area < areas; ++area) {
      for (int step = 0; step < steps; ++step) {
        double persons = 0;
        for (int i = 0; i < town; ++i) persons += out[(area * steps + step) * town + i];
        System.out.print(area + " " + step + " " + Math.round(persons) + "\n");
      }
    }
  }
}
