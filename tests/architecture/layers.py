"""Rooms include only rooms below them; Boost.JSON stays in lib/json, Boost.Date_Time in lib/calendar."""
import re
import sys
from pathlib import Path

ROOT = Path(sys.argv[1])
BELOW = {
    "base": set(),
    "calendar": {"base"},
    "model": {"base", "calendar"},
}
STEPS = {"check", "evaluate", "support", "population", "procedure"}
for step in STEPS:
    BELOW[step] = {"base", "calendar", "model"}
BELOW["rules"] = BELOW["model"] | {"model"} | STEPS  # the header that gathers the rule data of all steps
BELOW["review"] = BELOW["rules"] | {"rules"}
BELOW["batch"] = BELOW["rules"] | {"rules"}
BELOW["data"] = set()
BELOW["json"] = BELOW["review"] | {"review", "batch", "data"}
BELOW["capi"] = BELOW["json"] | {"json"}
BELOW["schema"] = BELOW["json"] | {"json"}  # the tool that prints the shapes of the formats
BELOW["everything"] = BELOW["json"] | {"json"}
# Headers that belong to a room of another name.
OWNER = {"stage": "check", "rating_batch": "evaluate", "rating_scheme": "evaluate", "coverage": "support",
         "catalogue": "support", "support_batch": "support", "japanese_number": "base", "int128": "base", "table": "base",
         "structure": "model", "series": "model", "elements": "model", "outlook": "evaluate", "pdca_cycle": "evaluate",
         "comparison": "evaluate", "version": "base",
         "senryaku": "everything", "support_json": "json", "evaluate_json": "json",
         "check_json": "json", "printed_json": "json"}
# Positions of a document (json.hpp) and the rule data are what the review works on; both are plain types.
ALLOWED = {("review", "json"), ("rules", "json")}


def room_of(include):
    """The room of an include: lib/ROOM/..., senryaku/HEADER.hpp or a part of that header, senryaku/HEADER/PART.hpp."""
    match = re.match(r"senryaku/(\w+)(\.hpp$|/)", include)
    name = match.group(1) if match else include.split("/")[0]
    return OWNER.get(name, name)


def main():
    faults = []
    files = sorted(ROOT.glob("lib/**/*.[ch]pp")) + sorted(ROOT.glob("include/senryaku/**/*.hpp"))
    for path in files:
        header = path.relative_to(ROOT).parts[0] == "include"
        room = room_of(path.relative_to(ROOT / ("include" if header else "lib")).as_posix())
        for include in re.findall(r'^#include [<"]([^>"]+)[>"]', path.read_text(encoding="utf-8"), re.M):
            place = path.relative_to(ROOT)
            if include.startswith("boost/"):
                wanted = "json" if include.startswith("boost/json") else "calendar"
                if room != wanted or header or include == "boost/date_time/gregorian/gregorian.hpp":
                    faults.append("{}: {} does not belong here".format(place, include))
            elif include.startswith("senryaku/") or (ROOT / "lib" / include).is_file():
                used = room_of(include)
                if used != room and used not in BELOW.get(room, set()) and (room, used) not in ALLOWED:
                    faults.append("{}: {} is not below {}".format(place, include, room))
    for fault in faults:
        print(fault)
    print(len(files), "files checked")
    return 1 if faults or not files else 0


sys.exit(main())
