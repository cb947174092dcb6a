"""The workbook: a filing as sheets that people fill in, and back; a holder of the same tree as the source folder.

`compose` lays the tree out by a walk over the plan, `render` draws it, `read` finds each cell's field by hidden keys.
"""
