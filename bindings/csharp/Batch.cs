using System;

/// <summary>A batch over columns: projects two towns at once and prints the persons of each after each step of five years.</summary>
static class BatchSample {
  static double[] Filled(int size, double value) {
    var column = new double[size];
    for (int i = 0; i < size; ++i) column[i] = value;
    return column;
  }

  static void Main() {
    const int areas = 2, groups = 18, steps = 3, town = 2 * groups;
    double[] start = Filled(areas * town, 100.0); // the first town: 100 persons in each group
    for (int i = 0; i < town; ++i) start[town + i] = 40.0 + i % groups; // the second: older than that
    int ratios = areas * steps * 2 * (groups - 1);
    var result = new double[areas * steps * town];
    Senryaku.Questions.ProjectAreas(areas, groups, steps, start, Filled(ratios, 0.9375), Filled(ratios, -0.03125),
                                    Filled(areas * steps, 0.1875), Filled(areas * steps, 0.5), result);
    for (int area = 0; area < areas; ++area) {
      for (int step = 0; step < steps; ++step) {
        double persons = 0;
        for (int i = 0; i < town; ++i) persons += result[(area * steps + step) * town + i];
        Console.Write("{0} {1} {2}\n", area, step, (long)(persons + 0.5));
      }
    }
  }
}
