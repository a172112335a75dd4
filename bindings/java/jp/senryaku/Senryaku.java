package jp.senryaku;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The C interface by JNA. Text crosses the boundary as UTF-8 bytes with a length, so that no character is lost on a
 * Japanese Windows. The library is found by jna.library.path or the system's search path.
 */
public final class Senryaku {
  private Senryaku() {}

  static final Functions LIBRARY = Native.load("senryaku", Functions.class);

  /** Version of the library. */
  public static String version() {
    return LIBRARY.senryaku_version().getString(0, "UTF-8");
  }

  /** Version of the C interface: major * 1000 + minor. */
  public static int abiVersion() {
    return LIBRARY.senryaku_abi_version();
  }

  static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  static long length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  interface Reader {
    Pointer read(Pointer handle, LongByReference length);
  }

  static String text(Reader reader, Pointer handle) {
    LongByReference length = new LongByReference();
    Pointer text = reader.read(handle, length);
    return text == null ? null : new String(text.getByteArray(0, (int) length.getValue()), StandardCharsets.UTF_8);
  }

  /** Throws when {@code status} is a failure; frees the error. */
  static void check(int status, PointerByReference error) {
    if (status == 0) return;
    Pointer handle = error.getValue();
    String problems = handle == null ? "[]" : text(LIBRARY::senryaku_error_json, handle);
    String message = handle == null ? "status " + status : LIBRARY.senryaku_error_message(handle, 0, null).getString(0, "UTF-8");
    LIBRARY.senryaku_error_free(handle);
    throw new Failure(status, message, problems);
  }

  /** A question that could not be answered. */
  public static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** A SENRYAKU_E_ value. */
    public final int status;
    /** All reasons as a JSON array of findings. */
    public final String problems;

