"""Words of written dates per language: months, weekdays, clock words, zones, labels. Data only.

MONTHS: language → twelve entries, January first; alternatives with "|" between (full name, inflected forms,
abbreviations without their dot), in lower case. Within a language the order means nothing; between languages the
first one that has a word wins where the language is not known.
"""

from __future__ import annotations

MONTHS: dict[str, str] = {
    "en": "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep "
    "october|oct november|nov december|dec",
    "de": "januar|jänner|jan|jän februar|feber|feb märz|maerz|mär|mrz april|apr mai juni|jun juli|jul august|aug "
    "september|sept|sep oktober|okt november|nov dezember|dez",
    "fr": "janvier|janv février|fevrier|févr|fév|fevr mars avril|avr mai juin juillet|juil août|aout "
    "septembre|sept octobre|oct novembre|nov décembre|decembre|déc|dec",
    "es": "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|setiembre|sep|sept|set "
    "octubre|oct noviembre|nov diciembre|dic",
    "it": "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre|set|sett "
    "ottobre|ott novembre|nov dicembre|dic",
    "pt": "janeiro|jan fevereiro|fev março|marco|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set "
    "outubro|out novembro|nov dezembro|dez",
    "nl": "januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sept|sep "
    "oktober|okt november|nov december|dec",
    "sv": "januari|jan februari|feb|febr mars|mar april|apr maj juni|jun juli|jul augusti|aug september|sept|sep "
    "oktober|okt november|nov december|dec",
    "da": "januar|jan februar|feb marts|mar april|apr maj juni|jun juli|jul august|aug september|sep oktober|okt "
    "november|nov december|dec",
    "no": "januar|jan februar|feb mars|mar april|apr mai juni|jun juli|jul august|aug september|sep oktober|okt "
    "november|nov desember|des",
    "fi": "tammikuu|tammikuuta|tammikuun helmikuu|helmikuuta|helmikuun maaliskuu|maaliskuuta|maaliskuun "
    "huhtikuu|huhtikuuta|huhtikuun toukokuu|toukokuuta|toukokuun kesäkuu|kesäkuuta|kesäkuun "
    "heinäkuu|heinäkuuta|heinäkuun elokuu|elokuuta|elokuun syyskuu|syyskuuta|syyskuun lokakuu|lokakuuta|lokakuun "
    "marraskuu|marraskuuta|marraskuun joulukuu|joulukuuta|joulukuun",
    "is": "janúar|jan febrúar|feb mars|mar apríl|apr maí júní|jún júlí|júl ágúst|ágú september|sep október|okt "
    "nóvember|nóv desember|des",
    "pl": "styczeń|stycznia|sty luty|lutego|lut marzec|marca|mar kwiecień|kwietnia|kwi maj|maja czerwiec|czerwca|cze "
    "lipiec|lipca|lip sierpień|sierpnia|sie wrzesień|września|wrz październik|października|paź listopad|listopada|lis "
    "grudzień|grudnia|gru",
    "cs": "leden|ledna|led únor|února|úno březen|března|bře duben|dubna|dub květen|května|kvě červen|června|čvn "
    "červenec|července|čvc srpen|srpna|srp září|zář říjen|října|říj listopad|listopadu|lis prosinec|prosince|pro",
    "sk": "január|januára|jan február|februára|feb marec|marca|mar apríl|apríla|apr máj|mája jún|júna júl|júla "
    "august|augusta|aug september|septembra|sep október|októbra|okt november|novembra|nov december|decembra|dec",
    "hu": "január|jan február|febr|feb március|márc április|ápr május|máj június|jún július|júl augusztus|aug "
    "szeptember|szept|szep október|okt november|nov december|dec",
    "ro": "ianuarie|ian februarie|feb martie|mar aprilie|apr mai iunie|iun iulie|iul august|aug septembrie|sept|sep "
    "octombrie|oct noiembrie|noi|nov decembrie|dec",
    "hr": "siječanj|siječnja|sij veljača|veljače|velj ožujak|ožujka|ožu travanj|travnja|tra svibanj|svibnja|svi "
    "lipanj|lipnja|lip srpanj|srpnja|srp kolovoz|kolovoza|kol rujan|rujna|ruj listopad|listopada|lis studeni|studenog|studenoga|stu "
    "prosinac|prosinca|pro",
    "sr": "januar|januara|jan|јануар|јануара|јан februar|februara|feb|фебруар|фебруара|феб mart|marta|mar|март|марта|мар "
    "april|aprila|apr|април|априла|апр maj|maja|мај|маја jun|juna|јун|јуна jul|jula|јул|јула "
    "avgust|avgusta|avg|август|августа|авг septembar|septembra|sep|септембар|септембра|сеп "
    "oktobar|oktobra|okt|октобар|октобра|окт novembar|novembra|nov|новембар|новембра|нов "
    "decembar|decembra|dec|децембар|децембра|дец",
    "sl": "januar|januarja|jan februar|februarja|feb marec|marca|mar april|aprila|apr maj|maja junij|junija|jun "
    "julij|julija|jul avgust|avgusta|avg september|septembra|sep oktober|oktobra|okt november|novembra|nov "
    "december|decembra|dec",
    "bg": "януари|ян февруари|фев март|мар април|апр май юни|юн юли|юл август|авг септември|септ октомври|окт "
    "ноември|ноем декември|дек",
    "ru": "январь|января|янв февраль|февраля|фев|февр март|марта|мар апрель|апреля|апр май|мая июнь|июня|июн июль|июля|июл "
    "август|августа|авг сентябрь|сентября|сен|сент октябрь|октября|окт ноябрь|ноября|ноя|нояб декабрь|декабря|дек",
    "uk": "січень|січня|січ лютий|лютого|лют березень|березня|бер квітень|квітня|квіт травень|травня|трав "
    "червень|червня|черв липень|липня|лип серпень|серпня|серп вересень|вересня|вер жовтень|жовтня|жовт "
    "листопад|листопада|лист грудень|грудня|груд",
    "be": "студзень|студзеня люты|лютага сакавік|сакавіка красавік|красавіка травень|мая|траўня чэрвень|чэрвеня "
    "ліпень|ліпеня жнівень|жніўня верасень|верасня кастрычнік|кастрычніка лістапад|лістапада снежань|снежня",
    "el": "ιανουάριος|ιανουαρίου|ιαν φεβρουάριος|φεβρουαρίου|φεβ|φεβρ μάρτιος|μαρτίου|μαρ|μάρ απρίλιος|απριλίου|απρ "
    "μάιος|μαΐου|μαίου|μαϊ|μαι ιούνιος|ιουνίου|ιουν|ιούν ιούλιος|ιουλίου|ιουλ|ιούλ αύγουστος|αυγούστου|αυγ|αύγ "
    "σεπτέμβριος|σεπτεμβρίου|σεπ|σεπτ οκτώβριος|οκτωβρίου|οκτ νοέμβριος|νοεμβρίου|νοε|νοεμ δεκέμβριος|δεκεμβρίου|δεκ",
    "tr": "ocak|oca şubat|şub mart|mar nisan|nis mayıs|may haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki kasım|kas "
    "aralık|ara",
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    "id": "januari|jan februari|feb maret|mar april|apr mei juni|jun juli|jul agustus|agu|agt september|sep oktober|okt "
    "november|nov desember|des",
    "ms": "januari|jan februari|feb mac april|apr mei jun julai|jul ogos|ogo september|sep oktober|okt november|nov "
    "disember|dis",
    "ca": "gener|gen febrer|febr març abril|abr maig juny juliol|jul agost|ag setembre|set octubre|oct novembre|nov "
    "desembre|des",
    "gl": "xaneiro|xan febreiro|feb marzo|mar abril|abr maio xuño|xuñ xullo|xul agosto|ago setembro|set outubro|out "
    "novembro|nov decembro|dec",
    "eu": "urtarrila|urtarrilaren|urtarrilak otsaila|otsailaren|otsailak martxoa|martxoaren|martxoak apirila|apirilaren|apirilak "
    "maiatza|maiatzaren|maiatzak ekaina|ekainaren|ekainak uztaila|uztailaren|uztailak abuztua|abuztuaren|abuztuak "
    "iraila|irailaren|irailak urria|urriaren|urriak azaroa|azaroaren|azaroak abendua|abenduaren|abenduak",
    "et": "jaanuar|jaan veebruar|veebr märts aprill|apr mai juuni juuli august|aug september|sept oktoober|okt "
    "november|nov detsember|dets",
    "lv": "janvāris|janvārī|janv februāris|februārī|febr marts|martā aprīlis|aprīlī|apr maijs|maijā jūnijs|jūnijā|jūn "
    "jūlijs|jūlijā|jūl augusts|augustā|aug septembris|septembrī|sept oktobris|oktobrī|okt novembris|novembrī|nov "
    "decembris|decembrī|dec",
    "lt": "sausis|sausio vasaris|vasario kovas|kovo balandis|balandžio gegužė|gegužės birželis|birželio liepa|liepos "
    "rugpjūtis|rugpjūčio rugsėjis|rugsėjo spalis|spalio lapkritis|lapkričio gruodis|gruodžio",
    "ar": "يناير|جانفي|كانونـالثاني فبراير|فيفري|شباط مارس|آذار|اذار أبريل|ابريل|إبريل|أفريل|نيسان مايو|ماي|أيار|ايار يونيو|يونيه|جوان|حزيران "
    "يوليو|يوليه|يوليوز|جويلية|تموز أغسطس|اغسطس|غشت|أوت|آب|اب سبتمبر|شتنبر|أيلول|ايلول أكتوبر|اكتوبر|تشرينـالأول نوفمبر|نونبر|تشرينـالثاني ديسمبر|دجنبر|كانونـالأول",
    "fa": "ژانویه|ژانویهٔ فوریه مارس آوریل|اوریل مه|می ژوئن ژوئیه|جولای اوت|آگوست|اگوست سپتامبر اکتبر نوامبر دسامبر",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "he": "ינואר|בינואר פברואר|בפברואר מרץ|מרס|במרץ|במרס אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי אוגוסט|באוגוסט "
    "ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר",
    "hi": "जनवरी|जन फरवरी|फ़रवरी|फर मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
    "mr": "जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर",
    "bn": "জানুয়ারি|জানুয়ারী ফেব্রুয়ারি|ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট|আগষ্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "ta": "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
    "th": "มกราคม|มค กุมภาพันธ์|กพ มีนาคม|มีค เมษายน|เมย พฤษภาคม|พค มิถุนายน|มิย กรกฎาคม|กค สิงหาคม|สค กันยายน|กย ตุลาคม|ตค "
    "พฤศจิกายน|พย ธันวาคม|ธค",
    "hy": "հունվար|հունվարի փետրվար|փետրվարի մարտ|մարտի ապրիլ|ապրիլի մայիս|մայիսի հունիս|հունիսի հուլիս|հուլիսի օգոստոս|օգոստոսի "
    "սեպտեմբեր|սեպտեմբերի հոկտեմբեր|հոկտեմբերի նոյեմբեր|նոյեմբերի դեկտեմբեր|դեկտեմբերի",
    "ka": "იანვარი|იანვრის თებერვალი|თებერვლის მარტი|მარტის აპრილი|აპრილის მაისი|მაისის ივნისი|ივნისის ივლისი|ივლისის აგვისტო|აგვისტოს "
    "სექტემბერი|სექტემბრის ოქტომბერი|ოქტომბრის ნოემბერი|ნოემბრის დეკემბერი|დეკემბრის",
    "sq": "janar|janari shkurt|shkurti mars|marsi prill|prilli maj|maji qershor|qershori korrik|korriku gusht|gushti shtator|shtatori "
    "tetor|tetori nëntor|nëntori dhjetor|dhjetori",
    "sw": "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
    "af": "januarie|jan februarie|feb maart|mrt april|apr mei junie|jun julie|jul augustus|aug september|sep|sept oktober|okt "
    "november|nov desember|des",
    "mk": "јануари|јан февруари|фев март|мар април|апр мај јуни|јун јули|јул август|авг септември|сеп октомври|окт ноември|ное "
    "декември|дек",
    "uz": "yanvar|январ fevral|феврал mart|март aprel|апрел may|май iyun|июн iyul|июл avgust|август sentabr|sentyabr|сентабр "
    "oktabr|oktyabr|октабр noyabr|ноябр dekabr|декабр",
    "tg": "январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри",
    "kk": "қаңтар|қаң ақпан|ақп наурыз|нау сәуір|сәу мамыр|мам маусым|мау шілде|шіл тамыз|там қыркүйек|қыр қазан|қаз қараша|қар "
    "желтоқсан|жел",
    "te": "జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జూలై|జులై ఆగస్టు|ఆగస్ట్ సెప్టెంబర్|సెప్టెంబరు అక్టోబర్|అక్టోబరు నవంబర్|నవంబరు డిసెంబర్|డిసెంబరు",
    "ml": "ജനുവരി ഫെബ്രുവരി മാർച്ച്|മാര്‍ച്ച് ഏപ്രിൽ|ഏപ്രില്‍ മേയ്|മെയ് ജൂൺ|ജൂണ്‍ ജൂലൈ|ജൂലായ് ഓഗസ്റ്റ്|ആഗസ്റ്റ് സെപ്റ്റംബർ|സെപ്തംബർ "
    "ഒക്ടോബർ|ഒക്‌ടോബർ നവംബർ|നവംബര്‍ ഡിസംബർ|ഡിസംബര്‍",
    "gu": "જાન્યુઆરી ફેબ્રુઆરી માર્ચ એપ્રિલ મે જૂન જુલાઈ|જુલાઇ ઓગસ્ટ|ઑગસ્ટ સપ્ટેમ્બર ઓક્ટોબર|ઑક્ટોબર નવેમ્બર ડિસેમ્બર",
    "kn": "ಜನವರಿ ಫೆಬ್ರವರಿ|ಫೆಬ್ರುವರಿ ಮಾರ್ಚ್ ಏಪ್ರಿಲ್ ಮೇ ಜೂನ್ ಜುಲೈ ಆಗಸ್ಟ್ ಸೆಪ್ಟೆಂಬರ್ ಅಕ್ಟೋಬರ್ ನವೆಂಬರ್ ಡಿಸೆಂಬರ್",
    "pa": "ਜਨਵਰੀ ਫਰਵਰੀ|ਫ਼ਰਵਰੀ ਮਾਰਚ ਅਪ੍ਰੈਲ ਮਈ ਜੂਨ ਜੁਲਾਈ ਅਗਸਤ ਸਤੰਬਰ ਅਕਤੂਬਰ ਨਵੰਬਰ ਦਸੰਬਰ",
    "ne": "जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर",
    "si": "ජනවාරි පෙබරවාරි මාර්තු අප්‍රේල්|අප්රේල් මැයි ජූනි|ජුනි ජූලි|ජුලි අගෝස්තු සැප්තැම්බර් ඔක්තෝබර් නොවැම්බර් දෙසැම්බර්",
    "km": "មករា កុម្ភៈ|កុម្ភះ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ",
    "lo": "ມັງກອນ ກຸມພາ ມີນາ ເມສາ ພຶດສະພາ ມິຖຸນາ ກໍລະກົດ ສິງຫາ ກັນຍາ ຕຸລາ ພະຈິກ ທັນວາ",
    "my": "ဇန်နဝါရီ ဖေဖော်ဝါရီ မတ် ဧပြီ မေ ဇွန် ဇူလိုင် ဩဂုတ်|သြဂုတ် စက်တင်ဘာ အောက်တိုဘာ နိုဝင်ဘာ ဒီဇင်ဘာ",
    "am": "ጃንዋሪ|ጃንዩወሪ ፌብሩዋሪ|ፌብሩወሪ ማርች ኤፕሪል|ኤፕረል ሜይ ጁን ጁላይ ኦገስት|ኦገስት ሴፕቴምበር|ሴፕቴምብር ኦክቶበር|ኦክቶብር ኖቬምበር|ኖቬምብር ዲሴምበር|ዲሴምብር",
    "cy": "ionawr|ion chwefror|chwef mawrth ebrill|ebr mai mehefin|meh gorffennaf|gorff awst medi hydref|hyd tachwedd|tach rhagfyr|rhag",
    "ga": "eanáir feabhra márta aibreán bealtaine meitheamh iúil lúnasa meán deireadh samhain nollaig",
    "mt": "jannar|jan frar|fra marzu|mar april|apr mejju|mej ġunju|ġun lulju|lul awwissu|aww settembru|set ottubru|ott novembru|nov "
    "diċembru|diċ",
    "lb": "januar februar mäerz abrëll mee juni juli august september oktober november dezember",
    "tl": "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
    "so": "janaayo|jannaayo febraayo maarso abriil maajo|maay juun|juunyo luulyo|luuliyo agoosto sebteembar oktoobar nofembar|nofeembar "
    "diseembar|disembar",
    "ha": "janairu faburairu maris afrilu mayu yuni yuli agusta satumba oktoba nuwamba disamba",
    "zu": "januwari februwari mashi ephreli meyi juni julayi agasti septhemba okthoba novemba disemba",
    "eo": "januaro februaro marto aprilo majo junio julio aŭgusto septembro oktobro novembro decembro",
}  # fmt: skip

