"""When and in what order: Prefect flows, settings and the command line. The only room that imports prefect."""

import os

# The reader's matrices are small: threads of one product wait for each other longer than they work, and far longer
# where other processes want the cores too. Extraction uses the cores by processes. Has to stand before NumPy is first
# imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
