"""Writes a C program of the examples in senryaku.h: one for each group, run one after the other.

usage: header_examples.py HEADER OUTPUT.c
"""
import re
import sys
from pathlib import Path

text = Path(sys.argv[1]).read_text(encoding="utf-8")
groups = re.split(r"^/\* ---- ", text, flags=re.M)[1:]
program = ["/* Written by header_examples.py from the comments of senryaku.h. */",
           "#include <senryaku.h>", "#include <stdio.h>", "#include <string.h>", ""]
names = []
for group in groups:
    title = group.split(" -", 1)[0]
    examples = re.findall(r"@code\n(.*?)\n \* @endcode", group, re.S)
    if not examples:
        program.append('#error "the group {} of senryaku.h has no example"'.format(title))
    for example in examples:
        name = "{}_{}".format(re.sub(r"\W+", "_", title.lower()), len(names))
        code = "\n".join(re.sub(r"^ \* ?", "  ", line) for line in example.split("\n"))
        program += ["static int {}(void) {{".format(name), code, "  return 0;", "}", ""]
        names.append(name)
program.append("int main(void) {\n  int failures = 0;")
for name in names:
    program.append('  if ({0}() != 0) failures += printf("FAILED: {0}\\n") > 0;'.format(name))
program += ['  printf("{} examples, %d failures\\n", failures);'.format(len(names)), "  return failures == 0 ? 0 : 1;", "}", ""]
Path(sys.argv[2]).write_text("\n".join(program), encoding="utf-8")
