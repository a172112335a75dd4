import sys

from .commands import main

if __name__ == "__main__":  # not again in the processes that review many documents
    sys.exit(main())
