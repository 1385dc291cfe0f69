"""Reflecting: their words, turned by their grammar where that is certain, else nothing. Never odd, never a verdict."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.reflect import reflect, without_hedges
from tests.unit.coaching.talk import leads, told

TURNED = (
    ("to be able to say no", "To be able to say no."),
    ("got up and made my bed", "You got up and made your bed."),
    ("tidied my room and rang my nan", "You tidied your room and rang your nan."),
    ("opened the letter", "You opened the letter."),
    ("went in and made some toast", "You went in and made some toast."),
    ("a job i like", "A job you like."),
    ("if i'm honest i was too tired", "You were too tired."),
    ("to be fair i did try", "You did try."),
    ("if the lift is broken", "If the lift is broken."),
    ("my sister and i talk every sunday", "You and your sister talk every sunday."),
    ("i kept up with my plants even when i was low", "You kept up with your plants even when you were low."),
    ("my mum does it all. im 34", "Your mum does it all. You're 34."),
    ("im at me mums", "You're at your mum's."),
    ("me nan always rang me", "Your nan always rang you."),
    ("i was tired and was sick of it but i went", "You were tired and were sick of it but you went."),
    ("i've been clean 3 weeks", "You've been clean 3 weeks."),
    ("i'd like to see my kids", "You'd like to see your kids."),
    ("i love my kids", "You love your kids."),
    ("my kids love me", "Your kids love you."),
    ("a walk in the park", "A walk in the park."),
    ("an hour with my dad", "An hour with your dad."),
    ("getting out of bed", "Getting out of bed."),
    ("being outside", "Being outside."),
    ("painting my room i guess", "Painting your room."),
    ("thing is i don't know who i am", "Thing is you don't know who you are."),
    ("i do it for me", "You do it for you."),
    ("buy bread", "Buying bread."),
    ("get help from my sister", "Getting help from your sister."),
    ("ring Dave and go to the shop", "Ringing Dave and going to the shop."),
    ("go out and see my mates", "Going out and seeing your mates."),
    ("Dave", "Dave."),
    ("my support worker Denise", "Your support worker Denise."),
    ("i hope she forgives me", "You hope she forgives you."),
    ("i made it myself", "You made it yourself."),
    ("some peace", "Some peace."),
    ("this week i cooked", "This week you cooked."),
    ("there is a tree i sit under", "There is a tree you sit under."),
    ("what i like is music", "What you like is music."),
    ("i gave my mum's cat to my sister", "You gave your mum's cat to your sister."),
    ("the way i am with my dog", "The way you are with your dog."),
    ("i do! i really do", "You do! You really do."),
    ("i am not who i was", "You are not who you were."),
    ("me and Kev", "You and Kev."),
    ("me and my sister went swimming", "You and your sister went swimming."),
    ("my mum and me had lunch", "You and your mum had lunch."),
    ("he and i are friends", "You and he are friends."),
    ("i don’t know where i’d be without my mum", "You don't know where you'd be without your mum."),
    ("i lie there till i'm up", "You lie there till you're up."),
    ("I was told I am kind", "You were told you are kind."),
    ("if i am honest i was scared", "You were scared."),
    ("im a dad", "You're a dad."),
    ("the people i was with were kind", "The people you were with were kind."),
    ("i were up at 6", "You were up at 6."),
    ("i'm tired", "You're tired."),
    ("because i miss them", "Because you miss them."),
    ("less stress", "Less stress."),
    ("with my dog", "With your dog."),
    ("dunno. buying my own bread", "Buying your own bread."),
    ("walked the dog i suppose. twice a day", "You walked the dog. Twice a day."),
    ("rang my sister", "You rang your sister."),
    ("fed the cat and cleaned the flat", "You fed the cat and cleaned the flat."),
    ("heart going", "Heart going."),
    ("stop being so anxious in shops", "Less anxious in shops."),
    ("putting the kettle on", "Putting the kettle on."),
    ("two kids from school outside", "Two kids from school outside."),
    ("he'd be lost without me", "He'd be lost without you."),
    ("less anxious in shops", "Less anxious in shops."),
    ("i wish i was braver", "You wish you were braver."),
    ("i was brought up by my nan", "You were brought up by your nan."),
    ("i dont give up on people", "You don't give up on people."),
    ("i'm the one who looks after everyone", "You're the one who looks after everyone."),
    ("not being on my own", "Not being on your own."),
    ("so my kids are proud of me", "So your kids are proud of you."),
    ("i managed to get myself to the dentist", "You managed to get yourself to the dentist."),
    ("ask Denise to come with me", "Asking Denise to come with you."),
    ("my mums there for me", "Your mum's there for you."),
    ("I LOVE MY DOG", "You love your dog."),
    ("my dog ❤️", "Your dog."),
    ("walking the dog :)", "Walking the dog."),
    ("i want to stop smoking", "You want to stop smoking."),
    ("no more menus of pills", "No more menus of pills."),
    ("music, my dog and a long bath", "Music, your dog and a long bath."),
    ("it helps me that i am near my mum", "It helps you that you are near your mum."),
    ("my mate gave me courage", "Your mate gave you courage."),
    ("i got up when i was told to", "You got up when you were told to."),
    ("i was, and still am, a nurse", "You were, and still are, a nurse."),
    ("i wasn't sure", "You weren't sure."),
    ("i am, i think, stronger", "You are, you think, stronger."),
    ("when i am in the garden", "When you are in the garden."),
    ("that i keep going", "You keep going."),
    ("that my kids love me", "Your kids love you."),
    ("that house by the sea", "That house by the sea."),
    ("he gave me a lift", "He gave you a lift."),
    ("she is four and im her dad", "She is four and you're her dad."),
    ("i know im good at it", "You know you're good at it."),
    ("she says im funny", "She says you're funny."),
    ("my carer came round", "Your carer came round."),
    ("what i want is a dog", "What you want is a dog."),
    ("she sees her father working", "She sees her father working."),
    ("he made me laugh and she helps me cook", "He made you laugh and she helps you cook."),
    ("mayb a dog", "Maybe a dog."),
    ("a bit of teh garden", "A bit of the garden."),
    ("i got an A in maths", "You got an A in maths."),
)
LEFT_ALONE = (
    "me bairns",
    "we're getting a puppy",
    "you've been kind to me",
    "because i should",
    "i know i should do more",
    "i ought to go",
    "i feel broken",
    "got told off by staff",
    "asked to leave",
    "they told me i was brave",
    "we went out",
    "our house",
    "am tired",
    "it was me who did it",
    "i aint got no one",
    "nobody likes me",
    "everyone hates me",
    "they are watching me",
    "my neighbours are poisoning me",
    "i think i'm a burden",
    "im a bad mum",
    "the tv talks to me",
    "i am god",
    "felt good",
    "kev could wait with me at the door",
    "poor me",
    "i has a dog",
    "my my what a day",
    "i no that",
    "listening to My Way",
    "down the mine",
    "myself and my partner are moving",
    "my neighbours are always at me",
    "i need u",
    "me time",
    "mine",
    "my brother died last year",
    "i cut myself",
    "stop worrying",
    "it wasn't me",
    "its the neighbours sending it",
    "it's impossible",
    "it'll never happen",
    "that's never going to work",
    "it can't be done",
    "i gave me mam a hug",
    "i found my id on the bus",
    "to hear my daughter call me dad again",
    "i held im an didnt drop im haha",
    "i told im to go",
    "go c him on sun",
    "my own place and b off teh weed and mayb a dog",
    "i wnated a dog",
    "my baby borther",
    "For my daughter, she is four years, I want she see her father working.",
    "i want they come home",
    "she see me working",
    "is for my daughter",
)


@pytest.mark.parametrize(("said", "given_back"), TURNED)
def test_words_are_given_back(said: str, given_back: str) -> None:
    assert reflect(said) == given_back


@pytest.mark.parametrize("said", LEFT_ALONE)
def test_where_it_is_not_certain_or_not_kind_nothing_is_said(said: str) -> None:
    assert reflect(said) == ""


@pytest.mark.parametrize(
    "said",
    [
        "",
        "🙂",
        "8",
        "...",
        "what if i can't?",
        "http://example.org is my page",
        "<b>my dog</b>",
        "this fucking place",
        "我喜欢我的狗",
        "I get up at six and walk the dog round the park and then I have my tea and toast with jam on",
    ],
)
def test_what_is_too_long_or_no_words_is_not_echoed(said: str) -> None:
    assert reflect(said) == ""


@pytest.mark.parametrize(
    "said", ["im useless", "i'm a burden", "i think i'm lazy", "i was a bad dad", "nobody wants me", "they follow me"]
)
def test_a_hard_word_about_oneself_or_others_is_never_said_as_the_coach_s_own(said: str) -> None:
    assert reflect(said) == ""


@given(st.text(max_size=200))
def test_reflecting_never_fails_and_ends_as_a_sentence(text: str) -> None:
    assert reflect(text)[-1:] in ("", ".", "!", "?", "…")


@given(
    st.lists(
        st.sampled_from("i me my am was and mum dog myself mine went love is the with to because not".split()),
        max_size=9,
    )
)
def test_nobody_is_called_i_in_what_is_given_back(words: list[str]) -> None:
    assert not {"i", "my", "mine", "myself", "am"} & set(reflect(" ".join(words)).lower().strip(".").split())


@pytest.mark.parametrize(
    ("said", "bare"),
    [
        ("dunno. buying my own bread", "buying my own bread"),
        ("maybe a walk i suppose", "a walk"),
        ("idk", "idk"),
        ("my dog tbh", "my dog"),
        ("the canal, like", "the canal"),
        ("going to the library i think", "going to the library"),
        ("if im honest my nan", "my nan"),
        ("not gonna lie, the telly", "the telly"),
    ],
)
def test_hedges_around_an_answer_are_left_out(said: str, bare: str) -> None:
    assert without_hedges(said) == bare


@pytest.mark.parametrize(
    "said",
    [
        "ring my mate",
        "do what i like",
        "not really",
        "saying what i think",
        "people you know",
        "i think about my nan",
        "well being group",
        "what the sea is like",
    ],
)
def test_words_that_belong_to_an_answer_are_no_hedges(said: str) -> None:
    assert without_hedges(said) == said


@pytest.mark.parametrize(
    "said", ["got a job", "dunno. got my own place", "passed my test", "moved out", "met somebody"]
)
def test_a_wish_put_as_done_is_not_said_back_as_done(said: str) -> None:
    assert leads(told("goals", said))[0].words != "utter_reflect"


@pytest.mark.parametrize(
    ("said", "given_back"),
    [("a job", "A job."), ("getting a job", "Getting a job."), ("i got a job", "You got a job.")],
)
def test_a_wish_in_other_words_is_said_back(said: str, given_back: str) -> None:
    assert leads(told("goals", said))[0].values == {"said": given_back}


def test_what_was_done_is_said_back_in_a_story() -> None:
    assert leads(told("strengths", "something i enjoy", "got a job"))[0].values == {"said": "You got a job."}
