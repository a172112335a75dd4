"""senryaku: regional strategies of Japanese municipalities (地方版総合戦略).

    import senryaku
    strategy = senryaku.Strategy.from_file("strategy.json")
    review = strategy.review(as_of="2026-06-01")
    for line in review["headlines"]:
        print(line["ja"])

Needs nothing but the standard library and the shared library ``libsenryaku``.
"""
from ._native import (Problem, Rules, STAGES, SenryakuError, Strategy, abi_version, check_indicators, classify,
                      classify_names, evaluate_indicators, explain, lint_catalogue, match, project, project_areas,
                      support_change, version)

__all__ = ["Problem", "Rules", "STAGES", "SenryakuError", "Strategy", "abi_version", "check_indicators", "classify",
           "classify_names", "evaluate_indicators", "explain", "lint_catalogue", "match", "project", "project_areas",
           "support_change", "version"]
__version__ = "0.9.0"