SOLAR_HIJRI_MONTHS = (
    "فروردین|فروردين اردیبهشت|ارديبهشت خرداد تیر|تير مرداد|امرداد شهریور|شهريور مهر آبان آذر دی|دي بهمن اسفند"
)
"""Months of the Persian calendar, Farvardin first, written like MONTHS."""

DAY_WORDS = frozenset(
    (
        "de of del den der dem le el il the o a à am on vom um at do d' i m на от la г года год р року рік st "
        "nd rd th er ère ος º ° ª d r roku yil гг aastal gada metų ve da ở tháng ngày năm thg วันที่ พศ เวลา af "
        "av els ko eko fómhair ta "
    ).split()
)
"""Words that may stand between the parts of one date."""

AM_WORDS = frozenset(
    {
        "am",
        "a.m",
        "a",
        "上午",
        "오전",
        "午前",
        "ص",
        "صباحا",
        "صباحًا",
        "ق",
        "пп",
        "πμ",
        "早上",
        "凌晨",
        "清晨",
        "sáng",
        "öö",
    }
)
PM_WORDS = frozenset(
    {"pm", "p.m", "p", "下午", "오후", "午後", "م", "مساء", "مساءً", "ب", "μμ", "晚上", "中午", "傍晚", "chiều", "tối"}
)

