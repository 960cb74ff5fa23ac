"""Offers that no phrase is known for: by the words in them."""

from __future__ import annotations

import pytest

from newsclean.strip.offers import is_offer

ROWS = """
en | yes | Our free evening briefing sums up the day in five minutes. You can subscribe here.
en | yes | Are you affected by this? We would like to hear from you: stories@example.com
en | no | The party's newsletter has ten thousand subscribers, and nobody reads it here.
en | no | Tell us what you want, said the captain, and nobody answered.
en | no | The letter came by ship.
de | yes | Mit unserem Abendbrief wissen Sie, was heute wichtig war. Hier kostenlos anmelden.
de | no | Der Rundbrief des Vereins erscheint seit 1950 und hat viele Leser.
fr | yes | Notre lettre du soir résume la journée en cinq minutes. Inscription gratuite ici.
es | yes | Nuestro boletín de la tarde resume el día en cinco minutos. Apúntate aquí.
it | yes | La nostra newsletter della sera riassume la giornata in cinque minuti. Registrati qui.
pt | yes | O nosso boletim da noite resume o dia em cinco minutos. Cadastre-se aqui.
nl | yes | Onze avondbrief vat de dag in vijf minuten samen. Aanmelden kan hier gratis.
sv | yes | Vårt kvällsbrev sammanfattar dagen på fem minuter. Beställ det gratis här.
no | yes | Kveldsbrevet vårt oppsummerer dagen på fem minutter. Bestill det gratis her.
da | yes | Vores aftenbrev samler dagen på fem minutter. Bestil det gratis her.
fi | yes | Iltakirjeemme kokoaa päivän viidessä minuutissa. Tilaa ilmaiseksi tästä.
pl | yes | Nasz wieczorny biuletyn podsumowuje dzień w pięć minut. Zamów go za darmo.
cs | yes | Náš večerní dopis shrne den za pět minut. Objednejte si ho zdarma.
ru | yes | Наше вечернее письмо рассказывает о дне за пять минут. Оформите бесплатную рассылку здесь.
tr | yes | Akşam bültenimiz günü beş dakikada özetliyor. Buradan ücretsiz üye olun.
el | yes | Το βραδινό μας δελτίο συνοψίζει την ημέρα σε πέντε λεπτά. Γραφτείτε δωρεάν εδώ.
ja | yes | 夕方のニュースレターで一日の出来事を五分でまとめます。無料で登録できます。
zh | yes | 我们的晚间通讯五分钟总结一天。点击这里免费订阅。
ko | yes | 저녁 뉴스레터가 하루를 5분에 정리해 드립니다. 여기서 무료로 신청하세요.
ar | yes | نشرتنا المسائية تلخص اليوم في خمس دقائق. سجل مجانا هنا.
hi | yes | हमारा शाम का न्यूज़लेटर पांच मिनट में दिन का सार देता है। यहां मुफ्त में साइन अप करें।
id | yes | Buletin sore kami merangkum hari dalam lima menit. Daftar gratis di sini.
"""


@pytest.mark.parametrize(("language", "offer", "text"), [row.split(" | ") for row in ROWS.strip().split("\n")])
def test_offers(language: str, offer: str, text: str) -> None:
    """A newsletter or a request for tips is an offer however it is put; news that names one is none."""
    assert is_offer(text, language) is (offer == "yes")


def test_a_long_text_is_prose() -> None:
    """What goes on and on speaks about offers."""
    assert not is_offer("Our evening briefing sums up the day. You can subscribe here. " * 5, "en")
