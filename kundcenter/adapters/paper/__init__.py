"""Printed documents, one file each.  reportlab is loaded when the first page is wanted."""
