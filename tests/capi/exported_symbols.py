"""The shared library exports exactly the functions that the header declares."""
import re
import shutil
import subprocess
import sys

library, header = sys.argv[1:3]
if not shutil.which("nm"):
    print("nm (binutils) is not installed")
    sys.exit(77)
listing = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True, text=True).stdout
exported = {line.split()[-1].split("@")[0] for line in listing.splitlines() if " A " not in line}
with open(header, encoding="utf-8") as file:
    declared = set(re.findall(r"SENRYAKU_CALL\s+(senryaku_\w+)\(", file.read()))
for name in sorted(exported - declared):
    print("exported but not declared:", name)
for name in sorted(declared - exported):
    print("declared but not exported:", name)
print(len(exported), "functions exported")
sys.exit(0 if exported == declared and declared else 1)
