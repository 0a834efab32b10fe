"""The function words of the language files that ship: telling a language reads none of them.

Written by `make docs`; the words stand in `styles/languages/`.
"""

# ruff: noqa: E501 - the words of a language stand in one place

SHIPPED = {
    "ar": "في|من|على|إلى|عن|أن|إن|ما|لا|لم|لن|هذا|هذه|ذلك|تلك|التي|الذي|الذين|كان|كانت|قد|مع|بعد|قبل|بين|كما|أو|ثم|حيث|عند|كل|غير|هو|هي|هم|وقد|وفي|ومن|خلال|حتى",
    "de": "der|die|das|und|den|dem|des|ein|eine|einen|einer|eines|ist|sind|war|wurde|werden|nicht|auch|sich|mit|für|auf|von|zu|zum|zur|im|bei|nach|über|aus|wie|dass|als|aber|oder|durch|haben|hat",
    "en": "the|of|and|to|in|that|is|was|for|on|with|as|it|by|at|from|this|which|are|were|be|been|has|have|had|not|but|or|their|its|they|he|she|who|will|would|an|than",
    "es": "el|la|los|las|de|del|y|en|un|una|es|son|era|fue|que|por|para|con|se|al|lo|como|más|pero|sus|su|le|ha|han|no|este|esta|estos|o|sin|sobre|también|entre|cuando|ya",
    "fr": "le|la|les|des|du|de|et|en|un|une|est|sont|était|que|qui|dans|pour|par|sur|avec|au|aux|ne|pas|plus|ce|cette|ces|il|elle|ils|se|sa|son|ses|leur|mais|ou|été|ont",
    "he": "של|על|את|לא|כי|עם|גם|זה|זו|זאת|אל|או|אך|אבל|כל|יש|אין|היה|היתה|הייתה|היו|הוא|היא|הם|הן|בין|לפני|אחרי|רק|עוד|כמו|אם|אשר|לפי|ידי|כדי|מה|יותר|אלה|כך",
    "hy": "և|է|են|էր|էին|որ|մեջ|համար|հետ|այս|այդ|այն|նրա|իր|իրենց|նաև|բայց|կամ|մի|ոչ|չի|պետք|կարող|որպես|մասին|կողմից|հետո|մինչև|ըստ|ավելի|դեպի|նրանք|մենք|ինչպես|եթե|քան|վրա|միայն",
    "it": "il|lo|la|gli|le|di|del|della|dei|delle|e|in|un|una|è|sono|era|che|per|con|si|al|alla|come|più|ma|anche|non|nel|nella|da|dal|dalla|su|sul|ha|hanno|questo|questa|stato",
    "ja": "の|は|を|に|が|と|で|も|へ|から|まで|より|など|です|ます|した|する|して|いる|ある|れる|この|その|それ|これ|ため|こと|もの|しかし|また|および|による|として",
    "nl": "de|het|een|en|van|in|is|dat|die|te|op|voor|met|zijn|aan|er|niet|om|ook|als|maar|dan|door|over|bij|naar|uit|nog|tot|wordt|worden|werd|heeft|hebben|was|hij|ze|deze|dit|of",
    "pl": "i|w|na|z|do|się|nie|że|to|jest|są|był|była|było|o|jak|po|za|od|przez|dla|ale|jego|jej|ich|który|która|które|oraz|lub|przy|tym|tego|ten|ta|te|już|tylko|może|został",
    "pt": "o|os|as|de|do|da|dos|das|e|em|no|na|nos|nas|um|uma|é|são|era|foi|que|por|para|com|se|ao|à|como|mais|mas|não|também|pelo|pela|seu|sua|ou|já|entre|tem",
    "ru": "и|в|на|не|что|с|по|как|это|к|из|у|за|от|до|для|о|об|его|её|их|он|она|они|но|а|или|также|был|была|были|при|только|же|так|уже|который|которые|может|после",
    "tr": "ve|bir|bu|da|de|için|ile|olarak|olan|daha|en|çok|gibi|kadar|sonra|göre|ise|ancak|ama|veya|ya|hem|her|o|şu|ki|mi|değil|var|yok|oldu|olduğu|tarafından|arasında|üzerinde|diye|ne|bunun|kendi|etti",
    "uk": "і|й|та|в|у|на|не|що|з|із|зі|до|як|це|за|від|для|про|по|його|її|їх|він|вона|вони|але|або|також|був|була|були|при|лише|так|вже|який|яка|які|може|після",
    "zh": "的|了|在|是|和|也|有|不|这|那|与|及|为|对|而|就|都|将|被|于|从|以|但|并|或|等|中|我们|他们|一个|已经|可以|以及|因为|所以",
}
"""Tag → words, a bar between them: some are of several words."""
