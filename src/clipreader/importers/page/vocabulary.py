"""The words that pages use in class names, and what they say of an element.

Whole words only ("captions" is not "caption" and both are listed); two words joined by a hyphen
stand for both in a row. A new publisher's word is one more entry.
"""

from __future__ import annotations


def words_of(words: str) -> frozenset[str]:
    """Return words parted by blanks as a set."""
    return frozenset(words.split())


CAPTION_WORDS: frozenset[str] = words_of(
    "bijschrift bildetekst bildtext bildunterschrift bildzeile billedtekst caption captions "
    "didascalia epigrafe figcaption gallery-description gallerytext image-desc image-description "
    "image-text img-desc img-description legend legenda legende leyenda media-info media-text "
    "photo-desc photo-text pie-de pie-foto pie-imagen podpis thumbcaption"
)
"""The words under a picture."""

CREDIT_WORDS: frozenset[str] = words_of(
    "attribution autor-foto bildnachweis bildquelle bildrechte caption-author caption-source "
    "figcaption-author figcaption-source copyright copyrightholder credit "
    "credit-text crediti credito creditos credits credittext fotocredit fotocredits fotograf "
    "fotografo image-author image-credit image-source img-copyright img-source photo-author "
    "photo-by photo-credit photo-source photocredit photographe photographer rights"
)
"""Who made or gave a picture."""

FIGURE_WORDS: frozenset[str] = words_of(
    "bild bildbox bilder contentimage featured-image figure foto fotos gallery gallerybox hero "
    "illustration image imagem imagen imagenes images img immagine lead-image media multimedia "
    "photo photos picture pictures slide slideshow thumbinner thumbnail visual wp-caption"
)
"""A box around a picture and its words."""

BYLINE_WORDS: frozenset[str] = words_of(
    "auteur auteurs author authors autor autore autoren autores autori by-author byline bylines "
    "contributor contributors firma firmas journalist redacteur redactor signature traducteur "
    "traductor tradutor traduttore translator uebersetzer verfasser writer writers"
)
"""Who wrote or translated the article."""

DECK_WORDS: frozenset[str] = words_of(
    "alternativeheadline article-description article-intro article-lead article-subtitle "
    "article-summary bajada catenaccio chapeau chapo deck dek einleitung entradilla excerpt "
    "header-description ingress intro-text linha-fina post-excerpt sommario sottotitoli "
    "sottotitolo sous-titre soustitre standfirst story-summary strapline sub-headline sub-title "
    "sub-tit subhead subheading subheadline subtit subtitle subtitulo sumario underrubrik "
    "undertitel untertitel vorspann"
)
"""The sentence under the headline that sums the story up."""

KICKER_WORDS: frozenset[str] = words_of(
    "antetitulo chapeu cintillo dachzeile eyebrow kicker occhiello overhead overline pretitle "
    "roofline spitzmarke supertitle surtitre topline volanta"
)
"""The word over the headline."""

TIME_WORDS: frozenset[str] = words_of(
    "article-date data-hora date dateline datemodified datepublished dates datetime datum fecha "
    "last-modified last-update last-updated post-date pubdate publication-date publish-date "
    "published time-stamp timestamp"
)
"""When it was published."""

BODY_WORDS: frozenset[str] = words_of(
    "article-body article-content article-text articlebody artikeltext body-text content-body "
    "cuerpo-noticia entry-content news-body post-body post-content reviewbody story-body "
    "story-content story-text text-body texto-noticia"
)
"""The element that holds the article's body, by name."""

FURNITURE_WORDS: frozenset[str] = words_of(
    "abo about-author actions ad ads adv advert advertisement advertising advertorial anzeige "
    "article-tools author-bio author-box banner bio breadcrumb breadcrumbs btn button carousel "
    "comentarios comment commentaires comments complementary consent contentinfo cookie cookies "
    "cta disclaimer disqus donate donation dropdown facebook fact-box factbox faktaboks "
    "faktaruta fallback feedback follow footer gdpr info-box infobox infokasten keywords "
    "kommentare legal leggi-anche leia-tambem line-clamp link-list linklist lire-aussi log-in "
    "login mas-leidas mas-leido mas-leidos masthead meist-gelesen meistgelesen menu menus modal "
    "more-from more-on more-stories most-read nav navbar navi navigation newsletter newsletters "
    "next-article noprint outbrain page-footer pager pagination paywall placeholder plus-lus "
    "poll popular popup print-only promo promos promotion pubblicita publicidad publicite "
    "rating ratings read-also read-more read-next readmore recirc recirculation recommend "
    "recommendation recommendations recommended redes register reklame relacionadas "
    "relacionados related screen-reader search share sharebar shares sharing sidebar sign-in "
    "sign-up signin signup site-footer site-header skip skip-link skiplink social sociales "
    "socials sponsor sponsored sr-only story-tools subscribe subscription survey taboola tags "
    "teaser teaserlist teasers ticker tool-bar toolbar tooltip topics trending up-next "
    "visually-hidden werbung whatsapp"
)
"""What the site says of itself."""

COMMENT_NAMES: frozenset[str] = words_of(
    "comentarios comment-body comment-content comment-list comment-text commentaires commenti "
    "commentlist comments comments-area comments-list kommentare komentarze reacties"
)
"""Whole class names or ids, not words of them, of what readers said below the article."""

NO_WORD_AGAINST_PICTURES: frozenset[str] = words_of(
    "actions placeholder ad ads banner btn button carousel cta popup promo teaser widget"
)
"""Words for furniture that also stand on the boxes of an article's own pictures."""

PULL_QUOTE_WORDS: frozenset[str] = words_of(
    "pull-left pull-quote pull-right pulled-quote pullquote pullquotes"
)
"""A sentence of the text that is set large beside it."""

UNSEEN_WORDS: frozenset[str] = words_of(
    "accessibility-hidden element-invisible hidden-visually hide-completely offscreen "
    "only-screenreader screen-reader screenreader screenreader-only sr-only visually-hidden"
)
"""Words that a page shows to screen readers alone."""
