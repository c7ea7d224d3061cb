"""Edits an article's fields; each says where its value was found."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from clipreader.model import LIST_FIELDS, Article, FieldName
from clipreader.ui.plain import ElidedLabel, PlainLabel
from clipreader.ui.theme import Theme, interface_font
from clipreader.ui.wording import field_label

Value = str | tuple[str, ...] | None
"""A field's value: words, several names, or nothing."""


class FieldsEditor(QDialog):
    """A line for each field. Several names are parted by semicolons."""

    def __init__(self, theme: Theme, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._article = article
        self._lines: dict[FieldName, QLineEdit] = {}
        self.setWindowTitle(self.tr("Edit fields"))
        self.resize(560, 620)
        self._arrange()

    @property
    def changes(self) -> tuple[tuple[FieldName, Value], ...]:
        """Return the fields that the person changed, with their new values."""
        known = self._article.metadata
        values = [(name, _value(name, line.text())) for name, line in self._lines.items()]
        return tuple((name, value) for name, value in values if value != known.value(name))

    def line(self, name: FieldName) -> QLineEdit:
        """Return the line of a field."""
        return self._lines[name]

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(20, 16, 20, 16)
        form.setVerticalSpacing(4)
        form.setHorizontalSpacing(14)
        for name in FieldName:
            self._add(form, name)
        inside = QWidget()
        inside.setLayout(form)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        for button in buttons.buttons():
            button.setToolTip(button.text().replace("&", ""))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 20, 14)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addLayout(foot)

    def _add(self, form: QFormLayout, name: FieldName) -> None:
        known = self._article.metadata
        value = known.value(name)
        words = "; ".join(value) if isinstance(value, tuple) else value or ""
        line = QLineEdit(words)
        line.setCursorPosition(0)
        line.setAccessibleName(field_label(name))
        if name in LIST_FIELDS:
            line.setPlaceholderText(self.tr("Names, parted by semicolons"))
        if name == FieldName.PUBLISHED:
            line.setPlaceholderText(self.tr("Year-month-day, such as 2024-07-04"))
        label = PlainLabel(field_label(name))
        label.setBuddy(line)
        form.addRow(label, line)
        why = self.tr("Set by you") if name in known.corrected else known.why(name)
        evidence = ElidedLabel(why)
        evidence.setFont(interface_font(11.5))
        evidence.setStyleSheet(f"color: {self._theme.palette.faint.name()};")
        line.setAccessibleDescription(why)
        form.addRow("", evidence)
        self._lines[name] = line


def _value(name: FieldName, words: str) -> Value:
    if name in LIST_FIELDS:
        return tuple(one.strip() for one in words.split(";") if one.strip())
    return words.strip() or None
