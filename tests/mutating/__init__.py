"""Mutation testing (``python -m tests.mutants``): where changes can be made, how one is put in, and which tests are run for it."""