CLOCK_WORDS = frozenset(
    [
        "uhr",
        "at",
        "um",
        "kl",
        "kl.",
        "klo",
        "à",
        "alle",
        "ore",
        "a",
        "las",
        "las",
        "ás",
        "às",
        "o",
        "godz",
        "godz.",
        "в",
        "о",
        "в",
        "saat",
        "pukul",
        "jam",
        "om",
        "u",
        "om",
        "h",
        "hrs",
        "hours",
        "clock",
        "v",
        "ve",
        "ora",
        "ura",
        "lúc",
        "เวลา",
        "น",
        "time",
        "klukkan",
        "kell",
        "plkst",
        "val",
        "ob",
        "óra",
        "ч",
        "ч.",
        "год",
        "στις",
        "ώρα",
        "الساعة",
        "ساعت",
    ]
)
"""Words that stand before or after a clock time."""

ZONES: dict[str, str] = {
    "utc": "+00:00", "gmt": "+00:00", "z": "+00:00", "wet": "+00:00", "bst": "+01:00", "west": "+01:00",
    "cet": "+01:00", "mez": "+01:00", "cest": "+02:00", "mesz": "+02:00", "eet": "+02:00", "eest": "+03:00",
    "sast": "+02:00", "wat": "+01:00", "cat": "+02:00", "eat": "+03:00", "msk": "+03:00", "мск": "+03:00", "trt": "+03:00",
    "pkt": "+05:00", "ist": "+05:30", "wib": "+07:00", "wita": "+08:00", "wit": "+09:00", "ict": "+07:00",
    "hkt": "+08:00", "sgt": "+08:00", "myt": "+08:00", "pht": "+08:00", "awst": "+08:00", "jst": "+09:00", "kst": "+09:00",
    "acst": "+09:30", "aest": "+10:00", "aedt": "+11:00", "nzst": "+12:00", "nzdt": "+13:00",
    "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
    "pst": "-08:00", "pdt": "-07:00", "akst": "-09:00", "akdt": "-08:00", "hst": "-10:00", "brt": "-03:00", "art": "-03:00",
}  # fmt: skip

