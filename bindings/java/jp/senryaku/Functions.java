package jp.senryaku;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;

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
