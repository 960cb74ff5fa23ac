"""Words of pages that stand before the article: consent, robot checks, script notices, error pages, subscription offers.

All in folded case. A consent text is told by how many of its terms meet; the other gates by a single phrase, on a page
with little other text. Order says nothing.
"""

CONSENT_TERMS = (
    "cookie", "consent", "partner", "privacy", " iab", "tcf", "gdpr", "vendor", "opt out", "legitimate interest",
    "dsgvo", "datenschutz", "einwillig", "zustimm", "verarbeit", "widerruf", "auswahl", "personalisier",
    "consentement", "traceur", "vie privée", "données", "accepter", "intérêt légitime",
    "consentimiento", "privacidad", "datos personales", "consenso", "trattamento", "dati personali",
    "consentimento", "privacidade", "dados pessoais", "toestemming", "privacybeleid", "gegevens",
    "samtyck", "samtykke", "personuppgifter", "rodo", "przetwarza", "zgod", "prywatno", "osobow", "reklam", "profil",
    "souhlas", "osobních údajů", "hozzájárul", "adatkezel", "consimțământ", "çerez", "kişisel veri", "onay",
    "согласи", "персональн", "συγκατάθεση", "δεδομέν", "隐私", "隱私", "プライバシー", "クッキー", "개인정보", "쿠키",
    "on your device", "your choices", "accept all", "personalised ad", "personalized ad", "ad measurement", "ihrem gerät",
    "tracking", "alle akzeptieren", "privatsphäre", "vos choix", "tout accepter", "votre accord", "partenaires",
    "su dispositivo", "tu dispositivo", "aceptar", "rechazar", "dispositivo", "annunci personal", "accetta", "rifiuta",
    "anúncios personal", "aceitar", "op je apparaat", "op uw apparaat", "accepteren", "advertenties", "din enhet", "kakor",
    "godkänn", "anpassade annonser", "enheten din", "informasjonskaps", "godta", "din enhed", "accepter alle", "eväste",
    "hyväksy", "laitteellesi", "urządzeni", "akceptuj", "zařízení", "přijmout", "устройств", "принять", "пристрої",
    "прийняти", "cihaz", "kabul et", "συσκευή", "αποδοχή", "デバイス", "同意", "设备", "裝置", "동의", "기기", "الموافقة", "جهازك",
    "strictly necessary", "opt-out", "third party cookies", "unbedingt erforderlich", "strictement nécessaires",
    "estrictamente necesarias", "strettamente necessari", "estritamente necessários", "strikt noodzakelijk",
)  # fmt: skip
"""Two dozen languages; terms that consent boxes share, among them some that prose has too: only several count."""

MIN_CONSENT_TERMS = 6
"""Prose on data protection has five of them at most on the arena's pages; consent boxes have eight and more."""
MIN_SHORT_CONSENT_TERMS = 5
"""The same where the page says nothing else."""
CONSENT_MARKS = (
    "ookie",
    "OOKIE",
    "クッキー",
    "쿠키",
    "erez",
    "隐私",
    "隱私",
    "kakor",
    "informasjonskaps",
    "väste",
    "файл",
)
"""A consent text has one of these; it is asked first, for most texts have none."""

BLOCKED_PHRASES = (
    "are you a robot", "you are a robot", "i am not a robot", "i'm not a robot", "not a bot", "verify you are human",
    "verify that you are human", "verifying you are human", "verify that you're human", "verifying your browser",
    "checking your browser", "checking if the site connection is secure", "just a moment...", "pardon our interruption",
    "unusual traffic", "unusual activity from your", "automated access", "automated requests", "access denied",
    "access to this page has been denied", "you don't have permission to access", "you have been blocked",
    "request unsuccessful. incapsula", "the request could not be satisfied", "request blocked", "ddos protection by",
    "attention required! | cloudflare", "complete the captcha", "solve the captcha", "security check to access",
    "too many requests", "rate limit exceeded", "not available in your region", "not available in your country", "unavailable for legal reasons",
    "bist du ein roboter", "sind sie ein roboter", "kein roboter", "zugriff verweigert", "ungewöhnliche aktivität",
    "êtes-vous un robot", "pas un robot", "accès refusé", "trafic inhabituel", "no soy un robot", "no eres un robot",
    "acceso denegado", "tráfico inusual", "non sono un robot", "accesso negato", "não sou um robô", "acesso negado",
    "geen robot", "toegang geweigerd", "jestem robotem", "nie jesteś robotem", "odmowa dostępu", "nejsem robot",
    "robot değilim", "erişim engellendi", "я не робот", "вы не робот", "доступ запрещен", "доступ ограничен",
    "安全验证", "访问被拒绝", "人机验证", "驗證您是人類", "アクセスが拒否", "ロボットではありません", "로봇이 아닙니다",
    "접근이 거부", "لست روبوت", "تم رفض الوصول", "δεν είμαι ρομπότ",
)  # fmt: skip

SCRIPT_PHRASES = (
    "enable javascript", "javascript is disabled", "javascript is required", "requires javascript", "turn on javascript",
    "javascript aktivieren", "aktivieren sie javascript", "javascript ist deaktiviert", "activer javascript",
    "activez javascript", "javascript est désactivé", "activar javascript", "active javascript", "habilita javascript",
    "habilite javascript", "ative o javascript", "abilita javascript", "attiva javascript", "javascript inschakelen",
    "schakel javascript in", "włącz javascript", "включите javascript", "включить javascript", "javascriptを有効",
    "启用javascript", "啟用javascript", "자바스크립트를", "javascript'i etkinleştirin", "aktivera javascript",
)  # fmt: skip

