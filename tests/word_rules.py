"""What no text may hold, what every rule has to catch, and what was agreed word for word."""

# By the name of the rule: what no text may hold. About a person or their type a good many words
# are out; texts are short, so they are out altogether, and what is meant otherwise is allowed by
# name.
FORBIDDEN = {
    "you are": r"(?<!if )(?<!when )(?<!where )(?<!who )(?<!how )(?<!what )(?<!while )"
    r"\byou(?: are|['’]re)\b|\byou are (?:most |more |less )?like\b",
    "you lack": r"\byou (?:lack|have no|don['’]t have)\b",
    "verdict": r"\b(?:low|lower|poor|poorly|weak|weaker|isolated|lonely|abnormal|normal"
    r"|scor(?:e|es|ed)|results?|levels?)\b",
    "sure": r"\bsure(?:ly)?\b|\bcertain(?:ly)?\b",
    "drains": r"\bdrain(?:s|ing)?\b",
    "gone": r"\bgone\b",
    "watched": r"\bnot (?:being )?watched\b|\b(?:nobody|no one|no-one) (?:is|['’]s) watching\b",
    "alarm": r"\b(?:fatal|illegal|invalid|errors?|crash(?:ed|es)?|failed|failure|wrong)\b",
    "severe mental illness": r"\bsevere mental illness\b|\bSMI\b",
    "we": r"\b(?:we|our|ours|us|we['’](?:re|ve|ll)|let['’]s)\b",
    "told what to do": r"\byou (?:should|must|ought|have to|need to)\b|\bcut (?:off|out)\b"
    r"|\b(?:stop|avoid) seeing\b|\bwhat if\b|\bwere not there\b",
    "American spelling": r"\b\w*(?:colou?r(?<!colour)|favor|neighbor|behavior|honor)\w*\b"
    r"|\b(?!siz|priz|seiz)\w+iz(?:e|es|ed|ing|ation)\b"
    r"|\b(?:center|theater|gray|gotten|counselor|canceled|traveled|program me|mom)\b",
    "technical": r"\b(?:click|tap|user|users|null|undefined|exception|traceback|cookie)\b",
}

# A sentence that each rule has to catch: a pattern that catches nothing proves nothing.
CAUGHT = {
    "you are": "You are a person with few friends.",
    "you lack": "You don't have many friends.",
    "verdict": "Your map has a low score.",
    "sure": "The page is quite sure.",
    "drains": "Dad drains you.",
    "gone": "Choir is gone.",
    "watched": "Nobody is watching you here.",
    "alarm": "Fatal error: invalid file.",
    "severe mental illness": "This is for people with severe mental illness.",
    "we": "We keep nothing.",
    "told what to do": "You should call your sister.",
    "American spelling": "Organize your map by color.",
    "technical": "Click here.",
}

# Exceptions: the rule, the key (a pattern), and why the text stands as it is. One that nothing
# needs any longer is a failure too.
ALLOWED: tuple[tuple[str, str, str], ...] = (
    ("severe mental illness", r"pages\.about\..*", "the title of the study"),
    ("we", r"pages\.about\..*", "About is where those who make the page speak"),
    ("you are", r"map\.lead", "where the person stands in the picture, not who they are"),
    ("gone", r"notice\.lost", "the sentence for a lost map, agreed word for word"),
    ("alarm", r"notice\.lost", "“You did nothing wrong.”"),
    ("alarm", r"pages\.failure\.lead|pages\.notfound\..*", "“You did nothing wrong.”"),
)

# Sentences agreed word for word: a change to one of these is a decision, not an edit.
FIXED = {
    "notice.lost": "That map is gone from this page. You did nothing wrong. If you kept it before, "
    "you can open it from there.",
    "where_kept.tab": "In this tab only. It goes when you close it.",
    "helpnow.intro": "No person and no program reads what you type here. So this page cannot call "
    "for help. If you need someone now, here is how.",
    "helpnow.shows": "A call or text may show on this phone.",
    "type.shows": "A map shows who is around you. It cannot show if that is good for you. You "
    "know that best.",
    "type.limits": "The three kinds come from a study of 150 people in two parts of England. They "
    "are rebuilt here from its published description, and not tested on maps made alone.",
    "type.unlike": "Your map has its own shape. The three kinds don't describe it well.",
    "type.too_little": "A few more answers would let this page compare. You don't need to.",
    "type.hard_time": "You said this is a hard time. Maps often look different then.",
    "pause.text": "You can pause. The phone may close this page if it runs short of memory. To be "
    "safe, keep it first.",
    "welcome.check": "Once it has loaded, turn on aeroplane mode. It still works.",
    "welcome.size": "About 7 MB, once.",
    "keep.pause": "How are you now?",
    "ending.title": "How are you now?",
    "guided.rules.lead": "Your helper can see this. They may have to tell someone if they fear "
    "serious harm. Ask them now what their rules are.",
    "share.before": "This will be a file on this device. The device may copy it to the cloud.",
    "share.record": "Once it is in your record, you may not be able to take it back.",
}
