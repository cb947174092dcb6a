"""For every rule of the checks, mutations that it must find. Each module has its `CASES`."""
