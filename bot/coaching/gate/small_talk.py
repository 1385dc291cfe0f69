"""What is said at a question and is no answer: anger, thanks, a greeting, stray keys, another language.

Only whole messages count: "hello to my neighbour" is a step, "she told me to piss off" is a story.
"""

from __future__ import annotations

import re

from bot.coaching.gate.classes import Asked, Topic

_CALLED = (
    r"(?:mate|pal|love|dear|duck|there|again|cairn|you|u|bot|robot|computer|machine|everyone|all|bro|man|hun|please"
    r"|then|now"
    r"|everybody|friend|chick|pet|hen|boss|sir|miss|lol|x+)"
)
_TWIT = (
    r"(?:twat|prick|dick|dick ?head|knob|knob ?head|bell ?end|wanker|tosser|cunt|bastard|bitch|arse|arse ?hole"
    r"|ass ?hole|idiot|moron"
    r"|muppet|plonker|git|pillock|fool|clown|tit|slag|cow|pig|scum|fucker|tool|joke|wazzock|numpty|eejit|gobshite"
    r"|bollocks|shite"
    r"|shit|piece of (?:shit|crap|junk|rubbish)|heap of (?:shit|crap|junk)|waste of (?:space|time))"
)
_ANGER = re.compile(
    r"^(?:(?:oh|just|no|nah|ok|well|right|why don't you|you can|can you|ah|so|and|please|ffs|omg|yeah|fine|go and"
    r"|go)[\s,]+)*(?:"
    r"(?:fuck|piss|sod|bugger|naff|jog|eff|feck|f\W*k|frig|bog|clear) (?:right |the fuck |the hell )?(?:off|you|u"
    r"|this|that|it|yourself|right off"
    r"|all (?:of )?(?:this|you)|ya|one|on|your \w+|this \w+)|do (?:one|off)"
    r"|(?:go to|to) hell(?: with (?:you|this|it))?|get (?:lost"
    r"|stuffed|knotted|bent|fucked|to fuck"
    r"|out of my (?:face|sight))|go (?:away|fuck yourself|swivel|screw yourself|jump in a lake)|shut (?:up|it"
    r"|your (?:face|gob|mouth|trap))|stfu|gtfo|f off|fu|foff"
    r"|(?:kiss|bite|suck|lick) my \w+|bite me|up yours|screw (?:you|this)|bollocks(?: to (?:you|this|it|that))?"
    r"|this is (?:all |just |so |such |really |a |an |fucking |bloody )*(?:load of )?(?:bollocks|bullshit|shite?|crap"
    r"|rubbish|stupid|pointless|useless|waste of (?:my )?time)"
    r"|bullshit|for fuck'?s? sake|fucks? sake|ffs"
    r"|(?:stick|shove) (?:it|this|that|your \w+)(?: up your \w+)?|i (?:fucking |really )?hate (?:you|this (?:bot|app"
    r"|thing|computer|robot))"
    r"|(?:you|ye|ya|this (?:bot|thing|app)|it)(?:'re|'s| are| is)? (?:(?:a|an|such|just|one|pure|total|complete"
    r"|absolute|right|fucking|bloody|stupid|useless"
    rf"|big|fat|dumb|daft|really|thick|cheeky|nosy|ugly|arrogant|some)\s)*{_TWIT}|(?:(?:stupid|fucking|bloody|useless"
    rf"|dumb|total|cheeky|nosy|what a|you)\s)+{_TWIT}"
    r"|(?:fucking|bloody) (?:hell|joke|bot|computer|robot|machine|thing)|drop dead|wanker|dickhead|prick|twat|cunt"
    r"|tosser|arsehole|bellend"
    rf")(?:[\s,]+{_CALLED})*(?:[\s,]+(?:you|ya) (?:\w+ )?{_TWIT})?$"
)
_OTHER_ANGER_AT_A_NAME = re.compile(r"^(?:a |an |the )?(?:\w+ )?" + _TWIT + r"$")
_THANKS = re.compile(
    r"^(?:(?:oh|aw+|ok|okay|great|lovely|brilliant|right|ah|well|wow|that's (?:great|lovely|kind|helpful|nice)|good"
    r"|perfect|cool|yes|yeah|alright)[\s,!.]+)*"
    r"(?:(?:many|so many|very many|big|huge|a million)? ?(?:thanks|thank you|thankyou|thank u|thx|thanx|tysm|ty|ta"
    r"|cheers)|much (?:appreciated|obliged)|i appreciate (?:it|that|this|you)"
    r"|appreciated?(?: it)?|nice one|that's (?:very |so |really )?(?:kind|nice|good) of you|bless you|i'm (?:very "
    r"|so )?grateful(?: to you)?|you've been (?:very |so |really )?(?:kind|helpful|great))"
    r"(?:[\s,!.]+(?:very much|so much|a lot|a million|ever so much|again|indeed|kindly|for (?:that|this|asking"
    r"|listening|your (?:help|time|kindness)|helping|being here|everything|the help|chatting|it)"
    rf"|you|bot|cairn|{_CALLED}))*$"
)
_GREETING = re.compile(
    r"^(?:(?:oh|well|er+|um+)[\s,]+)*(?:hi+|hello+|hey+|hiya|heya|hullo|hallo|helo|yo|ey up|ay up|howdy|greetings"
    r"|wotcha|wagwan|sup|what's up|whats up|wassup|alright (?:mate|pal|bro|love|there)"
    r"|good (?:morning|afternoon|evening|day)|g'?day|how do|salaam|salam|assalamu? ?alaikum|hola|bonjour|how (?:are"
    r"|r) (?:you|u|ya)(?: doing| today| keeping| feeling)*|how's (?:it going|you|things|tricks)|how you doing"
    r"|you (?:ok|okay|alright|all right)"
    r"|are you (?:ok|okay|alright|well)|nice to meet you|anyone there|is anyone there|knock knock|hello is (?:anyone"
    r"|anybody|this thing) (?:there|on))"
    rf"(?:[\s,!.?]+(?:{_CALLED}|how (?:are|r) (?:you|u|ya)(?: doing| today| keeping)*|how's (?:it going|you)"
    r"|you (?:ok|okay|alright|all right)|hi|hello|to you|nice to meet you|it's me|i'm \w+|my name(?:'s"
    r"| is) \w+))*\W*$"
)
_KEYS = re.compile(
    r"asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|zxcv|xcvb|cvbn|vbnm|lkjh|kjhg|jhgf|hgfd|gfds|fdsa|poiu|oiuy|mnbv|wasd|jkl;"
)
_NO_VOWEL = re.compile(r"^[bcdfghjklmnpqrstvwxz]{4,}$")
_RUN = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}")
_SAME = re.compile(r"^(.{1,3}?)\1{3,}.?$")
_SHORT_FORMS = frozenset(
    "dvla gcse ptsd cmht lgbt lgbtq lgbtqia cscs rspb rspca nspcc hmrc mmmm mmmmm hmmm hmmmm shhh shhhh pfft grrr"
    " brrr xmas bbc btec nvq pdhd"
    " spld dwps gpsn tldr fyi catchphrase catchphrases latchstring sightscreen".split()
)
_NOTHING_MEANT = re.compile(
    r"^(?:k+|kk|(?:bla+h?[\s,]*){2,}|(?:test(?:ing)?[\s,]*)+(?:1 2 3|123)?|lorem ipsum.*|(?:la[\s,]*){3,}|(?:ha|he"
    r"|lol|lmao|rofl)+(?:[\s,!]+(?:ha|he|lol|lmao)+)*)$"
)
_ENGLISH_IN_OTHERS = re.compile(
    r"\b(?:ingl[eéèê]s|ingles|anglais|angielsk\w*|englez\w*|englisch|inglese|engels|angol\w*|ingilizce|английск\w*"
    r"|англійськ\w*|angličt\w*|anglict\w*|anglų|angļu|inglizce|af-?ingiriis\w*|ingiriisi|kiingereza|anglisht)\b"
    r"|الإنجليزية|الانجليزية|الإنكليزية|انگریزی|انگلیسی|英语|英文|英語|영어|अंग्रेजी|ইংরেজি|ਅੰਗਰੇਜ਼ੀ"
)
_NOT_UNDERSTOOD_IN_OTHERS = re.compile(
    r"^(?:lo siento,? )?(?:no (?:entiendo|comprendo|hablo)|je ne (?:comprends|parle) pas|nie (?:rozumiem|m[oó]wi[eę])"
    r"|nu (?:[iî]n[tț]eleg|vorbesc)|n[aã]o (?:entendo|falo|percebo)|non (?:capisco|parlo)|ich verstehe (?:das |sie "
    r"|es )?nicht|anlam[iı]yorum|не понимаю|не розумію|لا أفهم|لا افهم)\b.{0,30}$"
)
_ENGLISH_WANTING = re.compile(
    r"^(?:sorry[\s,]+|please[\s,]+)*(?:(?:i |me )?(?:don't|do not|can't|cannot|not|no)(?: really| very| so)? (?:speak"
    r"|understand|read|know|talk|have)(?: any| good| much| well| the)? english(?: well| good| very well| much| sorry"
    r"| please)*|no (?:speak )?english(?: sorry| please)*"
    r"|(?:can (?:you|we|i)|do you|could you) (?:please )?(?:speak|talk|write|do|say it|do this|use"
    r"|have this)?(?: this| it)? ?(?:in )?(?:spanish|polish|urdu|arabic|welsh|romanian|punjabi|bengali|somali|french"
    r"|portuguese|turkish|farsi|ukrainian|russian|gujarati|tamil|hindi|chinese|italian|german|kurdish|my language"
    r"|another language|other language)"
    r"|(?:in )?(?:spanish|polish|urdu|arabic|welsh|romanian|punjabi|bengali|somali|portuguese|farsi) please"
    r"|(?:is there|you have|do you have) (?:this )?(?:in )?(?:another|other) languages?)\W*$"
)
_WISHES_ENGLISH = frozenset({Asked.GOAL, Asked.OBSTACLE, Asked.STORY, Asked.REASON})


