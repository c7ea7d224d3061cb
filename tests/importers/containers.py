"""The same article in every container, written as the programs that save them write it."""

from __future__ import annotations

import base64
import plistlib
import quopri
from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 3
JPEG = b"\xff\xd8\xff\xe0" + bytes(range(255, -1, -1)) * 2
ADDRESS = "https://saltmarsh.example/news/night-ferry"
FERRY, QUAY = "https://saltmarsh.example/pictures/ferry.png", "../pictures/quay?w=900&q=80"
SAID = "The ferry left at twenty past nine, and nobody on the quay said a word about the piano."
WORDS = f"{SAID} {SAID} {SAID}"
TITLE = "Night Ferry Returns to the Harbour"


def page(ferry: str = FERRY, quay: str = QUAY, charset: str = "utf-8") -> str:
    """The article as a page that names its pictures by the addresses given."""
    quay = quay.replace("&", "&amp;")
    return f"""<!doctype html><html lang="en"><head><meta charset="{charset}">
<title>{TITLE} | The Saltmarsh</title><style>p {{ color: red }}</style></head>
<body><nav><a href="https://saltmarsh.example/">Home</a></nav><article><h1>{TITLE}</h1>
<p class="byline">By Zoë Réyes</p>
<figure><img src="{ferry}" alt="A ferry"><figcaption>The ferry leaves the north quay
<span class="credit">Noor Castellan</span></figcaption></figure>
<p>{WORDS}</p>
<figure><img src="{quay}"><figcaption>“The quay” at night</figcaption></figure>
<p>{WORDS} — café.</p></article><footer>© The Saltmarsh</footer></body></html>"""


def data_address(data: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def single_file() -> bytes:
    """The article as the extension SingleFile saves it."""
    whole = page(data_address(PNG, "image/png"), data_address(JPEG, "image/jpeg"))
    told = (
        f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Mon Nov 02 2026\n-->"
    )
    return whole.replace('<html lang="en">', f'<html lang="en">{told}', 1).encode()


def mhtml(
    markup: str | None = None,
    *,
    charset: str = "utf-8",
    coded: str = "quoted-printable",
    ferry: bytes = PNG,
) -> bytes:
    """The article as Chrome saves it."""
    whole = MIMEMultipart("related", type="text/html", boundary="----MultipartBoundary--x----")
    del whole["MIME-Version"]
    whole["From"] = "<Saved by Blink>"
    whole["Snapshot-Content-Location"] = ADDRESS
    whole["Subject"] = TITLE
    whole["MIME-Version"] = "1.0"
    written = page() if markup is None else markup
    whole.attach(_part("text/html", written.encode(charset), ADDRESS, coded, charset))
    whole.attach(_part("text/css", b"p { color: red }", "cid:css-1@mhtml.blink", coded))
    whole.attach(_part("image/png", ferry, FERRY, "base64"))
    location = "https://saltmarsh.example/pictures/quay?w=900&q=80"
    whole.attach(_part("text/html", JPEG, location, "base64"))
    return whole.as_bytes()


def _part(kind: str, data: bytes, location: str, coded: str, charset: str | None = None):
    main, _, sub = kind.partition("/")
    part = MIMEBase(main, sub)
    del part["MIME-Version"]
    if charset:
        part.set_param("charset", charset)
    part["Content-Transfer-Encoding"] = coded
    part["Content-Location"] = location
    if coded == "base64":
        part.set_payload(base64.encodebytes(data).decode())
    else:
        part.set_payload(quopri.encodestring(data).decode())
    return part


def webarchive(
    form: plistlib.PlistFormat = plistlib.FMT_BINARY, markup: str | None = None
) -> bytes:
    """The article as Safari saves it."""
    main = {
        "WebResourceData": (page() if markup is None else markup).encode(),
        "WebResourceFrameName": "",
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": ADDRESS,
    }
    beside = [
        ("https://saltmarsh.example/style.css", "text/css", b"p { color: red }"),
        (FERRY, "image/png", PNG),
        ("https://saltmarsh.example/pictures/quay?w=900&q=80", "text/plain", JPEG),
    ]
    resources = [
        {"WebResourceURL": url, "WebResourceMIMEType": kind, "WebResourceData": data}
        for url, kind, data in beside
    ]
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": resources}, fmt=form)


def mail(markup: str | None = None, text: str | None = "The plain form.") -> bytes:
    """The article as a mail with inline pictures, a plain form and an attachment."""
    whole = MIMEMultipart("mixed", boundary="=-=whole")
    whole["From"] = "=?utf-8?q?The_Saltmarsh=2C_weekly?= <letters@saltmarsh.example>"
    whole["To"] = "reader@example.org"
    whole["Subject"] = f"Fwd: Re: {TITLE}"
    whole["Date"] = "Mon, 02 Nov 2026 07:15:00 +0100"
    whole["Message-ID"] = "<1@saltmarsh.example>"
    related = MIMEMultipart("related", boundary="=-=related")
    written = page("cid:ferry%40mail", "cid:quay@mail") if markup is None else markup
    related.attach(MIMEText(written, "html", "utf-8"))
    for name, data, kind in (("ferry@mail", PNG, "png"), ("quay@mail", JPEG, "png")):
        picture = MIMEImage(data, kind)
        picture["Content-ID"] = f"<{name}>"
        related.attach(picture)
    if text is None:
        whole.attach(related)
    else:
        both = MIMEMultipart("alternative", boundary="=-=both")
        both.attach(MIMEText(text, "plain", "utf-8"))
        both.attach(related)
        whole.attach(both)
    attached = MIMEText("An attached text that is no part of the article.")
    attached["Content-Disposition"] = "attachment; filename=terms.txt"
    whole.attach(attached)
    return whole.as_bytes()


def text_mail(text: str, **parameters: str) -> bytes:
    """A mail of plain text."""
    whole = EmailMessage()
    whole["From"] = "Ana <ana@example.org>"
    whole["Subject"] = TITLE
    whole["MIME-Version"] = "1.0"
    whole.set_content(text)
    for name, value in parameters.items():
        whole.set_param(name, value)
    return whole.as_bytes()
