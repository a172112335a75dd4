"""Prints every table of every result that has tables: a line a column with verb, table, column, kind, the entries in turn
("-": unknown; integers with their scale, doubles by their bits) and the getters that answer.

usage: tables.py OLDER NEWER REVIEW CHECK EVALUATE SUPPORT POPULATION COMPARE PROJECT (the options of each, as JSON)
"""
import json
import struct
import sys

import senryaku

GETTERS = {1: "integers", 2: "doubles", 3: "texts"}


def entry(value, kind):
    if value is None:
        return "-"
    if kind == 1:
        scale = -value.as_tuple().exponent if hasattr(value, "as_tuple") else 0
        return "={}e-{}".format(int(value * 10 ** scale), scale)
    return "={}".format(struct.unpack("<q", struct.pack("<d", value))[0] if kind == 2 else value)


def lines(verb, result):
    for table in result.tables:
        kinds = result.kinds(table)
        for column, values in result.table(table).items():
            parts = [verb, table, column, str(kinds[column])] + [entry(value, kinds[column]) for value in values]
            yield "\t".join(parts + [GETTERS[kinds[column]]]) + "\n"


def main(older, newer, *options):
    options = [json.loads(text) for text in options]
    with senryaku.Strategy.from_file(older) as before, senryaku.Strategy.from_file(newer) as strategy:
        verbs = ("review", "check", "evaluate", "support", "population")
        results = [(verb, strategy.result(verb, **options[i])) for i, verb in enumerate(verbs)]
        results.append(("compare", strategy.result("compare", before=before, **options[5])))
        results.append(("project", senryaku.projection(options[6])))
        for verb, result in results:
            with result:
                sys.stdout.buffer.write("".join(lines(verb, result)).encode("utf-8"))


main(*sys.argv[1:])
