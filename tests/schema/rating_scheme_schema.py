"""The shipped rating schemes keep to their published schema, and broken ones do not."""
import sys

import shipped

BREAKS = [lambda s: s.pop("formula"), lambda s: s.update(formula="guess"), lambda s: s["bands"][0].update(max="80"),
          lambda s: s.update(rollups=[{"method": "worst"}]), lambda s: s.update(unknown_member=1)]

sys.exit(shipped.verify("rating-scheme.schema.json", "schemes", "towns.json", lambda document: document["schemes"][0], BREAKS))
