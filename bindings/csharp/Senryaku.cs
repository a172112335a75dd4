using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Senryaku {

/// <summary>What the C interface hands over, made into text and exceptions.</summary>
internal static class Native {
  internal delegate IntPtr Reader(IntPtr handle, out long length);

  internal static string Text(Reader reader, IntPtr handle) {
    long length;
    IntPtr text = reader(handle, out length);
    if (text == IntPtr.Zero) return null;
    byte[] bytes = new byte[length];
    Marshal.Copy(text, bytes, 0, bytes.Length);
    return Encoding.UTF8.GetString(bytes);
  }

  /// <summary>A text that ends with NUL.</summary>
  internal static string Name(IntPtr text) {
    int length = 0;
    while (Marshal.ReadByte(text, length) != 0) ++length;
    byte[] bytes = new byte[length];
    Marshal.Copy(text, bytes, 0, length);
    return Encoding.UTF8.GetString(bytes);
  }

  internal static void Check(int status, IntPtr error) {
    if (status == 0) return;
    string problems = error == IntPtr.Zero ? "[]" : Text(Functions.senryaku_error_json, error);
    Functions.senryaku_error_free(error);
    throw new Failure(status, problems);
  }
}

/// <summary>A question that could not be answered; Problems lists the reasons as a JSON array of findings.</summary>
public sealed class Failure : Exception {
  public readonly int Status;
  public readonly string Problems;
  internal Failure(int status, string problems) : base("senryaku: " + problems) { Status = status; Problems = problems; }
}

/// <summary>Owns a handle and frees it exactly once.</summary>
public abstract class Owner : SafeHandle {
  protected Owner(IntPtr owned) : base(IntPtr.Zero, true) { SetHandle(owned); }
  public override bool IsInvalid { get { return handle == IntPtr.Zero; } }
  internal IntPtr Value {
    get {
      if (IsClosed) throw new ObjectDisposedException(GetType().Name);
      return handle;
    }
  }
}

/// <summary>Rule data: the built-in ones with a document's entries replaced by id or added. Immutable.</summary>
public sealed class Rules : Owner {
  public Rules(string document, Rules baseRules = null) : base(Extend(Encoding.UTF8.GetBytes(document), baseRules)) {}
  private static IntPtr Extend(byte[] json, Rules baseRules) {
    IntPtr result, error;
    int status = Functions.senryaku_rules_extend(baseRules == null ? IntPtr.Zero : baseRules.Value, json, json.Length, out result, out error);
    GC.KeepAlive(baseRules);
    Native.Check(status, error);
    return result;
  }
  protected override bool ReleaseHandle() { Functions.senryaku_rules_free(handle); return true; }
}

/// <summary>A column of figures: value = integer × 10^-Scale. Known holds 0 where there is none; null: all are known.</summary>
public sealed class Column {
  public readonly long[] Values;
  public readonly byte[] Known;
  public readonly int Scale;

  public Column(long[] values, byte[] known = null, int scale = 0) {
    if (known != null && known.Length != values.Length) throw new ArgumentException("as many marks as values");
    Values = values;
    Known = known;
    Scale = scale;
  }

  /// <summary>Doubles as the decimals that print like them; NaN, and what is no such decimal, is unknown.</summary>
  public static Column Of(double[] figures, int scale) {
    long[] values = new long[figures.Length];
    byte[] known = new byte[figures.Length];
    long refused;
    IntPtr error;
    Native.Check(Functions.senryaku_decimal_column(figures.Length, figures, scale, values, known, null, out refused, out error), error);
    return new Column(values, known, scale);
  }
}

/// <summary>Rates and ratings, one entry a row; members as in senryaku_rate_columns.</summary>
public sealed class Rated {
  public readonly long[] Numerator, Denominator, Rate;
  public readonly int[] Rating;
  public readonly byte[] State;

  internal Rated(int rows) {
    Numerator = new long[rows];
    Denominator = new long[rows];
    Rate = new long[rows];
    Rating = new int[rows];
    State = new byte[rows];
  }
}

/// <summary>Batch functions over columns.</summary>
public static class Columns {
  /// <summary>Rates and ratings of many indicators by one scheme, exact. Aims: 0 increase, 1 decrease, 2 maintain, 3 at
  /// least, 4 at most; null: increase for all.</summary>
  public static Rated Rate(string scheme, Column actual, Column target, Column baseline = null, Column previous = null,
                           long[] aims = null, Rules rules = null) {
    int rows = actual.Values.Length;
    Column[] columns = { actual, target, baseline, previous };
    string[] names = { "actual", "target", "baseline", "previous" };
    var options = new StringBuilder("{\"scheme\": \"" + scheme + "\"");
    if (aims == null) options.Append(", \"aim\": \"increase\"");
    for (int i = 0; i < columns.Length; ++i) {
      if (columns[i] == null) continue;
      if (columns[i].Values.Length != rows || (aims != null && aims.Length != rows)) throw new ArgumentException("columns of different lengths");
      options.Append(", \"" + names[i] + "_scale\": " + columns[i].Scale);
    }
    byte[] given = Encoding.UTF8.GetBytes(options.Append("}").ToString());
    var rated = new Rated(rows);
    IntPtr error;
    int status = Functions.senryaku_rate_columns(
        rules == null ? IntPtr.Zero : rules.Value, given, given.Length, rows, actual.Values, actual.Known, Values(target), Known(target),
        Values(baseline), Known(baseline), Values(previous), Known(previous), aims, rated.Numerator, rated.Denominator, rated.Rate,
        rated.Rating, rated.State, out error);
    GC.KeepAlive(rules);
    Native.Check(status, error);
    return rated;
  }

  /// <summary>Verdicts of support for many projects: 0 eligible, 1 ineligible, 2 conditional, 3 not in force. The request as
  /// in senryaku_match_columns, its "columns" in the order of the columns here.</summary>
  public static byte[] Match(string request, Column[] columns, Rules rules = null) {
    int rows = columns.Length == 0 ? 0 : columns[0].Values.Length;
    var values = new IntPtr[columns.Length];
    var known = new IntPtr[columns.Length];
    var pinned = new System.Collections.Generic.List<GCHandle>();
    Func<object, IntPtr> pin = delegate(object array) {
      if (array == null) return IntPtr.Zero;
      pinned.Add(GCHandle.Alloc(array, GCHandleType.Pinned));
      return pinned[pinned.Count - 1].AddrOfPinnedObject();
    };
    try {
      for (int i = 0; i < columns.Length; ++i) {
        if (columns[i].Values.Length != rows) throw new ArgumentException("columns of different lengths");
        values[i] = pin(columns[i].Values);
        known[i] = pin(columns[i].Known);
      }
      byte[] given = Encoding.UTF8.GetBytes(request);
      byte[] verdicts = new byte[rows];
      IntPtr described, error;
      int status = Functions.senryaku_match_columns(rules == null ? IntPtr.Zero : rules.Value, given, given.Length, rows, values, known,
                                                    verdicts, null, 0, out described, out error);
      GC.KeepAlive(rules);
      Native.Check(status, error);
      Functions.senryaku_result_free(described);
      return verdicts;
    } finally {
      foreach (GCHandle handle in pinned) handle.Free();
    }
  }

  private static long[] Values(Column column) { return column == null ? null : column.Values; }
  private static byte[] Known(Column column) { return column == null ? null : column.Known; }
}

/// <summary>What a verb found out: JSON text, and tables of typed columns.</summary>
public sealed class Result : Owner {
  internal Result(IntPtr owned) : base(owned) {}

  /// <summary>The whole as JSON.</summary>
  public string Json { get { string text = Native.Text(Functions.senryaku_result_json, Value); GC.KeepAlive(this); return text; } }

  /// <summary>Names of the tables.</summary>
  public string[] Tables() { return Names(delegate(long index) { return Functions.senryaku_result_table(Value, index); }); }

  /// <summary>Names of a table's columns.</summary>
  public string[] ColumnNames(string table) {
    long rows;
    return Names(delegate(long index) { return Functions.senryaku_result_column(Value, Name(table), index, null, out rows); });
  }

  /// <summary>What a column holds: 1 integers, 2 doubles, 3 texts; 0 when there is none of that name.</summary>
  public int Kind(string table, string column) {
    int[] kind = new int[1];
    long rows;
    Functions.senryaku_result_column(Value, Name(table), Array.IndexOf(ColumnNames(table), column), kind, out rows);
    GC.KeepAlive(this);
    return kind[0];
  }

  /// <summary>Entries of each column of a table.</summary>
  public int Rows(string table) {
    long rows;
    Functions.senryaku_result_column(Value, Name(table), 0, null, out rows);
    GC.KeepAlive(this);
    return (int)rows;
  }

  /// <summary>A column of integers; null when there is none of that name and kind.</summary>
  public Column Integers(string table, string column) {
    int[] scale = new int[1];
    IntPtr known;
    IntPtr start = Functions.senryaku_result_integers(Value, Name(table), Name(column), scale, out known);
    if (start == IntPtr.Zero) return Kind(table, column) == 1 ? new Column(new long[0], new byte[0], scale[0]) : null; // no rows
    var values = new long[Rows(table)];
    Marshal.Copy(start, values, 0, values.Length);
    return new Column(values, Bytes(known, values.Length), scale[0]);
  }

  /// <summary>A column of doubles, NaN where there is no value; null when there is none of that name and kind.</summary>
  public double[] Doubles(string table, string column) {
    IntPtr known;
    IntPtr start = Functions.senryaku_result_doubles(Value, Name(table), Name(column), out known);
    if (start == IntPtr.Zero) return Kind(table, column) == 2 ? new double[0] : null; // no rows
    var values = new double[Rows(table)];
    Marshal.Copy(start, values, 0, values.Length);
    byte[] marks = Bytes(known, values.Length);
    for (int i = 0; i < values.Length; ++i) if (marks[i] == 0) values[i] = double.NaN;
    return values;
  }

  /// <summary>A column of texts, null where there is no value; null when there is none of that name and kind.</summary>
  public string[] Texts(string table, string column) {
    IntPtr known, places;
    IntPtr start = Functions.senryaku_result_texts(Value, Name(table), Name(column), out places, out known);
    if (start == IntPtr.Zero) return null;
    var texts = new string[Rows(table)];
    var offsets = new long[texts.Length + 1];
    Marshal.Copy(places, offsets, 0, offsets.Length);
    byte[] marks = Bytes(known, texts.Length), all = Bytes(start, (int)offsets[texts.Length]);
    for (int i = 0; i < texts.Length; ++i) {
      if (marks[i] != 0) texts[i] = Encoding.UTF8.GetString(all, (int)offsets[i], (int)(offsets[i + 1] - offsets[i]));
    }
    return texts;
  }

  private byte[] Bytes(IntPtr start, int count) {
    var copy = new byte[count];
    if (count > 0) Marshal.Copy(start, copy, 0, count); // a mask without rows is no memory
    GC.KeepAlive(this);
    return copy;
  }

  private static byte[] Name(string text) { return Encoding.UTF8.GetBytes(text + "\0"); }

  private string[] Names(Func<long, IntPtr> at) {
    var names = new System.Collections.Generic.List<string>();
    for (IntPtr found = at(0); found != IntPtr.Zero; found = at(names.Count)) names.Add(Native.Name(found));
    GC.KeepAlive(this);
    return names.ToArray();
  }

  protected override bool ReleaseHandle() { Functions.senryaku_result_free(handle); return true; }
}

/// <summary>Questions that bring their own data.</summary>
public static class Questions {
  /// <summary>Version of the library.</summary>
  public static string Version() { return Native.Name(Functions.senryaku_version()); }

  /// <summary>Version of the C interface: major * 1000 + minor.</summary>
  public static int AbiVersion() { return Functions.senryaku_abi_version(); }

  private delegate int Request(IntPtr rules, byte[] request, long length, out IntPtr result, out IntPtr error);

  /// <summary>A population projection by its figures alone, as JSON.</summary>
  public static string Project(string request, Rules rules = null) { return Ask(Functions.senryaku_project, request, rules); }

  /// <summary>The same as a result with the tables of Strategy.PopulationResult, to be disposed of by the caller.</summary>
  public static Result Projection(string request, Rules rules = null) { return Find(Functions.senryaku_project, request, rules); }

  /// <summary>What changed between two questions of support, as JSON.</summary>
  public static string SupportChange(string request, Rules rules = null) { return Ask(Functions.senryaku_support_change, request, rules); }

  /// <summary>The linter's report on the programme catalogue, as JSON.</summary>
  public static string LintCatalogue(string request, Rules rules = null) { return Ask(Functions.senryaku_lint_catalogue, request, rules); }

  /// <summary>Figures and periods as Japanese papers print them, as JSON.</summary>
  public static string ReadPrinted(string request, Rules rules = null) { return Ask(Functions.senryaku_read_printed, request, rules); }
  /// <summary>Finding codes explained, as JSON.</summary>
  public static string Explain(string request, Rules rules = null) { return Ask(Functions.senryaku_explain, request, rules); }

  /// <summary>Input, output or outcome of indicator names, as JSON.</summary>
  public static string Classify(string request, Rules rules = null) { return Ask(Functions.senryaku_classify, request, rules); }

  /// <summary>SMART letters of single indicators, as JSON.</summary>
  public static string CheckIndicators(string request, Rules rules = null) { return Ask(Functions.senryaku_check_indicators, request, rules); }

  /// <summary>Single indicators by rating schemes, as JSON.</summary>
  public static string EvaluateIndicators(string request, Rules rules = null) { return Ask(Functions.senryaku_evaluate_indicators, request, rules); }

  /// <summary>Questions of support about stated facts, as JSON.</summary>
  public static string Match(string request, Rules rules = null) { return Ask(Functions.senryaku_match, request, rules); }

  private static Result Find(Request function, string request, Rules rules) {
    byte[] given = Encoding.UTF8.GetBytes(request);
    IntPtr result, error;
    int status = function(rules == null ? IntPtr.Zero : rules.Value, given, given.Length, out result, out error);
    GC.KeepAlive(rules);
    Native.Check(status, error);
    return new Result(result);
  }

  private static string Ask(Request function, string request, Rules rules) {
    using (Result result = Find(function, request, rules)) return result.Json;
  }

  /// <summary>Stages of many names (0 input, 1 output, 2 outcome); columns as in senryaku.h, units and contexts may be null.
  /// Fills labels, confidences and unsure; a negative sureFrom takes the rules' own.</summary>
  public static void ClassifyNames(byte[] names, long[] nameOffsets, byte[] units, long[] unitOffsets, byte[] contexts,
                                   long[] contextOffsets, int sureFrom, byte[] labels, int[] confidences, byte[] unsure,
                                   Rules rules = null) {
    int count = nameOffsets.Length - 1;
    if (nameOffsets[count] > names.Length ||
        (unitOffsets != null && (unitOffsets.Length != count + 1 || unitOffsets[count] > units.Length)) ||
        (contextOffsets != null && (contextOffsets.Length != count + 1 || contextOffsets[count] > contexts.Length)) ||
        labels.Length != count || confidences.Length != count || unsure.Length != count)
      throw new ArgumentException("array lengths do not fit the number of names");
    IntPtr error;
    int status = Functions.senryaku_classify_names(rules == null ? IntPtr.Zero : rules.Value, count, names, nameOffsets, units,
                                                   unitOffsets, contexts, contextOffsets, sureFrom, labels, confidences, unsure,
                                                   out error);
    GC.KeepAlive(rules);
    Native.Check(status, error);
  }

  /// <summary>Pattern-1 projections of many areas; shapes as in senryaku.h. Fills result.</summary>
  public static void ProjectAreas(long areas, long groups, long steps, double[] basePopulation, double[] survival,
                                  double[] migration, double[] childWomanRatio, double[] maleShare, double[] result) {
    if (basePopulation.Length != areas * 2 * groups || survival.Length != areas * steps * 2 * (groups - 1) ||
        migration.Length != survival.Length || childWomanRatio.Length != areas * steps ||
        maleShare.Length != areas * steps || result.Length != areas * steps * 2 * groups)
      throw new ArgumentException("array lengths do not fit areas, groups and steps");
    IntPtr error;
    Native.Check(Functions.senryaku_project_areas(areas, groups, steps, basePopulation, survival, migration, childWomanRatio,
                                                  maleShare, result, out error), error);
  }
}

/// <summary>A strategy document. Immutable; any number of threads may use one.</summary>
public sealed class Strategy : Owner {
  private delegate int Verb(IntPtr strategy, IntPtr rules, byte[] options, long length, out IntPtr result, out IntPtr error);

  /// <summary>Reads a document; options (limits) as in senryaku_strategy_parse. Throws Failure when it is refused.</summary>
  public Strategy(byte[] json, string options = null) : base(Parse(json, options)) {}

  private static IntPtr Parse(byte[] json, string options) {
    byte[] given = options == null ? null : Encoding.UTF8.GetBytes(options);
    IntPtr result, error;
    Native.Check(Functions.senryaku_strategy_parse(json, json.Length, given, given == null ? 0 : given.Length, out result, out error), error);
    return result;
  }

  private Result Find(Verb verb, string options, Rules rules) {
    byte[] given = options == null ? null : Encoding.UTF8.GetBytes(options);
    IntPtr result, error;
    int status = verb(Value, rules == null ? IntPtr.Zero : rules.Value, given, given == null ? 0 : given.Length, out result, out error);
    GC.KeepAlive(this);
    GC.KeepAlive(rules);
    Native.Check(status, error);
    return new Result(result);
  }

  private string Ask(Verb verb, string options, Rules rules) {
    using (Result result = Find(verb, options, rules)) return result.Json;
  }

  /// <summary>Everything at once as JSON; options need "as_of".</summary>
  public string Review(string options, Rules rules = null) { return Ask(Functions.senryaku_review, options, rules); }

  /// <summary>All indicators checked, as JSON; options may be null.</summary>
  public string Check(string options = null, Rules rules = null) { return Ask(Functions.senryaku_check, options, rules); }

  /// <summary>The yearly verification, as JSON; options need "fiscal_year".</summary>
  public string Evaluate(string options, Rules rules = null) { return Ask(Functions.senryaku_evaluate, options, rules); }

  /// <summary>The same as a result with tables, to be disposed of by the caller. So are those of the verbs below.</summary>
  public Result Evaluation(string options, Rules rules = null) { return Find(Functions.senryaku_evaluate, options, rules); }
  public Result ReviewResult(string options, Rules rules = null) { return Find(Functions.senryaku_review, options, rules); }
  public Result CheckResult(string options = null, Rules rules = null) { return Find(Functions.senryaku_check, options, rules); }
  public Result SupportResult(string options, Rules rules = null) { return Find(Functions.senryaku_support, options, rules); }
  public Result PopulationResult(string options = null, Rules rules = null) { return Find(Functions.senryaku_population, options, rules); }

  public Result CompareResult(Strategy newer, string options = null, Rules rules = null) {
    IntPtr after = newer.Value;
    Verb compare = delegate(IntPtr before, IntPtr ruleHandle, byte[] given, long length, out IntPtr result, out IntPtr error) {
      return Functions.senryaku_compare(before, after, ruleHandle, given, length, out result, out error);
    };
    Result compared = Find(compare, options, rules);
    GC.KeepAlive(newer);
    return compared;
  }

  /// <summary>What changed from this version to the newer one, as JSON; options may be null.</summary>
  public string Compare(Strategy newer, string options = null, Rules rules = null) {
    using (Result result = CompareResult(newer, options, rules)) return result.Json;
  }

  /// <summary>What the projects can get, as JSON; options need "fiscal_year".</summary>
  public string Support(string options, Rules rules = null) { return Ask(Functions.senryaku_support, options, rules); }

  /// <summary>The regional plan derived from the strategy, as JSON; options may be null.</summary>
  public string Plan(string options = null, Rules rules = null) { return Ask(Functions.senryaku_plan, options, rules); }

  /// <summary>The population vision projected, as JSON; options may be null.</summary>
  public string Population(string options = null, Rules rules = null) { return Ask(Functions.senryaku_population, options, rules); }

  /// <summary>The document again, in canonical form; options may be null.</summary>
  public string Write(string options = null) { return Ask(Functions.senryaku_write, options, null); }

  protected override bool ReleaseHandle() { Functions.senryaku_strategy_free(handle); return true; }
}

}
