"""ClipReader: read, mark and quote articles of the press.

The package's directions are contracts that the tests run (``pyproject.toml``,
``[tool.importlinter]``): ``ui`` and ``commands`` speak to ``operations``, ``operations`` to
the siblings ``library``, ``importers``, ``anatomy``, ``anchoring`` and ``exporters``, and all
of them to ``model`` and ``text``. Nothing below ``ui`` knows Qt, nothing outside ``library``
knows SQL.
"""

__version__ = "0.1.0"
