package jp.senryaku;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;

/**
 * The C interface by JNA. Text crosses the boundary as UTF-8 bytes with a length, so that no character is lost on a
 * Japanese Windows. The library is found by jna.library.path or the system's search path.
 */
public final class Senryaku {
  private Senryaku() {}

  /** The functions of senryaku.h, name by name. */
  interface Functions extends Library {
    Pointer senryaku_version();

    int senryaku_abi_version();

    int senryaku_strategy_parse(
        byte[] json, long jsonLength, byte[] options, long optionsLength, PointerByReference out, PointerByReference error);

    void senryaku_strategy_free(Pointer strategy);

    int senryaku_rules_extend(Pointer base, byte[] json, long jsonLength, PointerByReference out, PointerByReference error);

    void senryaku_rules_free(Pointer rules);

    int senryaku_review(
        Pointer strategy, Pointer rules, byte[] options, long optionsLength, PointerByReference out, PointerByReference error);

    int senryaku_write(
        Pointer strategy, Pointer rules, byte[] options, long optionsLength, PointerByReference out, PointerByReference error);

    int senryaku_check(
        Pointer strategy, Pointer rules, byte[] options, long optionsLength, PointerByReference out, PointerByReference error);

    int senryaku_evaluate(
        Pointer strategy, Pointer rules, byte[] options, long optionsLength, PointerByReference out, PointerByReference error);

    int senryaku_compare(
        Pointer before, Pointer after, Pointer rules, byte[] options, long optionsLength, PointerByReference out,
        PointerByReference error);

    int senryaku_evaluate_indicators(
        Pointer rules, byte[] request, long requestLength, PointerByReference out, PointerByReference error);

    int senryaku_check_indicators(
        Pointer rules, byte[] request, long requestLength, PointerByReference out, PointerByReference error);

    int senryaku_classify(Pointer rules, byte[] request, long requestLength, PointerByReference out, PointerByReference error);

    int senryaku_support(
        Pointer strategy, Pointer rules, byte[] options, long optionsLength, PointerByReference out, PointerByReference error);

    int senryaku_match(Pointer rules, byte[] request, long requestLength, PointerByReference out, PointerByReference error);

    int senryaku_plan(
        Pointer strategy, Pointer rules, byte[] options, long optionsLength, PointerByReference out, PointerByReference error);

    int senryaku_support_change(Pointer rules, byte[] request, long requestLength, PointerByReference out, PointerByReference error);

    int senryaku_lint_catalogue(Pointer rules, byte[] request, long requestLength, PointerByReference out, PointerByReference error);

    int senryaku_read_printed(Pointer rules, byte[] request, long requestLength, PointerByReference out, PointerByReference error);
    int senryaku_explain(Pointer rules, byte[] request, long requestLength, PointerByReference out, PointerByReference error);

    int senryaku_population(
        Pointer strategy, Pointer rules, byte[] options, long optionsLength, PointerByReference out, PointerByReference error);

    int senryaku_project(Pointer rules, byte[] request, long requestLength, PointerByReference out, PointerByReference error);

    int senryaku_project_areas(
        long areas, long groups, long steps, double[] base, double[] survival, double[] migration, double[] childWomanRatio,
        double[] maleShare, double[] out, PointerByReference error);

    int senryaku_classify_names(
        Pointer rules, long count, byte[] names, long[] nameOffsets, byte[] units, long[] unitOffsets, byte[] contexts,
        long[] contextOffsets, int sureFrom, byte[] labels, int[] confidences, byte[] unsure, PointerByReference error);

    int senryaku_match_columns(
        Pointer rules, byte[] request, long requestLength, long rows, Pointer[] values, Pointer[] known, byte[] verdicts,
        byte[] results, long resultsLength, PointerByReference out, PointerByReference error);

