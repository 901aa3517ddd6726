"""What every test process needs before anything else."""

# Importing it tells NumPy to multiply on one thread (see there): the tests run one process a core.
import flows  # noqa: F401