    Failure(int status, String message, String problems) {
      super(message);
      this.status = status;
      this.problems = problems;
    }
  }

  private interface Request {
    int call(Pointer rules, byte[] request, long length, PointerByReference out, PointerByReference error);
  }

  /** A population projection by its figures alone, as JSON. */
  public static String project(String request, Rules rules) {
    return ask(LIBRARY::senryaku_project, request, rules);
  }

  /** The same as a result with the tables of {@link Strategy#populationResult}, to be closed by the caller. */
  public static Result projection(String request, Rules rules) {
    return result(LIBRARY::senryaku_project, request, rules);
  }

  /** What changed between two questions of support, as JSON. */
  public static String supportChange(String request, Rules rules) {
    return ask(LIBRARY::senryaku_support_change, request, rules);
  }

  /** The linter's report on the programme catalogue, as JSON. */
  public static String lintCatalogue(String request, Rules rules) {
    return ask(LIBRARY::senryaku_lint_catalogue, request, rules);
  }

  /** Figures and periods as Japanese papers print them, as JSON. */
  public static String readPrinted(String request, Rules rules) {
    return ask(LIBRARY::senryaku_read_printed, request, rules);
  }

  /** Finding codes explained, as JSON. */
  public static String explain(String request, Rules rules) {
    return ask(LIBRARY::senryaku_explain, request, rules);
  }

  /** Input, output or outcome of indicator names, as JSON. */
  public static String classify(String request, Rules rules) {
    return ask(LIBRARY::senryaku_classify, request, rules);
  }

  /** SMART letters of single indicators, as JSON. */
  public static String checkIndicators(String request, Rules rules) {
    return ask(LIBRARY::senryaku_check_indicators, request, rules);
  }

  /** Single indicators by rating schemes, as JSON. */
  public static String evaluateIndicators(String request, Rules rules) {
    return ask(LIBRARY::senryaku_evaluate_indicators, request, rules);
  }

  /** Questions of support about stated facts, as JSON. */
  public static String match(String request, Rules rules) {
    return ask(LIBRARY::senryaku_match, request, rules);
  }

  private static Result result(Request function, String request, Rules rules) {
    byte[] given = bytes(request);
    PointerByReference out = new PointerByReference();
    PointerByReference error = new PointerByReference();
    check(function.call(rules == null ? null : rules.handle, given, length(given), out, error), error);
    return new Result(out.getValue());
  }

  private static String ask(Request function, String request, Rules rules) {
    try (Result result = result(function, request, rules)) {
      return result.json();
    }
  }

  /**
   * Stages of many names (0 input, 1 output, 2 outcome); columns as in senryaku.h, units and contexts may be null. Fills
   * {@code labels}, {@code confidences} and {@code unsure}; a negative {@code sureFrom} takes the rules' own.
   */
  public static void classifyNames(
      byte[] names, long[] nameOffsets, byte[] units, long[] unitOffsets, byte[] contexts, long[] contextOffsets,
      int sureFrom, byte[] labels, int[] confidences, byte[] unsure, Rules rules) {
    int count = nameOffsets.length - 1;
    if (nameOffsets[count] > names.length
        || (unitOffsets != null && (unitOffsets.length != count + 1 || unitOffsets[count] > units.length))
        || (contextOffsets != null && (contextOffsets.length != count + 1 || contextOffsets[count] > contexts.length))
        || labels.length != count
        || confidences.length != count
        || unsure.length != count) {
      throw new IllegalArgumentException("array lengths do not fit the number of names");
    }
    PointerByReference error = new PointerByReference();
    check(
        LIBRARY.senryaku_classify_names(
            rules == null ? null : rules.handle, count, names, nameOffsets, units, unitOffsets, contexts, contextOffsets,
            sureFrom, labels, confidences, unsure, error),
        error);
  }

  /** Pattern-1 projections of many areas; shapes as in senryaku.h. Fills {@code out}. */
  public static void projectAreas(
      long areas, long groups, long steps, double[] base, double[] survival, double[] migration, double[] childWomanRatio,
      double[] maleShare, double[] out) {
    if (base.length != areas * 2 * groups
        || survival.length != areas * steps * 2 * (groups - 1)
        || migration.length != survival.length
        || childWomanRatio.length != areas * steps
        || maleShare.length != areas * steps
        || out.length != areas * steps * 2 * groups) {
      throw new IllegalArgumentException("array lengths do not fit areas, groups and steps");
    }
    PointerByReference error = new PointerByReference();
    check(
        LIBRARY.senryaku_project_areas(
            areas, groups, steps, base, survival, migration, childWomanRatio, maleShare, out, error),
        error);
  }

  /** A column of figures: value = integer × 10^-scale. {@code known} holds 0 where there is none; null: all are known. */
  public static final class Column {
    public final long[] values;
    public final byte[] known;
    public final int scale;

    public Column(long[] values, byte[] known, int scale) {
      if (known != null && known.length != values.length) throw new IllegalArgumentException("as many marks as values");
      this.values = values;
      this.known = known;
      this.scale = scale;
    }

    /** Doubles as the decimals of {@code scale} digits that print like them; NaN, and what is no such decimal, is unknown. */
    public static Column of(double[] figures, int scale) {
      long[] values = new long[figures.length];
      byte[] known = new byte[figures.length];
      PointerByReference error = new PointerByReference();
      check(LIBRARY.senryaku_decimal_column(figures.length, figures, scale, values, known, null, null, error), error);
      return new Column(values, known, scale);
    }

    private static long[] values(Column column) {
      return column == null ? null : column.values;
    }

    private static byte[] known(Column column) {
      return column == null ? null : column.known;
    }
  }

  /** Rates and ratings, one entry a row; members as in senryaku_rate_columns. */
  public static final class Rated {
    public final long[] numerator;
    public final long[] denominator;
    public final long[] rate;
    public final int[] rating;
    public final byte[] state;

    Rated(int rows) {
      numerator = new long[rows];
      denominator = new long[rows];
      rate = new long[rows];
      rating = new int[rows];
      state = new byte[rows];
    }
  }

  /**
   * Rates and ratings of many indicators by one scheme, exact. {@code baseline}, {@code previous} and {@code rules} may be
   * null; {@code aims}: 0 increase, 1 decrease, 2 maintain, 3 at least, 4 at most, or null: increase for all.
   */
  public static Rated rateColumns(
      String scheme, Column actual, Column target, Column baseline, Column previous, long[] aims, Rules rules) {
    int rows = actual.values.length;
    StringBuilder options = new StringBuilder("{\"scheme\": \"" + scheme + "\"");
    if (aims == null) options.append(", \"aim\": \"increase\"");
    else if (aims.length != rows) throw new IllegalArgumentException("columns of different lengths");
    Column[] columns = {actual, target, baseline, previous};
    String[] names = {"actual", "target", "baseline", "previous"};
    for (int i = 0; i < columns.length; ++i) {
      if (columns[i] == null) continue;
      if (columns[i].values.length != rows) throw new IllegalArgumentException("columns of different lengths");
      options.append(", \"").append(names[i]).append("_scale\": ").append(columns[i].scale);
    }
    byte[] given = bytes(options.append("}").toString());
    Rated rated = new Rated(rows);
    PointerByReference error = new PointerByReference();
    check(
        LIBRARY.senryaku_rate_columns(
            rules == null ? null : rules.handle, given, given.length, rows, actual.values, actual.known, Column.values(target),
            Column.known(target), Column.values(baseline), Column.known(baseline), Column.values(previous),
            Column.known(previous), aims, rated.numerator, rated.denominator, rated.rate, rated.rating, rated.state, error),
        error);
    return rated;
  }

  /**
   * Verdicts of support for many projects: 0 eligible, 1 ineligible, 2 conditional, 3 not in force. {@code request} as in
   * senryaku_match_columns, its "columns" in the order of {@code columns}; {@code rules} may be null.
   */
  public static byte[] matchColumns(String request, Column[] columns, Rules rules) {
    int rows = columns.length == 0 ? 0 : columns[0].values.length;
    Pointer[] values = new Pointer[columns.length];
    Pointer[] known = new Pointer[columns.length];
    for (int i = 0; i < columns.length; ++i) {
      if (columns[i].values.length != rows) throw new IllegalArgumentException("columns of different lengths");
      if (rows == 0) continue;
      Memory held = new Memory(8L * rows);
      held.write(0, columns[i].values, 0, rows);
      values[i] = held;
      if (columns[i].known == null) continue;
      known[i] = new Memory(rows);
      known[i].write(0, columns[i].known, 0, rows);
    }
    byte[] given = bytes(request);
    byte[] verdicts = new byte[rows];
    PointerByReference error = new PointerByReference();
    check(
        LIBRARY.senryaku_match_columns(
            rules == null ? null : rules.handle, given, given.length, rows, values, known, verdicts, null, 0, null, error),
        error);
    return verdicts;
  }

  /** What a verb found out: JSON text, and tables of typed columns. */
  public static final class Result implements AutoCloseable {
    private Pointer handle;

    Result(Pointer owned) {
      handle = owned;
    }

    /** The whole as JSON. */
    public String json() {
      return text(LIBRARY::senryaku_result_json, handle);
    }

    /** Names of the tables. */
    public List<String> tables() {
      return names(index -> LIBRARY.senryaku_result_table(handle, index));
    }

    /** Names of a table's columns. */
    public List<String> columns(String table) {
      return names(index -> LIBRARY.senryaku_result_column(handle, name(table), index, null, null));
    }

    /** What a column holds: 1 integers, 2 doubles, 3 texts; 0 when there is none of that name. */
    public int kind(String table, String column) {
      int[] kind = new int[1];
      LIBRARY.senryaku_result_column(handle, name(table), columns(table).indexOf(column), kind, null);
      return kind[0];
    }

    /** Entries of each column of a table. */
    public int rows(String table) {
      LongByReference rows = new LongByReference();
      LIBRARY.senryaku_result_column(handle, name(table), 0, null, rows);
      return (int) rows.getValue();
    }

    /** A column of integers; null when there is none of that name and kind. */
    public Column integers(String table, String column) {
      int[] scale = new int[1];
      PointerByReference known = new PointerByReference();
      Pointer values = LIBRARY.senryaku_result_integers(handle, name(table), name(column), scale, known);
      if (values == null) return kind(table, column) == 1 ? new Column(new long[0], new byte[0], scale[0]) : null; // no rows
      int rows = rows(table);
      return new Column(values.getLongArray(0, rows), known.getValue().getByteArray(0, rows), scale[0]);
    }

    /** A column of doubles, NaN where there is no value; null when there is none of that name and kind. */
    public double[] doubles(String table, String column) {
      PointerByReference known = new PointerByReference();
      Pointer values = LIBRARY.senryaku_result_doubles(handle, name(table), name(column), known);
      if (values == null) return kind(table, column) == 2 ? new double[0] : null; // no rows
      double[] copy = values.getDoubleArray(0, rows(table));
      for (int i = 0; i < copy.length; ++i) if (known.getValue().getByte(i) == 0) copy[i] = Double.NaN;
      return copy;
    }

    /** A column of texts, null where there is no value; null when there is none of that name and kind. */
    public String[] texts(String table, String column) {
      PointerByReference known = new PointerByReference();
      PointerByReference offsets = new PointerByReference();
      Pointer start = LIBRARY.senryaku_result_texts(handle, name(table), name(column), offsets, known);
      if (start == null) return null;
      String[] copy = new String[rows(table)];
      for (int i = 0; i < copy.length; ++i) {
        long from = offsets.getValue().getLong(8L * i);
        long to = offsets.getValue().getLong(8L * i + 8);
        if (known.getValue().getByte(i) != 0)
          copy[i] = new String(start.getByteArray(from, (int) (to - from)), StandardCharsets.UTF_8);
      }
      return copy;
    }

    private static byte[] name(String text) {
      return bytes(text + "\0");
    }

    private static List<String> names(LongFunction<Pointer> at) {
      List<String> names = new ArrayList<>();
      for (Pointer found = at.apply(0); found != null; found = at.apply(names.size())) names.add(found.getString(0, "UTF-8"));
      return names;
    }

    @Override
    public synchronized void close() {
      LIBRARY.senryaku_result_free(handle);
      handle = null;
    }
  }

  /** Rule data; immutable, for any number of threads. */
  public static final class Rules implements AutoCloseable {
    private Pointer handle;

    /** The built-in rules with the entries of {@code document} replaced by id or added. */
    public Rules(String document) {
      this(document, null);
    }

    /** The rules {@code base} (null: built in) with the entries of {@code document} replaced by id or added. */
    public Rules(String document, Rules base) {
      byte[] json = bytes(document);
      PointerByReference out = new PointerByReference();
      PointerByReference error = new PointerByReference();
      check(LIBRARY.senryaku_rules_extend(base == null ? null : base.handle, json, length(json), out, error), error);
      handle = out.getValue();
    }

    @Override
    public synchronized void close() {
      LIBRARY.senryaku_rules_free(handle);
      handle = null;
    }
  }

  /** A strategy document; immutable, for any number of threads. */
  public static final class Strategy implements AutoCloseable {
    private Pointer handle;

    /** Reads a document; throws {@link Failure} when it is refused. */
    public Strategy(byte[] json) {
      this(json, null);
    }

    /** Reads a document within limits; {@code options} (may be null) as in senryaku_strategy_parse. */
    public Strategy(byte[] json, String options) {
      byte[] given = bytes(options);
      PointerByReference out = new PointerByReference();
      PointerByReference error = new PointerByReference();
      check(LIBRARY.senryaku_strategy_parse(json, length(json), given, length(given), out, error), error);
      handle = out.getValue();
    }

    private interface Verb {
      int call(Pointer strategy, Pointer rules, byte[] options, long length, PointerByReference out, PointerByReference error);
    }

    private Result result(Verb verb, String options, Rules rules) {
      byte[] given = bytes(options);
      PointerByReference out = new PointerByReference();
      PointerByReference error = new PointerByReference();
      Pointer ruleHandle = rules == null ? null : rules.handle;
      check(verb.call(handle, ruleHandle, given, length(given), out, error), error);
      return new Result(out.getValue());
    }

    private String ask(Verb verb, String options, Rules rules) {
      try (Result result = result(verb, options, rules)) {
        return result.json();
      }
    }

    /** Everything at once as JSON; {@code options} needs "as_of". {@code rules} may be null. */
    public String review(String options, Rules rules) {
      return ask(LIBRARY::senryaku_review, options, rules);
    }

    /** All indicators checked, as JSON; {@code options} may be null. */
    public String checkKpis(String options, Rules rules) {
      return ask(LIBRARY::senryaku_check, options, rules);
    }

    /** The yearly verification, as JSON; {@code options} needs "fiscal_year". */
    public String evaluate(String options, Rules rules) {
      return ask(LIBRARY::senryaku_evaluate, options, rules);
    }

    /** The same as a result with tables, to be closed by the caller. So are those of the verbs below. */
    public Result evaluation(String options, Rules rules) {
      return result(LIBRARY::senryaku_evaluate, options, rules);
    }

    public Result reviewResult(String options, Rules rules) {
      return result(LIBRARY::senryaku_review, options, rules);
    }

    public Result checkResult(String options, Rules rules) {
      return result(LIBRARY::senryaku_check, options, rules);
    }

    public Result supportResult(String options, Rules rules) {
      return result(LIBRARY::senryaku_support, options, rules);
    }

    public Result populationResult(String options, Rules rules) {
      return result(LIBRARY::senryaku_population, options, rules);
    }

    public Result compareResult(Strategy newer, String options, Rules rules) {
      return result(
          (strategy, ruleHandle, given, length, out, error) ->
              LIBRARY.senryaku_compare(strategy, newer.handle, ruleHandle, given, length, out, error),
          options, rules);
    }

    /** What changed from this version to {@code newer}, as JSON; {@code options} and {@code rules} may be null. */
    public String compare(Strategy newer, String options, Rules rules) {
      try (Result result = compareResult(newer, options, rules)) {
        return result.json();
      }
    }

    /** What the projects can get, as JSON; {@code options} needs "fiscal_year". */
    public String support(String options, Rules rules) {
      return ask(LIBRARY::senryaku_support, options, rules);
    }

    /** The regional plan derived from the strategy, as JSON; {@code options} may be null. */
    public String plan(String options, Rules rules) {
      return ask(LIBRARY::senryaku_plan, options, rules);
    }

    /** The population vision projected, as JSON; {@code options} may be null. */
    public String population(String options, Rules rules) {
      return ask(LIBRARY::senryaku_population, options, rules);
    }

    /** The document again, in canonical form; {@code options} may be null. */
    public String write(String options) {
      return ask(LIBRARY::senryaku_write, options, null);
    }

    @Override
    public synchronized void close() {
      LIBRARY.senryaku_strategy_free(handle);
      handle = null;
    }
  }
}
