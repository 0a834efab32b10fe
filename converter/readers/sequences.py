"""Sequences of letters by which languages are told apart where their small words leave doubt."""

from collections.abc import Mapping

SEQUENCES: Mapping[str, str] = {
    "af": "lik_ like_ heid_ _ge y_ ies_ _vir _ver uur aa ee oe ui eu ing_ kk ê wê _so sk oo skap_ tjie ië",
    "az": "lar_ lər_ ların lərin dır_ dir_ ın_ in_ mış miş dan_ dən_ maq_ mək_ ıq_ iyy ya_ yə_ ğ ə ı ş ç ö ü",
    "ca": "ció_ cions_ tat_ tats_ ny_ nys ix_ eix ig_ tge tja ment_ ments_ ar_ és_ às_ aç ç à_ è ò "
    "qü ïs ïn ques_ xe tx ista_ ades_ ats_ ada_ _qu rr ts_ ns_ ll_ ència_ ança_ ei ó_ ir_",
    "cs": "ř ě ů ou_ ého_ ých_ ým_ ství_ ost_ osti_ í_ ý_ é_ ní_ _při _pře _vy ova ován ení_ ání_ "
    "_ne _po ský_ ská_ ské_ ch_ lo_ la_ li_ ck _roz _od mi_ ům_ uje_ ají_ ejí_ št _nej hl "
    "ství ený_ ená_ ené_ kt ším_ _vš ník_ nou_ tel_ _spol áv _pro _stát ctv",
    "cy": "dd ll ff _y wy ydd_ au_ iau_ aeth yn_ _ch wr_ rh ŵ ŷ oedd_ odd_ w_ ngh mh nh _gw ol_ "
    "iad_ aid_ eu_",
    "da": "æ ø å _af ede_ erne_ ene_ er_ et_ en_ lig_ lige_ hed_ heder_ else_ elser_ ning_ ninger_ "
    "tion_ _på sk ige_ ende_ skab_ gt_ dt_ eg_ øj ej_ _hv ud nd ld_ ere_ _be _ud bej tet_ "
    "teter_ lse ret_ ds_ rne_ _fr ind _til aft _for uge",
    "de": "sch ch_ cht ung_ ungen_ keit_ heit_ lich_ liche ig_ isch_ ische en_ ern_ ein _ge _ver "
    "_be _zu tz ck ß ü ä ö eit ie_ er_ st_ _ent _vor pf _auf _aus _ab zw nd_ rt_ lt_ gt_ ts_ "
    "tion_ tionen_ rung_ ier _wi tät_ chen_ _sp _st äu eu _un _ein _mit ahr tlich nis_ ürf "
    "öff ang_",
    "en": "_th _wh ght ough ing_ tion_ tions_ ed_ ly_ ness_ ment_ ments_ sh_ ch_ ck_ ee oo ow_ ay_ "
    "ey_ ous_ ful_ less_ able_ ally_ ther ould ea _kn wr_ _wr ew_ rs_ ss_ ty_ ry_ cy_ gy_ ve_ "
    "our_ _sh _ch rt_ th_ ll_ al_ ble_ nd_ ive_ ance_ ence_ ship_ hood_ dom_ ure_ ate_ ages_ "
    "ings_ _un _re ther_ ake_ ight_ oun _comp _con nt_ st_ ers_ ies_ ation sion_ ity_ ic_ "
    "ical_ aw_ ue_ ut_ wn_ _wor _que _eve _ever",
    "es": "ción_ ciones_ dad_ dades_ ñ ue ie ando_ iendo_ aba_ aban_ ado_ ados_ ada_ adas_ idos_ "
    "ido_ mente_ ar_ er_ ir_ ista_ ó_ aron_ ieron_ ez_ zo_ rr ía_ ías_ ían_ ión_ eza_ illo_ "
    "illa_ _hu que qui é_ ores_ ales_ os_ as_ _des ll cia_ cias_ ncia_ amiento_ imiento_ ero_ "
    "era_ eros_ ble_ bles_ able_ _co es_ ye_ _ll ach ech ivo_ iva_ ico_ ica_ ual_ ien_ ón_ "
    "án_ _ha uer iv_ ueb _pue",
    "et": "õ õi ää aa ee ii uu öö üü ks_ st_ le_ ga_ mine_ mise_ mist_ sed_ te_ id_ ud_ nud_ tud_ "
    "dud_ lik_ likult_ use_ us_ ist_ ab_ ad_ vad_ oo ni_ ikku õig ust_ seks_ misel_ ma_ da_ "
    "mis_ ise_ tse",
    "eu": "tz ts tx rr ak_ ek_ ko_ tan_ aren_ etan_ eta_ zen_ tzen_ tu_ ren_ ean_ _ez zk ik_ tze "
    "etako_ rik_ txo tasun dun_ gin uz iz az ez _ba",
    "fi": "ää aa ii uu yy ee oo ssa_ ssä_ sta_ stä_ lla_ llä_ lle_ lta_ ltä_ ksi_ nen_ sen_ iden_ "
    "jen_ minen_ misen_ ista_ isia_ mme_ kin_ ään_ aan_ een_ iin_ ttä tta uo yö ie äi öi kk "
    "tt ja_ jä_ va_ vat_ vät_ isten_ oja_ uksen_ llis kse uks yks tä_ ta_ än_ an_ in_ lai läi "
    "iä_ ia_ uis eis hdo hde htä hti ikeu sti_ tee kunta nsa_ nsä_ mies misee seen_ jat_ imm "
    "lma rty hty ois_ isi ui ai_ eu oi",
    "fr": "à_ ège aine_ eau aux_ eux_ oi ou_ oux ez_ ais_ ait_ aient_ ent_ ment_ tion_ tions_ té_ "
    "és_ ée_ ées_ que_ ique_ iques_ elle_ elles_ eur_ eurs_ euse_ ance_ ence_ aire_ aires_ œ "
    "_qu ui iss eil ail _eu oy uis eille gn oire_ ière_ ères_ qué ç ou é_ è ê î û ette_ re_ "
    "es_ ant_ ants_ ux_ ois_ _ch ouv our ons_ ier_ oin ien ble_ ables_ age_ eu_ uv eur sse_ "
    "tte_ nne_ _pr ite_ ie_ ué_ _dé _ré ise_ ive_ ifs_ ale_ urs_ enne_",
    "ga": "bh mh dh ch_ th_ ai ea io gh_ ann_ acht_ aí_ eadh_ iú_ _bh _mh cht_ ua ao fh _gc _bp _dt "
    "_nd úil_ óir_ í_ aigh_ igh_ each_ ach_",
    "gl": "ción_ cións_ dade_ dades_ ñ nh_ xe xo lle_ ou_ ei_ eiro_ eira_ ades_ ián_ óns_ ón_ ixo_ "
    "xen_ _xu _xa ado_ ada_ mente_ ente_ eito_ os_ as_ iza _des ar_ er_ ir_ ello_ ase_ _se "
    "axe",
    "hr": "ije ć č š ž đ nj lj anje_ enje_ nost_ nosti_ ski_ ska_ sko_ skog_ ima_ ama_ og_ oj_ om_ "
    "ati_ iti_ je_ ju_ ći_ ova _pre _pri _pro ava avanj ovi_ nih_ ija_ iju_ ija stv vje tje "
    "dje rije lje_ sti_ no_ na_ iti _nije",
    "hu": "sz gy ny cs zs ly ő ű ság ség nak_ nek_ ban_ ben_ hoz_ hez_ ból_ ből_ ról_ ről_ tól_ "
    "től_ val_ vel_ ok_ ek_ ak_ tt_ ás_ és_ _meg _el ének_ ának_ sok_ sek_ ott_ ett_ ik_ unk_ "
    "ünk_ ni_ ja_ os_ es_ at_ et_ gat get ít ö ü á é_ kor_ zt tak_ tek_ leg lh lk mb ják_ "
    "jék_ vány_ vény_ ssz ttak_ ttek_ ra_ re_ nál_ nél_ nt_ ai_ ei_ ogy int_ _min eze _fel "
    "lom_ dalom tás_ tés_ ája_ éje_ ul_ ül_ zik_ ód öd ö_ _ki _vo ség_ gal_ hat_ het_ andó",
    "id": "ng_ _me _mem _men _meng _ber _ter _per _pe _di _ke kan_ nya_ an_ annya_ ngan_ ya_ ah_ "
    "lah_ ak_ at_ si_ asi_ _se ang_ ung_ ar_ aan_ kah_ au_ ai_ eng emb ur_ uk_ _mel _pen _pem "
    "_kem kan nga nya it_ ih_ ik_ ul_ um_ isi_ us_ ran_ uan_ tan_ han_ dan_ ta_ ka_ is_ as_ "
    "up_ ap_ ua_ ia_ ebi _seb",
    "is": "ð æ ö ur_ um_ ar_ ir_ inn_ ið_ að_ nn ll_ stj ður_ nar_ anna_ unum_ ý á í ó ú ög ég _þ "
    "isl tt_ ins_ ga_ na_",
    "it": "zione_ zioni_ gli cch zz ggi ssi tto_ tta_ tti_ tte_ ità_ mente_ are_ ere_ ire_ ato_ "
    "ata_ ati_ ate_ uto_ ivo_ aggio_ ezza_ gn sci chi che_ ghi à_ ò_ ù_ è ando_ endo_ olo_ "
    "ella_ ello_ elle_ ino_ ini_ rono_ ono_ ano_ cc ioni_ ione_ gi _sc tro_ ile_ enza_ anza_ "
    "ssa_ sso_ sse_ eri_ ori_ gg iu cia_ dd _inf _pre za_ zo_ lla zione tivi_ tive_ mento_ "
    "menti_ izi nte_ nti_ uol _ric",
    "lt": "ė ų ū ą ę į as_ is_ os_ us_ ės_ ių_ ai_ ams_ oms_ imo_ imas_ ybė_ ti_ iau ie uo iai_ "
    "ojo_ ėjo_ ų_ tų_ _pa _iš _ne š ž č ys_ ę_ ą_ iam_ ant usi iama_ tai_ _kie",
    "lv": "ā ē ī ū š ņ ļ ķ ģ as_ es_ is_ us_ ām_ iem_ ība_ ības_ šana_ šanas_ ums_ uma_ iek _pa _ie "
    "_no jot_ ot_ ija_ ies_ ēt_ āt_ u_ tu_ ajā_ ā_ ī_ ai_ kas_ ības ien ē_ _sa _at",
    "ms": "ng_ _me _mem _men _meng _ber _ter _per _pe _di _ke kan_ nya_ an_ ngan_ ya_ ah_ lah_ ak_ "
    "at_ si_ asi_ _se ang_ ung_ aan_ kah_ au_ ai_ eng emb uk_ _mel _pen kan nga nya iti_ oleh "
    "ual_ ira elua aupun erana _seh",
    "nb": "ø å æ _av ene_ et_ en_ er_ lig_ lige_ het_ heter_ else_ elser_ ing_ ingen_ inger_ sjon_ "
    "sjoner_ sjonen_ sk kj gj øy ei hv ert_ ende_ skap_ eg_ _ut opp ble_ ede_ tt_ øk oe_ ene "
    "ap_ aff tet_ dt_ rett åt ak_",
    "nl": "ij aa ee oo uu oe ui eu_ sch _ge _ver heid_ lijk lijke_ ing_ ingen_ tie_ ties_ en_ aar_ "
    "eer_ ijk ijn_ cht gh eren_ _ont schap_ je_ jes_ uw_ ieuw ouw dt_ kk zz _zij _zo vr ie_ "
    "aan oor_ rd_ te_ de_ ieder teit_ nd_ oek ede _be rij eid ijd _op _we _uit ft_ gd_ sd_ "
    "and_ het_ sten_ ens_ eke euk _aan _sch erd eg_ ig_ ege _on elijk uk oud _voor rs_ wij "
    "gen_ gs der_ ken_",
    "pl": "sz cz rz dz ł ą_ ę_ ów_ ego_ emu_ ych_ ich_ owa owy anie_ enie_ ość_ ości_ ć_ ść ń ś ż ź "
    "ie_ ię ski_ ska_ skie_ iej_ ej_ _prz _wy ła_ ło_ li_ ły_ ii_ cj ją_ yw ąc _po dzi owi "
    "wie nia_ nie _za icz w_ ny_ na_ ne_ rze wa_ owan any_ eni prz ia_ k_ em_ om_ ami_ ach_ "
    "aw_ iw uj_ ują_ uje_ eg iel wsz pow",
    "pt": "ção_ ções_ ão ões_ ãe lh nh dade_ dades_ mente_ ê_ ém_ ç em_ am_ ou_ ei_ eira_ eiro_ "
    "eiros_ ando_ endo_ indo_ ado_ ada_ ssa ais_ eis_ ois_ ar_ er_ ir_ agem_ inh à_ ô õ uí "
    "ência_ ância_ ss ões sse_ os_ as_ _qu eita_ eito_ ento_ entos_ r_ rem_ aram_ eram_ vel_ "
    "veis_ ns_ ual_ iz_ ez_ ça_ ço_ õe edo _el cia_ cias_ íd oa_ _um im_ om_ ores_ _des",
    "ro": "ului_ ilor_ elor_ lui_ ul_ ea_ ii_ ș ş ț ţ ă_ â î iei_ ție ţie ează_ ate_ ări_ oare_ "
    "esc_ ește_ eşte_ urile_ ile_ ele_ iu_ eau_ ând_ uri_ ă ie_ ea ia_ iți_ or_ at_ it_ ut_ "
    "are_ ere_ ire_ _pr ni_ ri_ ți_ ţi_ _în ști şti ur_ ta_ rea_ orice _dr lor_ oa rept ept_ "
    "ice_ nt_ ii ment_ al_ ală_ tul_ rul_ _ne _de tat_ tate_ cu_ ru_",
    "sk": "ľ ĺ ŕ ô ä ť_ ého_ ých_ ým_ ov_ ou_ osť_ osti_ nie_ ania_ enia_ ie_ ia_ iu_ stvo_ ský_ "
    "ská_ ské_ uje_ ajú_ ejú_ _pri _pre _vy ova ovan _ne _po ne_ ný_ ná_ né_ ami_ om_ dz ch_ "
    "lo_ la_ li_ _roz _od _naj eni ani ci_ šk",
    "sl": "č š ž nj lj pre _pri ega_ emu_ ih_ imi_ ost_ osti_ anje_ enje_ ski_ ska_ sko_ jo_ ja_ "
    "ov_ ev_ _ne ni_ ti_ el_ la_ li_ aj_ ejo_ ajo_ _naj vic ico_ nih_ čin dov ravic ije_ vo_",
    "sq": "ë ë_ ç sh xh gj nj th dh ll rr zh ër_ ët_ imi_ it_ ve_ uar_ ën_ jes_ je_ shm _të _në shë "
    "shq eve_ ave_ sht_ nga",
    "sr-Latn": "ć č š ž đ nj lj anje_ enje_ ost_ osti_ ski_ ska_ sko_ ima_ ama_ og_ oj_ om_ ati_ iti_ "
    "je_ ju_ ći_ ova _pre _pri ava eme_ ve_ rem ija_ iju_ ise_ isa_ vre lje_ des stv ovan "
    "vek_ eno_ ena_ ela_ eo_ ao_ io_",
    "sv": "ä ö å _för ning_ ningar_ ningen_ het_ heter_ heten_ else_ tion_ tioner_ ade_ arna_ erna_ "
    "orna_ ar_ or_ er_ igt_ liga_ lig_ ska_ sk kt ck _och skap_ ande_ ende_ tt_ sj tj öv ör "
    "än ån ås_ _upp _ut det_ na_ gg_ et_ en_ ts_ gs ätt_ rätt tta_ lla_ rna_ ks_ vä äl ets_ "
    "igh _sam nad_ nde_ _ö ade lse ler_ nst_ ng_ ar ör_",
    "sw": "_wa _ku _ya _ki _vi _ma _ni _mwa kwa wa_ ia_ ha_ isha_ ana_ ika_ ka_ za_ sh ny ali_ u_ "
    "zi_ _na _ana _ali mb nd_ nda ngu eze ilik _li _ha _tu _kat",
    "tl": "ng_ _mga _pag _mag _nag _ka _pa an_ in_ ang_ ay_ ong_ _ma _ni ing_ kara tao _ba _sa hin "
    "pang_ yan_ nag mga _ip _pin alin",
    "tr": "lar ler ları leri lık lik lük ını ini dır dir ğ ı ş ö ü yor acak ecek mış miş dan_ den_ "
    "nda nde ında inde ması mesi mak_ mek_ ydı ydi cı ci_ sız siz ya_ ye_ nın nin nun duğ diğ "
    "larak uyor iyor ıyor abil ebil dı_ di_ tı_ ti_ ınc ür lu_ lü_ sı_ si_ na_ ne_ an_ en_ "
    "ar_ er_ iy _ol _ya _ge tır tir yı kl rı_ ri_ rl nı_ ni_ lma lme _bu _ed yap la_ le_ laş "
    "leş tar_ ukuk ç eş aş im_ ım_ rk iki çık",
    "vi": "ng_ nh_ ch_ _ng _nh _th _tr _ph _kh _gi ươ ư đ ệ ấ ộ ạ ả ế ể ố ớ ờ ợ ủ ứ ự ị ọ ậ uy iên "
    "iệ ông_ oa ai_ ay_ ao_ _qu _x _v _đ iề uố ười inh_ anh_ ân_ ăn ôi_",
    "be": "ў і ы дз ць_ ць ага_ аў_ ыя_ ая_ ую_ ння э пра _пры асць асці_ ацц еў_ скі_ ская_ аецца_ "
    "ік_ цы ж_ ых_ ым_ _ня чы _не му_ шч енн эт ае_",
    "bg": "ът_ та_ то_ те_ ите_ ата_ ото_ ят_ ия_ ция_ ване_ ане_ ение_ ски_ ска_ ско_ ъ щ _из _пр "
    "ост_ ности_ еше_ аше_ ава_ ява_ ват_ ха_ ни_ ище_ ият_ _със _във _без ав_ ета_ ето_ ост "
    "ство_ ства_ на_ но_ ра_ ва_ ан_ ен_ ове_ ъщ ъл ър ъп ъв ъд ън яв ат_ ия стт ие_ ов_ нит "
    "вит ици_ ъв_ _раз _об _от еск ки_ ци_ ли_ ла_ ме_ ля вид всек",
    "kk": "ә ғ қ ң ө ұ ү һ лар лер дар дер тар ның нің ған ген ды_ ді_ мен ға_ ге_ ан_ ы_ і_ ық ік_ "
    "уға у_ луы_ лық лік",
    "mk": "ј ѓ ќ ѕ љ њ џ от_ та_ то_ те_ ите_ ата_ ува_ уваат_ ање_ ење_ ски_ ска_ ија_ ост_ увањ "
    "ја_ јќи_ ни_ ето_ ат_ ва_ ие_ ов_ тво_ ите",
    "sr": "ј ђ ћ џ љ њ ање_ ење_ ост_ ости_ ски_ ска_ ско_ ог_ ом_ ије ија_ има_ ама_ ати_ ити_ је_ "
    "ју_ пре ста ово_ њен ција_ ним_ ава",
    "ru": "ый_ ая_ ое_ ые_ ого_ его_ ому_ ыми_ ых_ ть_ ться_ тся_ ся_ ение_ ения_ ость_ ости_ ы э "
    "ъ_ ё ия_ ии_ ает_ ют_ ет_ ит_ ал_ ла_ ли_ ств _пре _при _вы _пере ий_ ия щий ой_ ов_ "
    "ами_ ми_ нн аю ью_ ешь_ шь_ ишь_ ах_ ях_ ем_ им_ ым_ ует_ иче ще_ ие_ еск ески ыл ыв _бы "
    "енн ей_ ется_ ани ого _раз _от _об ко_ вать_ ж_ стр ход уч_ щи аци ые ны_ то_ ч_ ев_ на_ "
    "ло_ ен_ ат_ ав_ ие _пр ел ую_ юю_ ше",
    "uk": "і ї є ґ ів_ ий_ ій_ ою_ ого_ ому_ ння_ ття_ ість_ ості_ ться_ ти_ вав_ ав_ ють_ ить_ ськ "
    "ського_ их_ _від _пі ація_ ії_ ьк йн ної_ ати_ ити_ ися_ ла_ ли_ ло_ ня_ рі нь_ ві_ ні_ "
    "_що єт _ви _за",
    "el": "ος_ ου_ ης_ ει_ αι_ ους_ ων_ ία_ ση_ σης_ μα_ ματα_ τα_ τη_ τις_ ική_ ικό_ ικά_ ικών_ "
    "εται_ ονται_ ουν_ _προ _κατα _παρα _επι _απο _συν αι ει οι ου ευ αυ μπ ντ γκ το στ πρ ια "
    "ιο α_ ε_ ι_ ο_ η_ ς_ ν_",
    "he": "ים_ ות_ ית_ יה_ _ה _ו _ב _ל _מ _ש _כ ה_ ת_ ון_ יו_ נו_ _של _הת _המ _הי ור מי לי ני רי",
    "ar": "_ال ات_ ون_ ين_ ية_ ها_ هم_ _وال _بال _لل ة_ ى_ تها_ _كال _فال وا_ _ي ه_ ته_ ك ي كم_ نا_ "
    "ائ _ت _مت _است أ إ ؤ ئ",
    "fa": "ها_ های_ می نمی ه_ ان_ اند_ تر_ ترین_ ی_ گ چ پ ژ شد شود کند ند_ ید_ ست_ گی_ اش_ ی ک ای_ "
    "ران_ _ب دار یم_ ام_ آ کار",
    "ps": "ښ څ ځ ړ ټ ډ ګ ې ۍ ی_ ه_ ول_ ونه_ ې_ ړي_ وي_ ځي_ _و",
    "ur": "ں ے_ وں_ یں_ ہ ہ_ ٹ ڑ ڈ ھ تا_ تی_ نے_ ھی_ گا_ ی_ ا_ ئے ئی کا_ کی_ رہ ؤں_",
    "hi": "ें_ ों_ ने_ ता_ ती_ ते_ ना_ कर_ ाएँ ाओं_ िया_ या_ ेगा_ ओं_ ियों_ ड़ ढ़",
    "mr": "ळ च्या_ ला_ ांनी_ ांच्या_ ण्या णे_ ले_ ली_ ल्या_ ून_ ीत_ ात_ तील_ ाची_ ाचे_ ाचा_ ांना_",
    "ne": "को_ ले_ लाई_ मा_ हरू_ ेको_ एको_ न्छ_ ने_ का_ ँ नु_ नुपर्छ_ हरु_ िने_ छ_ छन्_",
}
"""Language → sequences of letters that are frequent in it, `_` standing for either end of a word."""
