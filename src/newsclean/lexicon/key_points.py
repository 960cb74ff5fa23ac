"""What stands above a list of key points ("At a glance", "Das Wichtigste in Kürze"), by its words; order says nothing."""

LABELS = (
    "key point", "key take", "key fact", "key finding", "key highlight", "highlights", "takeaway", "at a glance", "in brief",
    "in short", "summary", "tl;dr", "tldr", "what to know", "need to know", "the essentials", "quick read", "main points",
    "wichtigste", "auf einen blick", "kürze", "kurzfassung", "kurz gefasst", "kurz erklärt", "kurz & knapp",
    "kurz und knapp", "zusammenfassung", "überblick", "darum geht", "worum geht",
    "essentiel", "en bref", "points clés", "en résumé", "résumé", "à retenir", "ce qu'il faut", "ce qu’il faut",
    "lo esencial", "claves", "en breve", "puntos clave", "resumen", "lo más importante", "lo importante",
    "in breve", "in sintesi", "punti chiave", "punti principali", "sintesi",
    "resumo", "destaques", "em resumo", "pontos-chave", "principais pontos", "en síntesis",
    "in het kort", "kernpunten", "samenvatting", "belangrijkste",
    "kort sagt", "kort fortalt", "kort om", "det viktigste", "det vigtigste", "sammanfattning", "sammendrag", "oppsummer",
    "det viktigaste", "hovedpunkter", "pääkohdat", "tiivistelmä", "lyhyesti", "tiivistettynä",
    "najważniejsze", "w skrócie", "podsumowanie", "to nejdůležitější", "stručně", "shrnutí", "röviden", "összefoglal",
    "pe scurt", "rezumat", "на кратко", "накратко", "коротко", "главное", "кратко", "головне", "стисло",
    "με λίγα λόγια", "συνοπτικά", "özet", "öne çıkan", "kısaca", "ringkasan", "poin penting", "intisari", "tóm tắt",
    "أبرز", "ملخص", "باختصار", "خلاصه", "نکات", "תקציר", "בקצרה", "मुख्य", "सारांश", "हाइलाइट",
    "สรุป", "要点", "要點", "摘要", "核心提示", "重點", "ポイント", "まとめ", "この記事", "要約", "핵심", "요약",
)  # fmt: skip
