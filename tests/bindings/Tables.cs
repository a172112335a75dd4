using System;
using System.IO;
using System.Text;
using Senryaku;

/// <summary>As tables.py, which says what it prints.</summary>
static class Tables {
  private static readonly StringBuilder Printed = new StringBuilder();

  private static void Print(bool known, object value) { Printed.Append(known ? "\t=" + value : "\t-"); }

  private static void Print(string verb, Result owned) {
    using (Result result = owned) {
      foreach (string table in result.Tables()) {
        foreach (string name in result.ColumnNames(table)) {
          Printed.Append(verb + "\t" + table + "\t" + name + "\t" + result.Kind(table, name));
          Column integers = result.Integers(table, name);
          double[] doubles = result.Doubles(table, name);
          string[] texts = result.Texts(table, name);
          if (integers != null)
            for (int i = 0; i < integers.Values.Length; ++i) Print(integers.Known[i] != 0, integers.Values[i] + "e-" + integers.Scale);
          if (doubles != null) foreach (double value in doubles) Print(!double.IsNaN(value), BitConverter.DoubleToInt64Bits(value));
          if (texts != null) foreach (string value in texts) Print(value != null, value);
          Printed.Append((integers == null ? "" : "\tintegers") + (doubles == null ? "" : "\tdoubles") + (texts == null ? "" : "\ttexts") + "\n");
        }
      }
    }
  }

  static void Main(string[] given) {
    using (var older = new Strategy(File.ReadAllBytes(given[0])))
    using (var newer = new Strategy(File.ReadAllBytes(given[1]))) {
      Print("review", newer.ReviewResult(given[2]));
      Print("check", newer.CheckResult(given[3]));
      Print("evaluate", newer.Evaluation(given[4]));
      Print("support", newer.SupportResult(given[5]));
      Print("population", newer.PopulationResult(given[6]));
      Print("compare", older.CompareResult(newer, given[7]));
      Print("project", Questions.Projection(given[8]));
    }
    byte[] text = Encoding.UTF8.GetBytes(Printed.ToString());
    using (Stream output = Console.OpenStandardOutput()) output.Write(text, 0, text.Length);
  }
}
