"""``python -m flows.cli``: the command line without the installed script."""

from flows.cli import main

main()