ERROR_PHRASES = (
    "page not found", "404 not found", "error 404", "404 error", "page you requested could not be found",
    "page you were looking for", "page you are looking for", "page doesn't exist", "page does not exist",
    "article is no longer available", "internal server error", "service unavailable", "bad gateway",
    "temporarily unavailable", "seite nicht gefunden", "seite wurde nicht gefunden", "seite existiert nicht",
    "nicht mehr verfügbar", "page introuvable", "page non trouvée", "n'existe pas ou", "página no encontrada",
    "página não encontrada", "pagina non trovata", "pagina niet gevonden", "nie znaleziono strony",
    "strona nie istnieje", "stránka nenalezena", "sidan hittades inte", "siden ble ikke funnet", "siden blev ikke fundet",
    "sivua ei löytynyt", "sayfa bulunamadı", "страница не найдена", "σελίδα δεν βρέθηκε", "页面不存在", "找不到页面",
    "ページが見つかりません", "페이지를 찾을 수 없습니다", "الصفحة غير موجودة", "העמוד לא נמצא",
)  # fmt: skip

PAYWALL_PHRASES = (
    "subscribe to continue", "subscribe to read", "subscribe to keep reading", "to continue reading", "to keep reading",
    "to read the full", "already a subscriber", "for subscribers only", "subscriber-only", "subscribers only",
    "exclusive to subscribers", "unlock this article", "this article is for", "sign in to read", "register to read",
    "weiterlesen mit", "jetzt weiterlesen", "um weiterzulesen", "artikel freischalten", "nur für abonnenten",
    "für abonnenten", "exklusiv für abonnenten", "bereits abonnent", "réservé aux abonnés", "réservé à nos abonnés",
    "abonnez-vous pour lire", "pour lire la suite", "déjà abonné", "contenido exclusivo para suscriptores",
    "solo para suscriptores", "suscríbete para", "para seguir leyendo", "contenuto riservato agli abbonati",
    "riservato agli abbonati", "per continuare a leggere", "abbonati per", "exclusivo para assinantes",
    "para continuar lendo", "alleen voor abonnees", "om verder te lezen", "tylko dla prenumeratorów",
    "dalsza część artykułu", "pozostało do przeczytania", "för att läsa vidare", "for å lese videre", "kun for abonnenter",
    "læs videre med", "jatka lukemista", "доступно только подписчикам", "только для подписчиков",
    "fortsett å lese", "les videre med", "allerede abonnent", "logg inn for å lese", "fortsätt läsa", "redan prenumerant",
    "fortsæt med at læse", "oletko jo tilaaja", "vain tilaajille", "ya eres suscriptor", "sei già abbonato",
    "hai già un abbonamento", "já é assinante", "já é subscritor", "al abonnee", "lees verder met", "już prenumerujesz",
    "czytaj dalej z", "pro předplatitele", "jste předplatitel", "тільки для передплатників", "оформите подписку, чтобы",
    "aboneler için", "okumaya devam etmek için", "μόνο για συνδρομητές", "haben schon ein abo", "haben bereits ein abo",
    "続きを読むには", "登录后继续", "付费订阅", "구독하고 계속", "للمشتركين فقط", "khusus pelanggan",
    "この記事は有料会員", "有料会員限定", "会員限定記事", "订阅后", "付费阅读", "구독자 전용",
)  # fmt: skip


LIVE_TITLES = (
    "live:", "live -", "live –", "live |", "live updates", "as it happened", "liveticker", "live-ticker", "liveblog",
    "live blog", "newsblog", "newsticker", "im ticker", "en direct", "direct :", "minuto a minuto", "en vivo", "en directo",
    "in diretta", "diretta", "ao vivo", "liveverslag", "direkte:", "direkte -", "direktesending",
    "direkt:", "hetki hetkeltä", "na żywo", "relacja live", "živě", "online přenos", "онлайн", "прямая трансляция",
    "текстова трансляція", "canlı anlatım", "canlı:", "λεπτό προς λεπτό", "live εικόνα", "ライブ", "速報中", "直播", "文字直播", "실시간",
    "مباشر", "لحظة بلحظة", "लाइव", "siaran langsung",
)  # fmt: skip
"""In the headline of a page with stamped entries: it tells what goes on."""

GALLERY_TITLES = (
    "in pictures", "in photos", "photos:", "pictures:", "photo gallery", "picture gallery", "photo essay", "bildergalerie",
    "fotostrecke", "die bilder", "in bildern", "en images", "en photos", "diaporama", "fotogalería", "galería", "en imágenes",
    "las fotos", "fotogallery", "le foto", "le immagini", "galeria de fotos", "em imagens", "veja fotos", "fotoserie",
    "in beeld", "bildspel", "i bilder", "bildserie", "i billeder", "kuvagalleria", "kuvat:", "galeria zdjęć", "na zdjęciach",
    "fotogalerie", "obrazem", "фоторепортаж", "в фотографиях", "фотогалерея", "у фотографіях", "foto galeri", "fotoğraflarla",
    "φωτογραφίες", "写真で", "フォト", "组图", "图集", "圖輯", "화보", "포토", "بالصور", "तस्वीरों में", "तस्वीरें", "foto-foto", "dalam foto",
)  # fmt: skip
"""In the headline of a page of pictures."""


def consent_terms(text: str) -> int:
    """How many of the consent terms stand in the text, each once; case is folded here."""
    folded = text.casefold()
    return sum(term in folded for term in CONSENT_TERMS)


def is_consent_text(text: str, least: int = MIN_CONSENT_TERMS) -> bool:
    """Whether a text has a mark and so many terms of consent boxes that it is one."""
    return any(map(text.__contains__, CONSENT_MARKS)) and consent_terms(text) >= least


def has_phrase(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands in the text; case is folded here, curly quotes read as straight ones."""
    folded = text.casefold().replace("’", "'")
    return any(map(folded.__contains__, phrases))
