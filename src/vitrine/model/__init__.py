"""What a record may say: one pydantic model per kind, the only schema of the project.

Checks, JSON Schema, annotated templates, the contributor page and the exports are all read from these classes.
"""
