"""gongkai (公开): a disclosure-site generator for small Chinese government units, on MkDocs."""

__version__ = "0.1.0"