SEASONAL_ZONES: dict[str, int] = {"et": -5, "ct": -6, "mt": -7, "pt": -8}
"""North American zones that do not say whether summer time applies: hours from UTC in winter."""

RELATIVE_WORDS = frozenset(
    [
        "ago",
        "hours",
        "minutes",
        "hrs",
        "mins",
        "today",
        "yesterday",
        "vor",
        "stunden",
        "minuten",
        "heute",
        "gestern",
        "il",
        "y",
        "a",
        "hier",
        "aujourd'hui",
        "hace",
        "ayer",
        "hoy",
        "fa",
        "ieri",
        "oggi",
        "há",
        "ontem",
        "hoje",
        "geleden",
        "gisteren",
        "vandaag",
        "sedan",
        "igår",
        "idag",
        "siden",
        "sitten",
        "eilen",
        "temu",
        "wczoraj",
        "dzisiaj",
        "dziś",
        "назад",
        "вчера",
        "сегодня",
        "тому",
        "вчора",
        "сьогодні",
        "πριν",
        "χθες",
        "σήμερα",
        "önce",
        "dün",
        "bugün",
        "lalu",
        "kemarin",
        "trước",
        "قبل",
        "منذ",
        "أمس",
        "पहले",
        "कल",
        "आज",
        "前",
        "昨天",
        "今天",
        "昨日",
        "今日",
        "전",
        "어제",
        "오늘",
    ]
)

