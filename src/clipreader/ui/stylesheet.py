"""One stylesheet for all standard widgets, made from a palette.

Combo boxes, check boxes and spin boxes stay with Fusion and the Qt palette: once a stylesheet
touches their frame it has to draw their arrows too, as picture files that cannot be tinted. Only
the empty box of a table's row is drawn here, because Fusion's cannot be seen in the dark.
"""

from __future__ import annotations

from string import Template

from clipreader.ui.palette import Palette, mixed

_RULES = Template("""
QWidget { outline: none; }
QMainWindow, QDialog, QMessageBox { background: $page; color: $ink; }
QToolBar { background: $side; border: none; border-bottom: 1px solid $line; spacing: 4px;
  padding: 6px 12px; }
QToolBar::separator { background: $line; width: 1px; margin: 6px; }
QStatusBar { background: $side; border-top: 1px solid $line; color: $dim; }
QStatusBar::item { border: none; }
QMenuBar { background: $side; color: $ink; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 5px; }
QMenuBar::item:selected { background: $selected; }
QMenu { background: $card; color: $ink; border: 1px solid $line; border-radius: 8px;
  padding: 5px; }
QMenu::item { padding: 6px 26px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: $selected; color: $accent; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 5px 6px; }
QMenu::icon { padding-left: 8px; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: 4px 6px; }

QPushButton { background: $card; color: $ink; border: 1px solid $line; border-radius: 6px;
  padding: 6px 14px; min-height: 16px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selected; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:checked { background: $selected; color: $accent; border-color: $accent; }
QPushButton:disabled { color: $disabled; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QDialogButtonBox QPushButton:default, QPushButton[primary="true"] { background: $accent;
  color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QDialogButtonBox QPushButton:default:hover, QPushButton[primary="true"]:hover {
  background: $accent_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $ink; padding: 5px 13px; }
QPushButton[primary="true"]:disabled, QDialogButtonBox QPushButton:default:disabled {
  background: $line; color: $disabled; border-color: $line; }
QToolButton { background: transparent; color: $dim; border: 1px solid transparent;
  border-radius: 6px; padding: 5px; }
QToolButton:hover { background: $hover; color: $ink; }
QToolButton:pressed, QToolButton:checked { background: $selected; color: $accent; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton:disabled { color: $disabled; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit[field="true"] { background: $card; color: $ink;
  border: 1px solid $line; border-radius: 6px; padding: 5px 8px;
  selection-background-color: $selection; selection-color: $ink; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit[field="true"]:focus {
  border: 1px solid $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: $disabled; background: $side; }

QListView, QTreeView, QTableView { background: $list; color: $ink; border: none;
  selection-background-color: $selected; selection-color: $ink; }
QTableView::item { padding: 0 5px; }
QTableView::indicator:unchecked { background: $card; border: 1px solid $faint;
  border-radius: 3px; width: 12px; height: 12px; }
QAbstractItemView::item:selected { background: $selected; color: $ink; }
QHeaderView::section { background: $side; color: $dim; border: none;
  border-bottom: 1px solid $line; padding: 5px 8px; }
QGroupBox { border: 1px solid $line; border-radius: 8px; margin-top: 18px; padding: 10px; }
QGroupBox::title { subcontrol-origin: margin; left: 2px; color: $dim; }
QTabBar::tab { background: transparent; color: $dim; padding: 7px 14px;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $thumb; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 34px; }
QScrollBar::handle:horizontal { min-width: 34px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 5px;
  min-height: 5px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
""")


_GROUNDS = ("page", "side", "list", "card", "selected")
_INKS = ("ink", "dim", "faint", "accent", "on_accent", "danger", "line")


def stylesheet(palette: Palette) -> str:
    """Return the rules for all standard widgets in a palette's colours.

    A button with the property ``primary`` is filled with the accent, as is the default one of
    a button box (in other places Qt gives that to whichever comes first); a text edit with the
    property ``field`` looks like a line edit.
    """
    values = {name: getattr(palette, name).name() for name in _GROUNDS + _INKS}
    values["hover"] = mixed(palette.side, palette.ink, 0.06).name()
    values["accent_hover"] = mixed(palette.accent, palette.ink, 0.14).name()
    values["disabled"] = mixed(palette.faint, palette.card, 0.4).name()
    values["thumb"] = mixed(palette.line, palette.faint, 0.35).name()
    values["selection"] = mixed(palette.card, palette.accent, 0.25).name()
    return _RULES.substitute(values)
