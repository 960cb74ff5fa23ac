"""The words with which news tells what others say, by language: what a notice of the newsroom does without."""

from __future__ import annotations

from .fold import fold, is_unspaced

_PHRASES = """
said | says | told | according to | claims | claimed | argues | argued | announced | denied | denies | alleged | insists | insisted | warned
demand that | demanded | calls for | called for | wants | want | proposed | found that | a spokesman | a spokeswoman | a spokesperson | the auditors found | the study found | researchers found
sagte | sagt | erklarte | erklart | teilte mit | teilt mit | nach angaben | laut | zufolge | nach eigenen angaben | behauptet | behauptete
kritisiert | kritisierte | betont | betonte | meint | meinte | fordert | fordern | verlangt | verlangen | so der | so die | kundigte an | warnte | bestritt | raumte ein
affirme | a affirme | selon | a declare | declare | dapres | estime | a explique | explique | assure | a assure | a annonce | denonce | conteste | demande | demandent | exige | exigent | reclame | reclament | propose
dijo | dice | aseguro | asegura | afirmo | afirma | segun | declaro | explico | sostiene | sostuvo | denuncia | denuncio | anuncio que | pide | piden | exige | exigen | reclama | propone
ha detto | ha dichiarato | secondo | sostiene | sostengono | afferma | ha affermato | ha spiegato | ha annunciato | denuncia | spiega | chiede | chiedono | propone
disse | afirmou | afirma | segundo | declarou | explicou | de acordo com | anunciou | garante | sustenta | diz | pede | pedem | exige | exigem
zei | zegt | volgens | verklaarde | stelt dat | meldt | aldus | liet weten | beweert | beweerde | waarschuwt | eist | eisen | wil dat | willen dat
sade | sager | enligt | uppger | uppgav | havdar | havdade | menar | berattar | sa att | skriver att | kraver | vill att
sier | sa at | ifolge | opplyser | hevder | hevdet | mener | forteller | sagde | siger | oplyser | haevder | mente | fortaeller
sanoi | sanoo | mukaan | kertoi | kertoo | vaittaa | vaitti | totesi | toteaa
powiedział | powiedziała | mówi | według | twierdzi | twierdzą | poinformował | poinformowała | oświadczył | zapewnia | przyznał | przekazał
řekl | řekla | uvedl | uvedla | podle | tvrdí | tvrdil | prohlásil | oznámil | oznámila | dodal | dodala
заявил | заявила | заявили | сообщил | сообщила | сообщили | по словам | по данным | утверждает | утверждают | рассказал | рассказала | отметил
заявив | заявила | повідомив | повідомила | за словами | за даними | стверджує | розповів | розповіла | зазначив | зазначила
dedi | söyledi | açıkladı | göre | belirtti | iddia etti | ifade etti | savundu | duyurdu | kaydetti
είπε | δήλωσε | δήλωσαν | σύμφωνα με | ανακοίνωσε | υποστηρίζει | ισχυρίζεται | ανέφερε | τόνισε
と述べた | と話した | と語った | によると | を明らかにした | と発表した | と主張 | と説明した | と指摘
表示 | 据报道 | 稱 | 指出 | 宣布 | 认为 | 認為 | 透露 | 声称 | 聲稱
말했다 | 밝혔다 | 전했다 | 주장했다 | 따르면 | 설명했다 | 강조했다 | 발표했다
قال | قالت | صرح | أعلن | أعلنت | وفقا | أكد | أكدت | زعم | أضاف | بحسب
कहा | बताया | के अनुसार | दावा किया | घोषणा की | मुताबिक
mengatakan | menurut | kata dia | ujar | menyatakan | mengaku | menegaskan | mengklaim | tutur
"""

REPORTED = tuple(dict.fromkeys(fold(p) for p in _PHRASES.replace("\n", " | ").split(" | ") if p.strip()))
"""Folded as the lines they are looked for in."""

_SPACED = tuple(f" {p} " for p in REPORTED if not is_unspaced(p))
_UNSPACED = tuple(p for p in REPORTED if is_unspaced(p))


def reports_speech(text: str) -> bool:
    """True where a text tells what somebody says or has found.

    >>> reports_speech("The bank said that its letters are written by AI."), reports_speech("This was written by AI.")
    (True, False)
    """
    line = fold(text)
    padded = f" {line} "
    return any(p in padded for p in _SPACED) or (not line.isascii() and any(p in line for p in _UNSPACED))
