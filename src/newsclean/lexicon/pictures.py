"""Words that credit a picture, agencies and archives that own pictures, and words that say what an image is for."""

from __future__ import annotations

PICTURE_LABELS = (
    "featured image credit", "photo credit", "photo credits", "picture credit", "image credit", "image credits",
    "photo courtesy", "image copyright", "image source", "photo source", "photo illustration", "photograph",
    "photographs", "photographer", "photos", "photo", "pictures", "picture", "images", "image", "foto credit",
    "fotocredit", "fotos", "foto", "foto(s)", "bilder", "bild", "bildquelle", "bildrechte", "bildnachweis",
    "fotograf", "crédit photo", "crédits photo", "photo d'illustration", "photographie", "fotografía",
    "fotografia", "crédito da foto", "foto de", "imagen", "imagem", "imágenes", "immagine", "kuva", "kuvat",
    "beeld", "billede", "bilde", "fot", "zdjęcie", "zdjęcia", "kép", "фото", "источник фото", "фотография",
    "снимка", "коллаж", "φωτογραφία", "φωτο", "fotoğraf", "写真", "写真提供", "画像", "撮影", "图", "图片", "摄影",
    "图源", "图片来源", "사진", "صورة", "תמונה", "צילום", "عکس", "फोटो", "ảnh", "ภาพ",
)  # fmt: skip
"""Stand before the name of who took or owns a picture, and before nothing else."""

CREDIT_LABELS = (
    *PICTURE_LABELS, "credits", "credit", "copyright", "source", "fotografie", "photography", "quelle", "rechte",
    "illustration", "grafik", "montage", "crédits", "crédit", "crédito", "créditos", "fuente", "fonte", "bron",
    "źródło", "zdroj", "источник", "джерело", "πηγή", "kaynak", "sumber", "出典",
)  # fmt: skip
"""The same, and those that stand before other sources too."""

AGENCIES = (
    "getty images", "getty", "shutterstock", "istock", "istockphoto", "unsplash", "pexels", "pixabay",
    "adobe stock", "reuters", "ap photo", "ap", "afp", "dpa", "epa", "efe", "apa", "ansa", "pap", "belga",
    "keystone", "imago", "imago images", "alamy", "picture alliance", "zuma press", "ritzau scanpix", "scanpix",
    "lehtikuva", "ntb", "tt", "europa press", "anadolu", "xinhua", "kyodo", "jiji", "yonhap", "bloomberg", "nasa",
    "esa", "eso", "pa wire", "pa images", "pa", "press association", "science photo library", "wikimedia",
    "wikimedia commons", "flickr", "creative commons", "handout", "supplied", "usa today sports", "corbis",
    "magnum", "depositphotos", "dreamstime", "123rf", "fotolia", "stock.adobe.com", "rex features", "rex",
    "splash news", "upi", "tass", "ria novosti", "afp photo", "epa-efe", "aap", "cp", "the canadian press", "spl",
    "wireimage", "filmmagic", "redux", "sipa", "photoshot",
)  # fmt: skip
"""Names that end a caption as its credit, alone or after a slash."""

CAPTION_LABELS = (
    "image caption", "media caption", "caption", "photo caption", "bildunterschrift", "legende", "légende",
)  # fmt: skip
"""Printed before a caption for screen readers; no part of it."""

CAPTION_NAMES = (
    "caption", "captions", "figcaption", "figcap", "imgcaption", "imagecaption", "photocaption", "legend",
    "legende", "bildunterschrift", "bildtext", "bildetekst", "bildinfo", "imgtext", "imagetext", "phototext",
    "cutline", "didascalia", "piefoto", "pie-foto", "pie-de-foto", "pie-imagen", "epigrafe", "leyenda", "podpis",
    "image-description", "img-description", "photo-description", "picture-description", "image-desc", "img-desc",
    "photo-desc", "image-text", "img-text", "image-title", "img-title", "photo-title", "image-info", "img-info",
    "photo-info", "media-info", "picture-title", "media-description", "media-caption", "pic-desc", "image-meta",
    "cover-photo-desc", "photo-caption", "img-cap", "image-cap", "photo-cap", "pic-intro", "pic-info",
    "img-descr", "image-descr", "photo-descr", "pic-descr",
    "gallery-description", "gallery-caption", "kuvateksti", "billedtekst", "fototext",
)  # fmt: skip
"""Class words of captions: one word, or words that follow one another."""

CREDIT_NAMES = (
    "credit", "credits", "photocredit", "imagecredit", "copyright", "photographer", "fotograf", "bildrechte",
    "photoby", "attribution", "camera", "image-source", "img-source", "photo-source", "credito", "credit-line",
    "bildnachweis", "bildquelle", "fotocredit", "byline-photo", "photo-author", "image-author",
)  # fmt: skip
"""Class words of picture credits."""

MARK_NAMES = frozenset((
    "logo", "logos", "avatar", "avatars", "icon", "icons", "sprite", "sprites", "spacer", "pixel", "tracking",
    "tracker", "blank", "emoji", "emojis", "smiley", "gravatar", "badge", "favicon", "loader", "loading",
    "spinner", "placeholder", "transparent", "dummy", "arrow", "bullet", "button", "btn", "share", "mugshot",
    "headshot", "counter", "clear", "dot", "1x1", "authorphoto", "author-image", "byline", "avatar-image",
))  # fmt: skip
"""Words in a file name or class that say: an image of the page's furniture, not of the article."""
