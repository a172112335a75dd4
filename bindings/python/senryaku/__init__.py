"""senryaku: regional strategies of Japanese municipalities (地方版総合戦略).

    import senryaku
    strategy = senryaku.Strategy.from_file("strategy.json")
    review = strategy.review(as_of="2026-06-01")
    for line in review["headlines"]:
        print(line["ja"])

Needs nothing but the standard library and the shared library ``libsenryaku``.
"""
from ._native import (Problem, Result, Rules, SenryakuError, Strategy, abi_version, check_indicators, classify,
                      data_version, evaluate_indicators, explain, lint_catalogue, match, project, projection, read_printed,
                      schemes, support_change, version)
from .batch import STAGES, Rated, classify_names, decimal_column, match_columns, project_areas, rate_columns
from .columns import Column

__all__ = ["Column", "Problem", "Rated", "Result", "Rules", "STAGES", "SenryakuError", "Strategy", "abi_version",
           "check_indicators", "classify", "classify_names", "data_version", "decimal_column", "evaluate_indicators", "explain", "lint_catalogue", "match",
           "match_columns", "project", "project_areas", "projection", "rate_columns", "read_printed", "schemes",
           "support_change", "version"]
__version__ = "1.0.0"
