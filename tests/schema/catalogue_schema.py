"""The shipped catalogue keeps to its published schema, and broken documents do not."""
import sys

import shipped

BREAKS = [lambda p: p.pop("id"), lambda p: p["period"].update(executed_from_fy="2008"), lambda p: p.update(unknown_member=1),
          lambda p: p["requirements"].append({"id": "x", "fact": "a.b", "use": "c"}), lambda p: p.update(confidence="sure")]

sys.exit(shipped.verify("catalogue.schema.json", "programmes", "loans-and-bonds.json",
                        lambda document: document["catalogue"]["programmes"][0], BREAKS))