MODIFIED_WORDS = (
    "updated", "last updated", "last modified", "modified", "update:", "edited", "revised", "last reviewed", "medically reviewed", "reviewed on",
    "aktualisiert", "aktualisierung", "geändert", "zuletzt", "stand:", "update vom", "überarbeitet",
    "mis à jour", "mise à jour", "modifié", "maj ", "actualisé",
    "actualizado", "actualizada", "modificado", "última actualización", "act.",
    "aggiornato", "aggiornata", "aggiornamento", "ultima modifica", "modificato",
    "atualizado", "atualizada", "última atualização", "modificado em",
    "bijgewerkt", "laatste update", "gewijzigd", "aangepast",
    "uppdaterad", "uppdaterat", "ändrad", "senast ändrad", "opdateret", "oppdatert", "sist oppdatert", "endret",
    "päivitetty", "muokattu", "uppfært",
    "aktualizacja", "zaktualizowano", "aktualizováno", "aktualizované", "změněno", "frissítve", "módosítva", "frissült", "actualizat", "ažurirano", "posodobljeno", "izmijenjeno",
    "обновлено", "изменено", "обновл", "отредактировано", "обновена", "оновлено", "змінено", "ενημερώθηκε", "τελευταία ενημέρωση", "τελ. ενημέρωση",
    "güncelleme", "güncellenme", "güncellendi", "son güncelleme",
    "diperbarui", "dikemas kini", "cập nhật", "แก้ไข", "อัปเดต", "ปรับปรุง",
    "تحديث", "آخر تحديث", "به‌روزرسانی", "عودכן", "עודכן", "अपडेट", "अपडेटेड", "अद्यतन",
    "更新", "修改", "最終更新", "수정", "업데이트",
)  # fmt: skip
"""Beginnings of labels that say a date is the last change, lower case; looked for in the words before a date."""

