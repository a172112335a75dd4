using System;
using System.Runtime.InteropServices;

namespace Senryaku {

/// <summary>The functions of senryaku.h, name by name. Text crosses as UTF-8 bytes with a length.</summary>
internal static class Functions {
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
}

}