    int senryaku_rate_columns(
        Pointer rules, byte[] options, long optionsLength, long rows, long[] actual, byte[] actualKnown, long[] target,
        byte[] targetKnown, long[] baseline, byte[] baselineKnown, long[] previous, byte[] previousKnown, long[] aim,
        long[] numerator, long[] denominator, long[] rate, int[] rating, byte[] state, PointerByReference error);

    int senryaku_decimal_column(
        long rows, double[] values, int scale, long[] out, byte[] known, byte[] refused, LongByReference refusedCount,
        PointerByReference error);

    Pointer senryaku_result_table(Pointer result, long index);

    Pointer senryaku_result_column(Pointer result, byte[] table, long index, int[] kind, LongByReference rows);

    Pointer senryaku_result_integers(Pointer result, byte[] table, byte[] column, int[] scale, PointerByReference known);

    Pointer senryaku_result_doubles(Pointer result, byte[] table, byte[] column, PointerByReference known);

    Pointer senryaku_result_texts(
        Pointer result, byte[] table, byte[] column, PointerByReference offsets, PointerByReference known);

    Pointer senryaku_result_json(Pointer result, LongByReference length);

    void senryaku_result_free(Pointer result);

    long senryaku_error_count(Pointer error);

    Pointer senryaku_error_code(Pointer error, long index);

    Pointer senryaku_error_message(Pointer error, long index, byte[] language);

    Pointer senryaku_error_pointer(Pointer error, long index);

    long senryaku_error_line(Pointer error, long index);

    long senryaku_error_column(Pointer error, long index);

    Pointer senryaku_error_json(Pointer error, LongByReference length);

    void senryaku_error_free(Pointer error);
  }

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

  private static String ask(Request function, String request, Rules rules) {
    byte[] given = bytes(request);
    PointerByReference out = new PointerByReference();
    PointerByReference error = new PointerByReference();
    check(function.call(rules == null ? null : rules.handle, given, length(given), out, error), error);
    try {
      return text(LIBRARY::senryaku_result_json, out.getValue());
    } finally {
      LIBRARY.senryaku_result_free(out.getValue());
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

  /** Rule data; immutable, for any number of threads. */
  public static final class Rules implements AutoCloseable {
    private Pointer handle;

    /** The built-in rules with the entries of {@code document} replaced by id or added. */
    public Rules(String document) {
      byte[] json = bytes(document);
      PointerByReference out = new PointerByReference();
      PointerByReference error = new PointerByReference();
      check(LIBRARY.senryaku_rules_extend(null, json, length(json), out, error), error);
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
      PointerByReference out = new PointerByReference();
      PointerByReference error = new PointerByReference();
      check(LIBRARY.senryaku_strategy_parse(json, length(json), null, 0, out, error), error);
      handle = out.getValue();
    }

    private interface Verb {
      int call(Pointer strategy, Pointer rules, byte[] options, long length, PointerByReference out, PointerByReference error);
    }

    private String ask(Verb verb, String options, Rules rules) {
      byte[] given = bytes(options);
      PointerByReference out = new PointerByReference();
      PointerByReference error = new PointerByReference();
      Pointer ruleHandle = rules == null ? null : rules.handle;
      check(verb.call(handle, ruleHandle, given, length(given), out, error), error);
      try {
        return text(LIBRARY::senryaku_result_json, out.getValue());
      } finally {
        LIBRARY.senryaku_result_free(out.getValue());
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

    /** What changed from this version to {@code newer}, as JSON; {@code options} and {@code rules} may be null. */
    public String compare(Strategy newer, String options, Rules rules) {
      return ask(
          (strategy, ruleHandle, given, length, out, error) ->
              LIBRARY.senryaku_compare(strategy, newer.handle, ruleHandle, given, length, out, error),
          options, rules);
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

    /** The document again, in canonical form. */
    public String write() {
      return ask(LIBRARY::senryaku_write, null, null);
    }

    @Override
    public synchronized void close() {
      LIBRARY.senryaku_strategy_free(handle);
      handle = null;
    }
  }
}
