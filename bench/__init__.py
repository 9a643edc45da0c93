"""Measures the project: collections of several sizes, built, weighed and compared with plain Markdown."""
