"""What the app talks about: frozen records of the words of the field.

May import only the standard library. Every border between packages is crossed by these records
and by nothing else, so that neither rows nor widgets nor cursors travel.
"""

from clipreader.model.article import (
    BLOCK_ROLES,
    BODY_ROLES,
    BULLET,
    OFFERED,
    SURE,
    Article,
    Image,
    Part,
    Role,
    shown_spans,
)
from clipreader.model.backup import Backup
from clipreader.model.changes import (
    Changes,
    Fate,
    Imported,
    ImportReport,
    Outcome,
    Progress,
    Unfinished,
)
from clipreader.model.draft import HINT_ROLES, Candidate, Draft, Hint, Line, Source
from clipreader.model.errors import (
    AmbiguousQuote,
    ClipreaderError,
    ExportFailed,
    LibraryDamaged,
    LibraryUnavailable,
    NotFetched,
    NotFound,
    QuoteMissing,
    UndoRefused,
    UnreadableSource,
)
from clipreader.model.fetched import Fetched
from clipreader.model.highlight import Citation, Clipping, Colour, Highlight, Tag
from clipreader.model.identity import new_id
from clipreader.model.metadata import LIST_FIELDS, FieldName, Metadata
from clipreader.model.query import (
    WHOLE,
    ArticleRow,
    Counts,
    Hit,
    NameCount,
    Query,
    Shelf,
    Snippet,
    SortOrder,
    Term,
)
from clipreader.model.rescue import Deed, Rescue
from clipreader.model.rule import (
    FIXED,
    LONGEST_RULE,
    NAMED,
    STAR,
    Becomes,
    Match,
    Rule,
    becomes,
    becoming,
    house_of,
)
from clipreader.model.selector import Anchor, Certainty, Selector
from clipreader.model.span import Span
from clipreader.model.version import Version, VersionState

__all__ = [
    "BLOCK_ROLES",
    "BODY_ROLES",
    "BULLET",
    "FIXED",
    "HINT_ROLES",
    "LIST_FIELDS",
    "LONGEST_RULE",
    "NAMED",
    "OFFERED",
    "STAR",
    "SURE",
    "WHOLE",
    "AmbiguousQuote",
    "Anchor",
    "Article",
    "ArticleRow",
    "Backup",
    "Becomes",
    "Candidate",
    "Certainty",
    "Changes",
    "Citation",
    "Clipping",
    "ClipreaderError",
    "Colour",
    "Counts",
    "Deed",
    "Draft",
    "ExportFailed",
    "Fate",
    "Fetched",
    "FieldName",
    "Highlight",
    "Hint",
    "Hit",
    "Image",
    "ImportReport",
    "Imported",
    "LibraryDamaged",
    "LibraryUnavailable",
    "Line",
    "Match",
    "Metadata",
    "NameCount",
    "NotFetched",
    "NotFound",
    "Outcome",
    "Part",
    "Progress",
    "Query",
    "QuoteMissing",
    "Rescue",
    "Role",
    "Rule",
    "Selector",
    "Shelf",
    "Snippet",
    "SortOrder",
    "Source",
    "Span",
    "Tag",
    "Term",
    "UndoRefused",
    "Unfinished",
    "UnreadableSource",
    "Version",
    "VersionState",
    "becomes",
    "becoming",
    "house_of",
    "new_id",
    "shown_spans",
]
