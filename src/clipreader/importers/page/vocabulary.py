"""The words that pages use in class names, and what they say of an element.

Whole words only ("captions" is not "caption" and both are listed); two words joined by a hyphen
stand for both in a row. A new publisher's word is one more entry.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


CAPTION_WORDS: frozenset[str] = _set(
    "caption captions figcaption legend legende legenda didascalia bildunterschrift bildtext "
    "bildzeile pie-de pie-foto pie-imagen epigrafe leyenda image-desc img-desc img-description "
    "image-description gallery-description media-info media-text photo-desc image-text photo- "
    "text bijschrift podpis billedtekst bildetekst"
)
"""The words under a picture."""

CREDIT_WORDS: frozenset[str] = _set(
    "credit credits photographer photocredit photo-by image-credit photo-credit copyright "
    "copyrightholder credittext credit-text creditos credito fotograf fotografo photographe "
    "fotocredit bildnachweis bildrechte bildquelle rights attribution image-source photo-source "
    "img-source autor-foto crediti fotocredits img-copyright"
)
"""Who made or gave a picture."""

FIGURE_WORDS: frozenset[str] = _set(
    "contentimage figure image images img photo photos picture pictures media foto fotos bild "
    "bilder imagen imagenes immagine imagem gallery slideshow slide hero lead-image featured- "
    "image thumbnail wp-caption visual illustration bildbox multimedia"
)
"""A box around a picture and its words."""

BYLINE_WORDS: frozenset[str] = _set(
    "byline bylines author authors autor autores autoren auteur auteurs autore autori firma "
    "firmas writer writers verfasser signature contributor contributors by-author translator "
    "traductor traducteur traduttore uebersetzer tradutor redactor redacteur journalist"
)
"""Who wrote or translated the article."""

DECK_WORDS: frozenset[str] = _set(
    "deck dek standfirst subtitle subtitulo sottotitolo sottotitoli untertitel subheadline "
    "subheading subhead sub-title sub-headline entradilla bajada sumario chapo chapeau vorspann "
    "ingress excerpt strapline sommario catenaccio article-lead article-intro article-summary "
    "article-description story-summary post-excerpt linha-fina soustitre sous-titre intro-text "
    "alternativeheadline header-description article-subtitle"
)
"""The sentence under the headline that sums the story up."""

KICKER_WORDS: frozenset[str] = _set(
    "kicker overline eyebrow dachzeile antetitulo volanta cintillo occhiello surtitre topline "
    "supertitle pretitle spitzmarke roofline overhead chapeu"
)
"""The word over the headline."""

TIME_WORDS: frozenset[str] = _set(
    "date dates dateline datetime fecha timestamp pubdate published publish-date datepublished "
    "datemodified datum data-hora time-stamp publication-date article-date post-date"
)
"""When it was published."""

BODY_WORDS: frozenset[str] = _set(
    "articlebody article-body story-body post-content entry-content article-content body-text "
    "article-text story-text story-content artikeltext cuerpo-noticia texto-noticia news-body "
    "reviewbody post-body text-body content-body"
)
"""The element that holds the article's body, by name."""

FURNITURE_WORDS: frozenset[str] = _set(
    "nav navi navigation navbar menu menus breadcrumb breadcrumbs footer share sharing shares "
    "sharebar social socials sociales redes related relacionadas relacionados recommend "
    "recommended recommendation recommendations newsletter newsletters subscribe subscription "
    "abo promo promos promotion advert advertisement advertising advertorial anzeige werbung "
    "publicidad publicite pubblicita reklame ads ad adv banner sponsor sponsored comment "
    "comments comentarios kommentare commentaires disqus sidebar popular trending outbrain "
    "taboola cookie cookies consent gdpr paywall login signin signup register modal popup "
    "toolbar pagination pager tags topics keywords donate donation skip skiplink skip-link "
    "read-more readmore more-on more-from more-stories most-read mas-leido mas-leidas mas- "
    "leidos plus-lus meist-gelesen meistgelesen lire-aussi leia-tambem leggi-anche read- also "
    "read-next up-next next-article masthead site-header page-footer site-footer about- author "
    "author-bio author-box bio follow feedback rating ratings poll survey ticker facebook "
    "whatsapp linklist link-list sr-only visually-hidden screen-reader disclaimer legal "
    "dropdown btn button cta teaser teasers teaserlist carousel contentinfo complementary "
    "search actions tool-bar fallback tooltip article-tools story-tools print-only noprint "
    "recirc recirculation infobox-ad"
)
"""What the site says of itself."""

NO_WORD_AGAINST_PICTURES: frozenset[str] = _set(
    "button btn carousel actions cta ad ads banner widget teaser popup promo"
)
"""Words for furniture that also stand on the boxes of an article's own pictures."""
