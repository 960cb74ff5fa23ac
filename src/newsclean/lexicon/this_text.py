"""How a text speaks of itself, by language: what parts a notice from news about the same thing."""

from __future__ import annotations

from .fold import fold, is_unspaced

_PHRASES = """
breaking news story | breaking new story | breaking story | developing story | this article | this story | this post | this report | this piece | this page | this summary | this translation | this text
this video | this audio | this content | this column | this interview | this review | this transcript | this release
these links | our links | our site | our website | our newsroom | our journalists | our editors | our reporters | the author
our team | our readers | our policy | our partners | links on | the article | the story | the summary | the text | article was
articles were | story was | story has | article has | we may | we might | may earn | may receive | we earn | we receive | this publication
some posts | this sentence | this paragraph | this headline | expressed here | this copy | this work | this material | this essay | this feature | this review | this newsletter | this excerpt | this series | this investigation | this episode | editorial team | the key points | this list | this guide | headline | an earlier version | a previous version
dieser artikel | dieser text | dieser beitrag | diese meldung | diesem artikel | diesem text | diesem beitrag | diesen artikel
diesen text | diesen beitrag | dieses artikels | dieses beitrags | dieser serie | dieser meldung | dieses textes | diese nachricht | diese zusammenfassung
die zusammenfassung | der artikel | der text | der beitrag | die meldung | diese seite | unserer redaktion | unsere redaktion
der redaktion | die redaktion | dieses inhalts | diese inhalte | diese ubersetzung | wir erhalten | erhalten wir | hinweis | wir haben
diesen inhalt | dieser inhalt | dieses interview | diese reportage | dieses dossier | dieser kommentar | dieser gastbeitrag | dieses video
cet article | cet texte | ce texte | cette depeche | ce contenu | cet entretien | cette traduction | ce resume | cette page | notre redaction
la redaction | larticle | cette information | cette tribune | cette actualite | ce papier | cette interview | nous pouvons | cette chronique | ce dossier | ce reportage | ce billet
este articulo | esta noticia | esta nota | este texto | esta informacion | este contenido | este resumen | esta traduccion | este reportaje
nuestra redaccion | la redaccion | el articulo | esta historia | esta pagina | este post | texto traducido | podemos recibir | este reporte | esta columna | esta cronica
questo articolo | questa notizia | questo testo | questo contenuto | larticolo | la redazione | questa traduzione | questo riassunto | questo servizio | questo intervento | questa rubrica
questa pagina | nostra redazione | il testo | questo post
neste artigo | deste artigo | neste texto | nesta coluna | este artigo | esta reportagem | esta materia | esta noticia | este texto | este conteudo | o artigo | a reportagem | a redacao | este resumo
nossa redacao | deste texto | desta reportagem | desta materia | esta coluna | esta traducao | da redacao | o texto | este post | esta publicacao
dit artikel | dit bericht | deze tekst | dit stuk | deze pagina | het artikel | de redactie | onze redactie | deze samenvatting | deze vertaling | dit verhaal | deze column | deze reportage
den har artikeln | denna artikel | artikeln | texten | redaktionen | den har texten | sammanfattningen | det har | denna text | nyheten | oversattningen
ljuduppspelningen | vi kan
denne artikkelen | denne saken | artikkelen | saken | teksten | redaksjonen | denne teksten | oppsummeringen | dette innlegget | innlegget | sammendraget
denne artikel | artiklen | teksten | redaktionen | denne tekst | dette indlaeg | indlaegget | resumeet | historien
tama artikkeli | taman artikkelin | artikkeli | artikkelin | juttu | jutun | juttua | toimitus | tekstin | kaannos | tama juttu | teksti | teksti on | jutussa | kirjoitus | kirjoituksen
ten artykuł | tego artykułu | niniejszy artykuł | niniejszego artykułu | artykuł | artykułu | tekst | tekstu | materiał | materiału | redakcja | redakcji | tłumaczenie
tento clanek | clanek | clanku | text | textu | redakce | zprava | shrnuti | preklad
эта статья | этот материал | статья | статьи | материал | материала | текст | текста | редакция | редакции | перевод | новость | публикация | краткое содержание | этой статьи
ця стаття | цеи матеріал | стаття | статті | матеріал | матеріалу | текст | тексту | редакція | редакції | переклад | новину | новина | публікація
bu haber | haberin metni | bu yazi | bu makale | bu icerik | bu metin | haber | haberin | yazinin | yazi | makale | icerik | ceviri | editorlerimiz
το αρθρο | αυτο το αρθρο | του αρθρου | το κειμενο | του κειμενου | η συνταξη | η μεταφραση | αρθρο | παρον αρθρο | της συνταξης
この記事 | 本記事 | 当記事 | 記事は | 記事の | 本文 | この翻訳 | 要約は | 本稿 | 本サイト | 当サイト | 本ページ | 編集部 | この動画 | 本コラム | 記事内 | 当社
本文 | 此文 | 本报道 | 本報導 | 本稿 | 本网 | 本站 | 本篇 | 文章 | 稿件 | 内容 | 內容 | 摘要 | 本报 | 该文 | 此内容
이 기사 | 본 기사 | 기사는 | 이 글 | 본문 | 본지 | 이 콘텐츠 | 해당 기사 | 이 번역 | 요약은 | 기사의 | 저작권자
هذا المقال | هده الماده | هذه المادة | المقال | هذا النص | هذا الخبر | الخبر | هذه القصة | التقرير | هذا التقرير | المحتوى | الترجمة | هيئة التحرير
यह लेख | इस लेख | यह खबर | इस खबर | यह समाचार | यह रिपोर्ट | यह स्टोरी | इस स्टोरी | लेख | खबर | लेखक | यह सामग्री
artikel ini | berita ini | tulisan ini | konten ini | teks ini | redaksi | naskah ini | terjemahan ini | ringkasan ini
ez a cikk | a cikk | cikkunk | cikkunket | a szoveg | szerkesztoseg | acest articol | articolul | stirea | textul | tази статия | статията | материалът
این مقاله | این مطلب | این خبر | این متن | המאמר | הכתבה | הידיעה | כתבה זו | aquest article | aquesta noticia | larticle | la noticia
บทความนี้ | ข่าวนี้ | bai viet nay | bài viết này | bài viết
"""

SELF = tuple(dict.fromkeys(fold(p) for p in _PHRASES.replace("\n", " | ").split(" | ") if p.strip()))
"""Folded as the lines they are looked for in."""

_SPACED: dict[str, tuple[str, ...]] = {}
"""By first word, the phrases of scripts that space their words."""
for _phrase in SELF:
    if not is_unspaced(_phrase):
        _first = _phrase.split()[0]
        _SPACED[_first] = (*_SPACED.get(_first, ()), f" {_phrase} ")
_UNSPACED = tuple(p for p in SELF if is_unspaced(p))


def speaks_of_itself(text: str) -> bool:
    """True where a text names itself, its page or its makers.

    >>> speaks_of_itself("This story was translated by machine."), speaks_of_itself("The bank uses machines.")
    (True, False)
    """
    return speak_of_itself(fold(text).split())


def speak_of_itself(words: list[str]) -> bool:
    """The same of a text's folded words."""
    line = " ".join(words)
    firsts = _SPACED.keys() & words
    if firsts:
        padded = f" {line} "
        if any(phrase in padded for first in firsts for phrase in _SPACED[first]):
            return True
    return not line.isascii() and any(map(line.__contains__, _UNSPACED))
