using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Senryaku {

/// <summary>The functions of senryaku.h, name by name. Text crosses as UTF-8 bytes with a length.</summary>
internal static class Native {
  private const string Library = "senryaku";
  private const CallingConvention Convention = CallingConvention.Cdecl;

  [DllImport(Library, CallingConvention = Convention)] internal static extern IntPtr senryaku_version();
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_abi_version();
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_strategy_parse(byte[] json, long jsonLength, byte[] options, long optionsLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern void senryaku_strategy_free(IntPtr strategy);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_rules_extend(IntPtr baseRules, byte[] json, long jsonLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern void senryaku_rules_free(IntPtr rules);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_review(IntPtr strategy, IntPtr rules, byte[] options, long optionsLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_write(IntPtr strategy, IntPtr rules, byte[] options, long optionsLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_check(IntPtr strategy, IntPtr rules, byte[] options, long optionsLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_evaluate(IntPtr strategy, IntPtr rules, byte[] options, long optionsLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_compare(IntPtr before, IntPtr after, IntPtr rules, byte[] options, long optionsLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_evaluate_indicators(IntPtr rules, byte[] request, long requestLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_check_indicators(IntPtr rules, byte[] request, long requestLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_classify(IntPtr rules, byte[] request, long requestLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_support(IntPtr strategy, IntPtr rules, byte[] options, long optionsLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_match(IntPtr rules, byte[] request, long requestLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_plan(IntPtr strategy, IntPtr rules, byte[] options, long optionsLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_support_change(IntPtr rules, byte[] request, long requestLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_lint_catalogue(IntPtr rules, byte[] request, long requestLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_read_printed(IntPtr rules, byte[] request, long requestLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_explain(IntPtr rules, byte[] request, long requestLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_population(IntPtr strategy, IntPtr rules, byte[] options, long optionsLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_project(IntPtr rules, byte[] request, long requestLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_project_areas(long areas, long groups, long steps, double[] basePopulation, double[] survival, double[] migration, double[] childWomanRatio, double[] maleShare, [Out] double[] result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_classify_names(IntPtr rules, long count, byte[] names, long[] nameOffsets, byte[] units, long[] unitOffsets, byte[] contexts, long[] contextOffsets, int sureFrom, [Out] byte[] labels, [Out] int[] confidences, [Out] byte[] unsure, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_match_columns(IntPtr rules, byte[] request, long requestLength, long rows, IntPtr[] values, IntPtr[] known, [Out] byte[] verdicts, [Out] byte[] results, long resultsLength, out IntPtr result, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_rate_columns(IntPtr rules, byte[] options, long optionsLength, long rows, long[] actual, byte[] actualKnown, long[] target, byte[] targetKnown, long[] baseline, byte[] baselineKnown, long[] previous, byte[] previousKnown, long[] aim, [Out] long[] numerator, [Out] long[] denominator, [Out] long[] rate, [Out] int[] rating, [Out] byte[] state, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern int senryaku_decimal_column(long rows, double[] values, int scale, [Out] long[] result, [Out] byte[] known, [Out] byte[] refused, out long refusedCount, out IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern IntPtr senryaku_result_table(IntPtr result, long index);
  [DllImport(Library, CallingConvention = Convention)] internal static extern IntPtr senryaku_result_column(IntPtr result, byte[] table, long index, int[] kind, out long rows);
  [DllImport(Library, CallingConvention = Convention)] internal static extern IntPtr senryaku_result_integers(IntPtr result, byte[] table, byte[] column, int[] scale, out IntPtr known);
  [DllImport(Library, CallingConvention = Convention)] internal static extern IntPtr senryaku_result_doubles(IntPtr result, byte[] table, byte[] column, out IntPtr known);
  [DllImport(Library, CallingConvention = Convention)] internal static extern IntPtr senryaku_result_texts(IntPtr result, byte[] table, byte[] column, out IntPtr offsets, out IntPtr known);
  [DllImport(Library, CallingConvention = Convention)] internal static extern IntPtr senryaku_result_json(IntPtr result, out long length);
  [DllImport(Library, CallingConvention = Convention)] internal static extern void senryaku_result_free(IntPtr result);
  [DllImport(Library, CallingConvention = Convention)] internal static extern long senryaku_error_count(IntPtr error);
  [DllImport(Library, CallingConvention = Convention)] internal static extern IntPtr senryaku_error_code(IntPtr error, long index);
  [DllImport(Library, CallingConvention = Convention)] internal static extern IntPtr senryaku_error_message(IntPtr error, long index, byte[] language);
  [DllImport(Library, CallingConvention = Convention)] internal static extern IntPtr senryaku_error_pointer(IntPtr error, long index);
  [DllImport(Library, CallingConvention = Convention)] internal static extern long senryaku_error_line(IntPtr error, long index);
  [DllImport(Library, CallingConvention = Convention)] internal static extern long senryaku_error_column(IntPtr error, long index);
  [DllImport(Library, CallingConvention = Convention)] internal static extern IntPtr senryaku_error_json(IntPtr error, out long length);
  [DllImport(Library, CallingConvention = Convention)] internal static extern void senryaku_error_free(IntPtr error);

  internal delegate IntPtr Reader(IntPtr handle, out long length);

  internal static string Text(Reader reader, IntPtr handle) {
    long length;
    IntPtr text = reader(handle, out length);
    if (text == IntPtr.Zero) return null;
    byte[] bytes = new byte[length];
    Marshal.Copy(text, bytes, 0, bytes.Length);
    return Encoding.UTF8.GetString(bytes);
  }

  internal static void Check(int status, IntPtr error) {
    if (status == 0) return;
    string problems = error == IntPtr.Zero ? "[]" : Text(senryaku_error_json, error);
    senryaku_error_free(error);
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
  internal IntPtr Value { get { return handle; } }
}

/// <summary>Rule data: the built-in ones with a document's entries replaced by id or added. Immutable.</summary>
public sealed class Rules : Owner {
  public Rules(string document) : base(Extend(Encoding.UTF8.GetBytes(document))) {}
  private static IntPtr Extend(byte[] json) {
    IntPtr result, error;
    Native.Check(Native.senryaku_rules_extend(IntPtr.Zero, json, json.Length, out result, out error), error);
    return result;
  }
  protected override bool ReleaseHandle() { Native.senryaku_rules_free(handle); return true; }
}

/// <summary>Questions that bring their own data.</summary>
public static class Questions {
  private delegate int Request(IntPtr rules, byte[] request, long length, out IntPtr result, out IntPtr error);

  /// <summary>A population projection by its figures alone, as JSON.</summary>
  public static string Project(string request, Rules rules = null) { return Ask(Native.senryaku_project, request, rules); }

  /// <summary>What changed between two questions of support, as JSON.</summary>
  public static string SupportChange(string request, Rules rules = null) { return Ask(Native.senryaku_support_change, request, rules); }

  /// <summary>The linter's report on the programme catalogue, as JSON.</summary>
  public static string LintCatalogue(string request, Rules rules = null) { return Ask(Native.senryaku_lint_catalogue, request, rules); }

  /// <summary>Figures and periods as Japanese papers print them, as JSON.</summary>
  public static string ReadPrinted(string request, Rules rules = null) { return Ask(Native.senryaku_read_printed, request, rules); }
  /// <summary>Finding codes explained, as JSON.</summary>
  public static string Explain(string request, Rules rules = null) { return Ask(Native.senryaku_explain, request, rules); }

  /// <summary>Input, output or outcome of indicator names, as JSON.</summary>
  public static string Classify(string request, Rules rules = null) { return Ask(Native.senryaku_classify, request, rules); }

  /// <summary>SMART letters of single indicators, as JSON.</summary>
  public static string CheckIndicators(string request, Rules rules = null) { return Ask(Native.senryaku_check_indicators, request, rules); }

  /// <summary>Single indicators by rating schemes, as JSON.</summary>
  public static string EvaluateIndicators(string request, Rules rules = null) { return Ask(Native.senryaku_evaluate_indicators, request, rules); }

  /// <summary>Questions of support about stated facts, as JSON.</summary>
  public static string Match(string request, Rules rules = null) { return Ask(Native.senryaku_match, request, rules); }

  private static string Ask(Request function, string request, Rules rules) {
    byte[] given = Encoding.UTF8.GetBytes(request);
    IntPtr result, error;
    int status = function(rules == null ? IntPtr.Zero : rules.Value, given, given.Length, out result, out error);
    GC.KeepAlive(rules);
    Native.Check(status, error);
    try {
      return Native.Text(Native.senryaku_result_json, result);
    } finally {
      Native.senryaku_result_free(result);
    }
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
    int status = Native.senryaku_classify_names(rules == null ? IntPtr.Zero : rules.Value, count, names, nameOffsets, units,
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
    Native.Check(Native.senryaku_project_areas(areas, groups, steps, basePopulation, survival, migration, childWomanRatio,
                                               maleShare, result, out error), error);
  }
}

/// <summary>A strategy document. Immutable; any number of threads may use one.</summary>
public sealed class Strategy : Owner {
  private delegate int Verb(IntPtr strategy, IntPtr rules, byte[] options, long length, out IntPtr result, out IntPtr error);

  public Strategy(byte[] json) : base(Parse(json)) {}

  private static IntPtr Parse(byte[] json) {
    IntPtr result, error;
    Native.Check(Native.senryaku_strategy_parse(json, json.Length, null, 0, out result, out error), error);
    return result;
  }

  private string Ask(Verb verb, string options, Rules rules) {
    byte[] given = options == null ? null : Encoding.UTF8.GetBytes(options);
    IntPtr result, error;
    int status = verb(Value, rules == null ? IntPtr.Zero : rules.Value, given, given == null ? 0 : given.Length, out result, out error);
    GC.KeepAlive(this);
    GC.KeepAlive(rules);
    Native.Check(status, error);
    try {
      return Native.Text(Native.senryaku_result_json, result);
    } finally {
      Native.senryaku_result_free(result);
    }
  }

  /// <summary>Everything at once as JSON; options need "as_of".</summary>
  public string Review(string options, Rules rules = null) { return Ask(Native.senryaku_review, options, rules); }

  /// <summary>All indicators checked, as JSON; options may be null.</summary>
  public string Check(string options = null, Rules rules = null) { return Ask(Native.senryaku_check, options, rules); }

  /// <summary>The yearly verification, as JSON; options need "fiscal_year".</summary>
  public string Evaluate(string options, Rules rules = null) { return Ask(Native.senryaku_evaluate, options, rules); }

  /// <summary>What changed from this version to the newer one, as JSON; options may be null.</summary>
  public string Compare(Strategy newer, string options = null, Rules rules = null) {
    IntPtr after = newer.Value;
    Verb compare = delegate(IntPtr before, IntPtr ruleHandle, byte[] given, long length, out IntPtr result, out IntPtr error) {
      return Native.senryaku_compare(before, after, ruleHandle, given, length, out result, out error);
    };
    string text = Ask(compare, options, rules);
    GC.KeepAlive(newer);
    return text;
  }

  /// <summary>What the projects can get, as JSON; options need "fiscal_year".</summary>
  public string Support(string options, Rules rules = null) { return Ask(Native.senryaku_support, options, rules); }

  /// <summary>The regional plan derived from the strategy, as JSON; options may be null.</summary>
  public string Plan(string options = null, Rules rules = null) { return Ask(Native.senryaku_plan, options, rules); }

  /// <summary>The population vision projected, as JSON; options may be null.</summary>
  public string Population(string options = null, Rules rules = null) { return Ask(Native.senryaku_population, options, rules); }

  /// <summary>The document again, in canonical form.</summary>
  public string Write() { return Ask(Native.senryaku_write, null, null); }

  protected override bool ReleaseHandle() { Native.senryaku_strategy_free(handle); return true; }
}

}
