import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import jp.senryaku.Senryaku;

/** As tables.py, which says what it prints. */
public final class Tables {
  private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();

  private static void print(String text) throws IOException {
    PRINTED.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void print(boolean known, Object value) throws IOException {
    print(known ? "\t=" + value : "\t-");
  }

  private static void print(String verb, Senryaku.Result owned) throws IOException {
    try (Senryaku.Result result = owned) {
      for (String table : result.tables()) {
        for (String name : result.columns(table)) {
          print(verb + "\t" + table + "\t" + name + "\t" + result.kind(table, name));
          Senryaku.Column integers = result.integers(table, name);
          double[] doubles = result.doubles(table, name);
          String[] texts = result.texts(table, name);
          if (integers != null)
            for (int i = 0; i < integers.values.length; ++i) print(integers.known[i] != 0, integers.values[i] + "e-" + integers.scale);
          if (doubles != null) for (double value : doubles) print(!Double.isNaN(value), Double.doubleToLongBits(value));
          if (texts != null) for (String value : texts) print(value != null, value);
          print((integers == null ? "" : "\tintegers") + (doubles == null ? "" : "\tdoubles") + (texts == null ? "" : "\ttexts") + "\n");
        }
      }
    }
  }

  public static void main(String[] given) throws IOException {
    try (Senryaku.Strategy older = new Senryaku.Strategy(Files.readAllBytes(Paths.get(given[0])));
        Senryaku.Strategy newer = new Senryaku.Strategy(Files.readAllBytes(Paths.get(given[1])))) {
      print("review", newer.reviewResult(given[2], null));
      print("check", newer.checkResult(given[3], null));
      print("evaluate", newer.evaluation(given[4], null));
      print("support", newer.supportResult(given[5], null));
      print("population", newer.populationResult(given[6], null));
      print("compare", older.compareResult(newer, given[7], null));
      print("project", Senryaku.projection(given[8], null));
    }
    PRINTED.writeTo(System.out);
    System.out.flush();
  }
}