def small_talk(said: str, asked: Asked | None = None) -> Topic | None:
    """Which of these the whole message (plain, spelled in full) is, or None."""
    if _ANGER.match(said):
        own = (
            asked in {Asked.NAME, Asked.OBSTACLE} and _OTHER_ANGER_AT_A_NAME.match(said) and not said.startswith("you")
        )
        return None if own else Topic.ANGER
    if _THANKS.match(said):
        return Topic.THANKS
    if _GREETING.match(said):
        return Topic.GREETING
    if is_nonsense(said):
        return Topic.NONSENSE
    if _ENGLISH_IN_OTHERS.search(said) or _NOT_UNDERSTOOD_IN_OTHERS.match(said):
        return Topic.OTHER_LANGUAGE
    wanting = _ENGLISH_WANTING.match(said) and not (asked in _WISHES_ENGLISH and said.startswith("i "))
    return Topic.OTHER_LANGUAGE if wanting else None


def is_nonsense(said: str) -> bool:
    """Is the whole message (plain) keys pressed at random, or sounds?"""
    if _NOTHING_MEANT.match(said):
        return True
    words = re.findall(r"[a-z;]+", said)
    return 0 < len(words) <= 4 and not re.search(r"\d", said) and all(map(_is_no_word, words))


def _is_no_word(word: str) -> bool:
    if word in _SHORT_FORMS or len(word) < 4:
        return False
    return bool(_KEYS.search(word) or _NO_VOWEL.match(word) or _RUN.search(word) or _SAME.match(word))
