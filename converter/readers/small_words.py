"""Small words by which languages are told apart, beyond those of the language files."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "af": "die is en het van nie wat vir met dit hy sy ons hulle om te word sal kan aan ook maar as "
    "by was deur oor baie moet gaan een uit tot toe nog hierdie daar waar jy ek jou my sê "
    "wees of op na nou geen",
    "az": "və bu bir ilə üçün də ki olan daha çox sonra kimi görə var idi hər isə onun mən sən biz "
    "siz onlar ancaq lakin nə olaraq üzrə qədər amma əgər yox deyil edir həm yeni",
    "ca": "qui ahir avui demà el la els les de del dels i en un una és que per amb no al als com "
    "més però també són era ser han ha va van seu seva seus aquest aquesta això o si quan on "
    "molt tot tots l' d' s' n' m' ja fer entre sobre perquè dins sense fins jo tu ell ella "
    "nosaltres ho hi em et pel pels des cap fou",
    "cs": "a je se na v že o s z do i to by jako ve za pro jsou nebo při jeho ale které který která "
    "jen už když aby bylo byl byla byli také tak po od jsem co jak si před však této tento "
    "tato kde mezi podle než ze k ke není má může nebyl ani až jejich její ho mu jim všechny "
    "svůj své svou bude budou být nás vás každý mají něco proto pokud tedy přes více ještě "
    "velmi",
    "cy": "y yr a yn i o ar ac mae ei am gan wedi eu fod bod oedd at sydd hyn sy gyda ni nid dim "
    "hwn hon chi fel neu ond pan wrth iawn yw bydd cael un rhwng mewn dan cyn",
    "da": "og at det er som af en den i til for de på med ikke der et har var fra jeg vi du han hun "
    "sig om men kan skal vil blev bliver være været eller efter også mod ved hans hendes "
    "deres denne dette disse når hvis hvor hvad nu så op ud end over under mange meget mere "
    "alle have havde ham dem os min din sin selv nogen noget ingen man enhver uden samt kun "
    "blandt",
    "en": "i you we his her him them my your our do does did can could should if so no there what "
    "when where how all some more about into out up me us am these those then after before "
    "because just only very may must let being any every one other such through over under "
    "between upon while there's don himself whose whom too also even here why yes oh got get",
    "de": "ich du er sie es wir ihr ihn ihm ihnen uns euch mich dich mir dir sein seine seiner "
    "seinem seinen ihre ihrer ihrem ihren mein dein kein keine keinen einem wenn dann da doch "
    "noch nur schon sehr so was wer wo kann können muss müssen soll will wird hatte hatten "
    "waren bin bist vom ins ans am um bis gegen ohne unter vor zwischen weil ob dieser diese "
    "dieses diesem jeder jede mehr man hier habe dort immer etwas gibt sollte wollte wollen "
    "ganz ganzen wohl weiter also einige seit wieder damit dabei davon dazu heute gestern "
    "viel viele andere anderen meinen deinen solche weder ersten nichts alle allen sondern "
    "während beim zwei jetzt wurden worden",
    "es": "yo siendo toda poco primer primera gran vez parte partir tú él ella ellos ellas nosotros "
    "me te nos les mi tu si sí muy qué quién cómo cuál porque todo todos todas esa ese eso "
    "esto aquel hay está están estaba fueron ser hacer tiene tienen había hasta desde donde "
    "mientras mucho muchos otra otro uno ni eran sido según contra durante aunque sino cada "
    "usted ustedes ahora así cual quien e u esos esas aún sólo solo puede pueden",
    "et": "ja on ei et see oli kui mis ka aga ta nad ma me te ning või kes oma seda selle nii veel "
    "siis ole oleks kas mida juba pärast enne kuid pole olid tema meie teie mind need nende "
    "siin seal väga iga ainult kõik üks mitte saab võib tuleb kelle vahel",
    "eu": "eta da ez du bat ere dira zen hau hori dute izan baina edo zuen oso bere egin beste "
    "behar duen den dago gero baino dela nik zuk guk batzuk guztiak horrek izango zer nola "
    "non arte dituzte",
    "fi": "ja on ei se että oli kuin mutta tai myös hän joka ovat sen jos olla sekä voi kun niin "
    "mitä en ole minä sinä me te he tämä tämän tässä siitä sitä mikä missä vain nyt jo vielä "
    "olen olivat ollut olisi jotka jonka joita hänen heidän meidän mukaan kanssa ennen "
    "jälkeen ilman kaikki kaikkien jokaisella jokainen hyvin sitten aina koska vaan eikä "
    "eivät emme olemme ovatko tulee pitää voidaan näin tästä niitä ne nämä itse muut muiden "
    "näiden joiden joihin saa ett toinen kuten noin",
    "fr": "à né née je tu nous vous on me te moi toi lui eux y l' d' qu' n' c' s' j' m' t' jusqu' "
    "lorsqu' quelqu' si quand comme où dont donc car ni sous sans entre vers chez depuis très "
    "bien tout tous toute toutes même aussi fait être avoir avait étaient sera peut doit mon "
    "ma mes ton ta tes notre nos votre vos quel quelle cela ça cet celui celle ceux celles "
    "aucun aucune chaque autre autres peu trop encore déjà jamais rien afin ainsi contre "
    "pendant après avant leurs suis es sommes êtes ait soit",
    "ga": "agus an na is ar go le do a i ag sé sí tá bhí ní mar seo sin ach nó níl leis don chun mé "
    "tú siad muid faoi ó as de gur gach aon féin ann raibh nuair anois idir roimh",
    "gl": "quen onte hoxe vai vas o a os as de do da dos das e en no na nos nas un unha é son que "
    "por para con non se ao á como máis pero tamén foi eu ti el ela seu súa sen ou xa moi hai "
    "está onde cando isto este esta entre sobre pola polo polos polas desde ata todos unhas "
    "uns lle iso nin aínda",
    "hr": "i je u na se da za od su s o kao koji koja koje ne što po ali ili iz to bi do samo ako "
    "nije bio bila bilo sve kako kad nakon prije gdje tko će ću smo sam ti mi on ona oni "
    "njegov njezin ovaj ova ovo također još više između zbog uz pri svih svi ima kojima kojem "
    "nego jer može mogu treba te tijekom uvijek netko nešto ovdje",
    "hu": "a az és hogy nem egy is van ez ezt azt meg de csak vagy volt mint már még ki ha én "
    "minden el sok ő te mi ti ők nekem neki hogyan mert aki ami amely amelyek akik akkor után "
    "előtt között szerint pedig sem se ne lesz lehet kell fel le be át rá itt ott így úgy "
    "most majd nagyon több más olyan ilyen mely joga senki senkit mindenki mindenkinek "
    "illetve valamint vagyis azonban voltak vannak ennek annak arra erre abban ebben azok "
    "ezek által alatt nélkül során semmi mit hol engem",
    "id": "yang dan di dengan untuk dari ini itu dalam pada adalah tidak akan ke oleh atau juga ada "
    "telah saya kamu anda kita kami mereka dia ia bisa dapat karena bahwa sebagai lebih sudah "
    "bukan hanya jika saat secara setiap orang para masih belum tersebut seperti tetapi namun "
    "sehingga antara banyak semua sangat harus lagi lain agar maka pun serta kepada tanpa hal "
    "menjadi yaitu sejak setelah ketika jangan aku apa siapa bagi atas anak semoga sebuah "
    "suatu seorang",
    "is": "og að í á er sem til við um en það var hann hún ekki með fyrir af ég þú þeir þær þau "
    "þetta þessi eru hefur verið eða því sér frá eftir allir hver mjög svo þá þegar upp út "
    "vera voru ef nú úr hjá",
    "it": "io tu lui lei noi voi loro mi ti ci vi me te l' un' d' c' dell' all' nell' dall' sull' "
    "quell' quest' s' i uno alle allo agli ai col coi dallo dalle dagli nei negli nelle nello "
    "sulla sulle sui sugli dello degli ed od se quando dove perché chi cui cosa quale quali "
    "così molto tutto tutti tutte ogni essere fare erano stata stati state aveva può possono "
    "deve fra tra contro senza dopo prima sempre ancora già solo mai poi però quindi suo sua "
    "suoi sue mio mia questi queste quello quella quelli nostro ne ho hai sia",
    "lt": "ir yra kad į iš su tai bet kaip ne o buvo jis ji jie aš tu mes apie dar tik už per po "
    "nuo iki kuris kuri kurie jo jos jų ar arba taip pat labai gali būti turi savo prie bus "
    "nėra šis ši šio tarp prieš visi kas kur kai dėl",
    "lv": "un ir ka no ar uz par kas tas bija bet kā arī ne nav to viņš viņa viņi es tu mēs jūs vai "
    "pēc pie līdz lai ja tikai jau vēl savu tiek būt šis šī šo tā ļoti visi kurš kura bez "
    "pirms starp gan jo",
    "ms": "yang dan di dengan untuk dari ini itu dalam pada adalah tidak akan ke oleh atau juga ada "
    "telah saya awak anda kita kami mereka dia ia boleh dapat kerana bahawa sebagai lebih "
    "sudah bukan hanya jika ialah iaitu daripada kepada beliau hendaklah tetapi manakala "
    "sahaja tiada setiap orang para ianya bagi serta mahu perlu antara semua lagi lain masih",
    "nb": "og at det er som av en den i til for de på med ikke der et har var fra jeg vi du han hun "
    "seg om men kan skal vil ble blir være vært eller etter også mot ved hans hennes deres "
    "denne dette disse når hvis hvor hva nå så opp ut enn over under mange mye mer alle ha "
    "hadde ham dem oss min din sin selv noen noe ingen man enhver uten samt bare blant",
    "nl": "ik jij je u wij we jullie zij mij me hem haar hun ons onze mijn jouw uw den dus want "
    "geen al alle alles iets niets niemand wie wat waar wanneer hoe waarom daar hier toen nu "
    "zo zou zouden kan kunnen moet moeten zal zullen wil mag had hadden waren ben bent heb "
    "geweest gaan veel meer zeer wel zonder tegen onder tussen tijdens sinds andere elk elke "
    "ieder iedere eens toch zelf ten ter omdat terwijl alleen weer",
    "pl": "a ja ty on ona my wy oni mnie mi mu go nam was nas ci co kto gdzie kiedy dlaczego jeśli "
    "jeżeli ponieważ więc czy ani bo by aby żeby bez pod nad między przed we ze ku u mam ma "
    "mają można być będzie będą byli były jestem jesteśmy nawet bardzo więcej także również "
    "każdy każda wszystko wszyscy nic nikt swoje swoją swojej swoich im tych tej tą takie tak "
    "sobie siebie gdy niż zaś jednak jeszcze podczas według której którzy których którym "
    "żaden innych",
    "pt": "eu tu ele ela nós vós eles elas você vocês me te lhe lhes meu minha meus teu nosso nossa "
    "seus suas este esta isto esse essa isso aquele aquela aos às num numa nesta neste nesse "
    "deste desta dessa pelos pelas quem onde quando porque qual quais muito muita muitos todo "
    "toda todos todas sem sob até desde contra sobre durante após antes depois ainda só nem "
    "há ser estar está estão ter têm tinha foram pode podem fazer vai vão cada outro outra "
    "outros qualquer sido bem aqui assim então sim",
    "ro": "și şi de în a la cu pe din nu că o este sau să un al prin care sunt pentru mai fost vor "
    "am fi cel eu tu el ea noi voi ei ele îi îl își se te mă ne vă ai au ar era erau dar ori "
    "nici dacă când unde cum ce cine acest această acesta aceasta acestui aceste acel acea "
    "lui lor său sa săi sale ale unei unui unor unele foarte tot toate toți după până între "
    "fără despre către dintre doar decât deci cea cei cele orice fie poate trebuie avea "
    "asupra împotriva precum iar alte si fara dupa pana intre catre daca cand isi prima",
    "sk": "a je sa na v že o s z do i to by ako vo za pre sú alebo pri jeho ale ktoré ktorý ktorá "
    "len už keď aby bolo bol bola boli tiež tak po od som čo si pred však táto tento toto kde "
    "medzi podľa než zo k ku nie má môže ani až ich jej ho mu im všetky svoj svoje svoju bude "
    "budú byť nás vás každý majú niečo preto ak teda cez viac ešte veľmi",
    "sl": "in je v na se da za so z s o kot ki ne pa po ali od do pri tudi bi iz to ga mu jih biti "
    "bil bila bilo če ko kako kje kaj jaz ti on ona mi vi oni sem smo ste ni med zaradi zelo "
    "več še že lahko samo ter njegov njihov ta te tega tem kateri katera katere vse vsak nad "
    "pred brez",
    "sq": "dhe të në e i për me një që është nga si se më u do ka nuk janë kjo ky ishte por ose ajo "
    "ai ata duke edhe te shumë pas para këtë kanë kur ku sipas çdo tij saj tyre mund vetëm pa "
    "ndër",
    "sr-Latn": "i je u na se da za od su s o kao koji koja koje ne što po ali ili iz to bi do samo ako "
    "nije bio bila bilo sve kako kad nakon pre gde ko će ću smo sam ti mi on ona oni njegov "
    "njen ovaj ova ovo takođe još više između zbog uz pri svih svi ima kojima kojem nego jer "
    "može mogu treba te tokom uvek neko nešto ovde posle šta ni ove",
    "sv": "och att det i som på är av för den med till en inte om har de ett var eller jag du han "
    "hon vi ni man sig från men kan ska skall vill blev blir bli vara varit efter också mot "
    "vid hans hennes deras denna detta dessa när hur vad nu så upp ut än över under många "
    "mycket mer alla ha hade honom dem oss min din sin sitt sina själv någon något ingen utan "
    "samt bara bland varje äro där här genom mellan",
    "sw": "na ya wa kwa ni katika za la kuwa hii hiyo huo si au pia lakini kama yake wake yao watu "
    "kila mtu baada kabla hata huu wao mimi wewe yeye sisi hivyo ambao ambayo moja sana bila "
    "kutoka hadi",
    "tl": "ang ng sa na mga ay at si ni kay para ito hindi ko mo niya siya kami tayo sila kung o "
    "may nang isang pa lang din rin ako ikaw kanyang dahil upang bawat lahat ngunit pero mula "
    "nito kaniyang walang",
    "tr": "ben sen biz siz onlar bana sana ona bize size onun benim senin bizim sizin şey mı mu mü "
    "nasıl neden kim nerede hiç bütün tüm başka böyle şöyle öyle şimdi artık yine bile sadece "
    "yalnız önce karşı doğru rağmen dolayı üzere iki ilk bazı birçok eğer çünkü ayrıca fakat "
    "lakin olmak eden edilen ettiği olacak olduğunu olmayan yapılan büyük yeni hakkı herkes "
    "kimse bunlar",
    "vi": "và của là có được trong cho không người với các một những này khi đó đã đang sẽ thì mà ở "
    "từ ra vào lên xuống đến tới bởi vì nên nếu nhưng hay hoặc cũng như rất nhiều ít hơn nhất "
    "tôi anh chị em ông bà chúng ta họ nó mình ai gì nào đâu sao thế rằng về theo trên dưới "
    "trước sau giữa mọi mỗi quyền phải bị do để tại cả cùng việc sự vẫn chỉ còn lại",
    "be": "і у на не што з па як гэта да за ад для пра але або таксама быў была было былі яго яе іх "
    "ён яна яны мы вы я ты які якая якія калі каб так ужо толькі пры пасля перад паміж ці "
    "яшчэ вельмі ў іншых кожны мае можа свае без гэтага хто дзе",
    "bg": "на и да в се от за с не е по са като това към или до при ще го те му им които през след "
    "както бе че си той тя то ние вие аз ти а но който която което един една едно най бил "
    "била било били беше няма има този тази тези така само още вече ако когато където между "
    "без над под пред всеки всички ѝ ги я ни ви защото тъй може трябва върху чрез нито според "
    "нея него тях във със кой какво",
    "kk": "және бұл мен бір үшін бар де осы ол да деп болып еді олар біз сіз бен не емес өз туралы "
    "кейін дейін болған керек әр барлық бірақ ғана сондай екі жоқ арқылы болады ретінде",
    "mk": "на и да во се од за со не е по како што тоа или до при ќе го тие му им кои која кое кој "
    "сум беше бил била биле има нема овој оваа овие така само уште веќе ако кога каде меѓу "
    "без над под пред секој сите ја ги ние вие јас ти тој таа но а сѐ туку врз според преку",
    "sr": "и је у на се да за од су с о као који која које не што по али или из то би до само ако "
    "није био била било све како кад након пре где ко ће ћу смо сам ти ми он она они његов "
    "њен овај ова ово такође још више између због уз при свих сви има којима којем него јер "
    "може могу треба те током увек нешто после",
    "ru": "я ты мы вы меня тебя мне тебе нам вам нас вас ему ей им ним ней него неё нее себя свой "
    "свои своей своего чтобы если когда где кто чем чего кого тот та те то эта этот эти этого "
    "этой этом было бы есть нет ни ну да вот уж ещё еще более лишь можно надо нужно будет "
    "будут быть со во ко над под перед между через без тоже потом там тут здесь очень весь "
    "все всех всё вся каждый которая которое которых которого однако ли даже сам себе ничего "
    "никто никогда теперь тогда поэтому ибо",
    "uk": "я ти ми ви мене тебе мені тобі нам вам нас вас йому їй їм ним неї нього себе свій свої "
    "своєї щоб якщо коли де хто чим чого кого той те ті ця цей ці цього цієї цьому було б би "
    "є немає ні ну ось ще більш дуже можна треба буде будуть бути зо над під перед між через "
    "без теж тоді там тут увесь все усі всіх кожен кожна якого яких якою однак чи навіть сам "
    "собі нічого ніхто ніколи тепер тому саме проте бо хоча",
    "el": "και το του της να η ο των με τη στο για από που τα είναι οι τον στην δεν σε θα την ένα "
    "μια ως τους στη τις αυτό κάθε όλα ότι ή αλλά έχει κατά μας σας δικαίωμα πολύ όπως μετά "
    "πριν χωρίς προς εις υπό ήταν",
    "he": "אני אתה אנחנו אותו אותה לו לה להם בו בה שלו שלה שלהם אחד אחת הזה הזאת כאשר עד מן אף לכל "
    "בכל וכן שבו",
    "ar": "أنا أنت نحن هما أنه أنها إنه إنها لكن ولكن ليس ليست وهو وهي عليه عليها إليه إليها فيه "
    "فيها منه منها له لها لهم به بها بهم أي إذا إذ لو كلها بعض أكثر جدا فقط يكون تكون سوف لدى "
    "عندما منذ ضد تحت فوق أمام حول دون بدون وأن وإن وكان كانوا وما ولا فلا إلا أيضا نحو لكل "
    "هناك هنا الى او ان انه وعلى والتي والذي لأن بأن التى فى مثل عدم يجب يمكن",
    "fa": "و در به از که این را با است برای آن یک خود تا بر هر می نمی ها های ای شد شده شود بود "
    "بودند دارد دارند کرد کرده کند کنند باید هم نیز یا اما اگر نه هیچ همه چه چون پس پیش بین "
    "بی ما شما او آنها آنان من تو وی دیگر نیست هستند خواهد باشد بوده داشت داشته گفت روی زیر "
    "مورد دو سه ولی کسی بدون",
    "ps": "او د په چې له دا ته نه هم سره کې دي دی یو کړي کړې شوي وه وو پر تر خپل هغه لري باید هر",
    "ur": "اور کے کی کا میں ہے سے کو نے پر یہ وہ ہیں کہ اس نہیں ایک بھی تھا تھی تھے ہو گا گی جو تو "
    "اپنے ان کر لیے ہر کسی یا گیا گئی جس ساتھ بعد ہوئے کیا تک ہی",
    "hi": "है के में की और का से को पर नहीं ने यह एक भी हैं था थी थे कि जो इस तो ही कर लिए हो गया "
    "अपने वह उस ये वे मैं हम आप किसी या जब तक साथ बाद कुछ करने गई होता अपनी तथा एवं प्रत्येक "
    "व्यक्ति",
    "mr": "आहे आणि या हे ते तो ती नाही होते केले मध्ये असे त्या ला व की झाले त्यांनी यांनी मी आम्ही "
    "आहेत होता होती करून तर पण साठी हा ही किंवा आपल्या एक सर्व प्रत्येक",
    "ne": "छ र को मा लाई ले हो भने पनि छन् गरेको थियो यो भएको गर्न का की बाट त्यो म हामी तर वा "
    "गर्ने छैन एक सबै प्रत्येक भन्ने गरे",
}
"""Language → frequent words that carry no subject.

Where there is a language file these are beyond its function words: those that only telling languages apart
needs. A word with an apostrophe stands before another (`l'`).
"""
