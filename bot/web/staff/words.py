"""How the staff pages name what is kept by a short name. None of these says how a person is."""

from __future__ import annotations

FAMILIES = {
    "wish_to_die": "Words about wanting to die",
    "end": "Words about ending it",
    "plan": "Words about a plan",
    "passive": "Hopelessness, or being a burden",
    "self_harm": "Words about self-harm",
    "overdose": "Overdose, poison or injury now",
    "unsafe": "Not being able to keep safe",
    "harm_others": "Words about harming somebody",
    "voices": "Voices that tell them to do something",
    "abuse": "Abuse at home, or sexual abuse",
    "child": "A child in danger",
    "under_age": "Told an age under the minimum",
    "eating": "Danger from eating or purging",
    "substance": "Danger from withdrawal or intoxication",
    "someone_else": "Worry about somebody else",
    "past": "Words about a time that is over",
    "unclear": "Words that were not clear",
}
ROLES = {
    "reader": "Reader",
    "responder": "Responder",
    "lead": "Lead",
    "administrator": "Administrator",
    "": "",
}
HISTORY = {
    "notified": "Notice sent",
    "not_delivered": "Notice not delivered",
    "opened": "Opened",
    "acknowledged": "Acknowledged",
    "closed": "Closed",
    "noted": "Note",
    "false_alarm": "Said to be a false alarm",
    "missed_cue": "Said to have missed a cue",
}
WAYS = {"email": "by e-mail", "webhook": "by webhook"}
DEEDS = {
    "signed_in": "Signed in",
    "sign_in_refused": "Sign-in refused",
    "signed_out": "Signed out",
    "viewed": "Opened a page",
    "searched": "Searched",
    "refused": "Refused",
    "opened_alert": "Opened an alert",
    "listed_alert": "Listed an alert",
    "acknowledged": "Acknowledged an alert",
    "closed": "Closed an alert",
    "noted": "Added a note to an alert",
    "said_false_alarm": "Said false alarm",
    "said_missed_cue": "Said missed cue",
    "saw_ask": "Saw what a person asks",
    "viewed_person": "Opened a person’s page",
    "viewed_conversation": "Opened what came of one conversation",
    "read_transcript": "Read a conversation",
    "exported": "Took a page away",
    "verified_line": "Verified a line of help",
    "checked_record": "Checked the record",
    "added_staff": "Added a login",
    "changed_staff": "Changed a login",
    "changed_login": "Changed their own login",
    "erased": "Erased a person",
}
OWNERS = {"mine": "Their own idea", "shared": "A shared idea", "someone_elses": "Somebody else’s idea"}
STATUSES = {"parked": "Parked for now", "done": "Reached", "changed": "Closed: they changed their mind"}
LINES = {
    "line:person": "Somebody",
    "line:place": "A place",
    "line:group": "A group",
    "line:role": "Who I am besides this",
    "line:coping": "What gets me through",
    "line:wish": "A wish",
    "line:concern": "A concern",
    "line:goes_well": "Goes well now",
    "line:went_well": "Went well before",
    "line:stay_well": "What helps me stay well",
    "line:choice": "To talk over",
    "line:framing": "What I call it",
    "hard_times:well": "When I’m OK",
    "hard_times:signs": "First small signs",
    "hard_times:alone": "What helps me on my own",
    "hard_times:places": "Places and people that take my mind off it",
    "hard_times:people": "People I can ask",
    "hard_times:team_knows": "In hard times, please know",
    "hard_times:team_does": "In hard times, please do",
    "hard_times:team_does_not": "In hard times, please don’t",
    "hard_times:look_after": "What needs looking after",
    "hard_times:safer": "Making my space safer",
    "hard_times:reasons": "My reasons",
    "hard_times:learned": "What I learned",
    "hard_times:first_back": "What I want back first",
}
JOURNEYS = {
    "strengths": "Strengths",
    "goals": "A goal",
    "hope": "Hope",
    "check_in": "Check-ins",
    "hard_times": "Plan for hard times",
}
KINDS = {"recovery": "Recovery goals", "treatment": "Treatment goals", "practical": "Practical goals"}
WAITED = {
    "within_1": "Within an hour",
    "within_4": "Within 4 hours",
    "within_24": "Within a day",
    "longer": "Longer",
    "not_yet": "Not yet",
}
OUTCOMES = {
    "spoke": "We spoke",
    "wrote": "We wrote",
    "handed_on": "Handed to another team",
    "nothing_more": "Nothing more was needed",
    "other": "Something else",
}