PUBLISHED_WORDS = (
    "published", "posted", "publié", "publicado", "pubblicato", "veröffentlicht", "erschienen", "geschrieben", "erstellt", "gepubliceerd", "publicerad", "publisert", "udgivet", "julkaistu",
    "opublikowano", "publikacja", "publikováno", "publicat", "objavljeno", "megjelent", "опубликовано", "опубліковано", "публикувана", "δημοσίευση", "δημοσιεύθηκε",
    "yayınlanma", "yayınlandı", "dipublikasikan", "terbit", "đăng", "เผยแพร่", "نشر", "نُشر", "انتشار", "פורסם", "प्रकाशित",
    "mise en ligne", "mis en ligne", "en ligne le", "paru le", "parution", "reviewed", "date of publication", "release date",
    "veröffentlichung", "veröffentlichungsdatum", "erscheinungsdatum", "erschienen am", "pressemitteilung vom", "meldung vom",
    "fecha de publicación", "data di pubblicazione", "data de publicação", "publicatiedatum", "publiceringsdatum", "publiceret", "lagt ut",
    "data publikacji", "datum vydání", "zverejnené", "zveřejněno", "közzétéve", "publicat la", "objavljen", "дата публикации", "дата публікації",
    "ημερομηνία δημοσίευσης", "yayın tarihi", "yayınlanma tarihi", "eklenme", "tanggal terbit", "diterbitkan", "ngày đăng", "تاريخ النشر",
    "تاریخ انتشار", "公開日", "掲載日", "发布时间", "发布日期", "發佈", "發布時間", "게시", "게재일", "입력일", "등록일",
    "发布", "發布", "发表", "發表", "公開", "配信", "掲載", "입력", "등록", "작성", "게재", "first published", "created", "gepostet", "publiziert", "online seit",
    "publish date", "publishing date", "pub date", "date published",
)  # fmt: skip

UNTIL_WORDS = (
    "bis", "bis zum", "until", "till", "through", "jusqu'au", "jusqu’au", "hasta", "hasta el", "até", "até o", "fino al",
    "fino a", "tot", "tot en met", "t/m", "til og med", "till och med", "t.o.m.", "до", "έως", "μέχρι",
)  # fmt: skip
"""Right before a date: something ends on it ("Verfügbar bis 06.05.2024"), and nothing was published then."""

DAY_FIRST_COUNTRIES = frozenset(
    {
        "gb",
        "uk",
        "au",
        "nz",
        "ie",
        "in",
        "za",
        "sg",
        "my",
        "ng",
        "ke",
        "pk",
        "hk",
        "mt",
        "gh",
        "zw",
        "tz",
        "ug",
        "bw",
        "na",
        "zm",
    }
)
"""Countries where English dates have the day first ("04/03/2026" is 4 March)."""

YEAR_FIRST_LANGUAGES = frozenset({"zh", "ja", "ko", "hu", "lt", "mn"})
