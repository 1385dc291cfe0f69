"""Reflecting: their words, turned only where that is certain, else quoted, else nothing. Never odd, never a verdict."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.reflect import reflect, without_hedges

TURNED_OR_QUOTED = (
    ("i feel better when i walk", "You feel better when you walk."),
    ("me and my sister went swimming", "You and your sister went swimming."),
    ("me nan always rang me", "“Me nan always rang me.”"),
    ("my mum and me had lunch", "“My mum and me had lunch.”"),
    ("i am tired of it all", "You are tired of it all."),
    ("i was happy then", "You were happy then."),
    ("i wasn't sure", "You weren't sure."),
    ("i were there for him", "You were there for him."),
    ("i've been clean 3 weeks", "“I've been clean 3 weeks.”"),
    ("i'd like to see my kids", "You'd like to see your kids."),
    ("my kids love me", "“My kids love me.”"),
    ("i love my kids", "You love your kids."),
    ("mine", "“Mine.”"),
    ("myself", "“Myself.”"),
    ("a walk in the park", "A walk in the park."),
    ("an hour with my dad", "An hour with your dad."),
    ("the dog", "The dog."),
    ("getting out of bed", "Getting out of bed."),
    ("being outside", "Being outside."),
    ("spring", "Spring."),
    ("bring my nan round", "Bring your nan round."),
    ("feeding the cat", "Feeding the cat."),
    ("painting my room i guess", "Painting your room."),
    ("thing is i don't know who i am", "Thing is you don't know who you are."),
    ("i think my mum loves me", "“My mum loves me.”"),
    ("i do it for me", "You do it for you."),
    ("tell them i said no", "“Tell them i said no.”"),
    ("they told me i was brave", "“They told me i was brave.”"),
    ("we went out", "“We went out.”"),
    ("our house", "“Our house.”"),
    ("buy bread", "“Buy bread.”"),
    ("ring Dave", "“Ring Dave.”"),
    ("Dave", "Dave."),
    ("Manchester", "Manchester."),
    ("I want to stop smoking", "You want to stop smoking."),
    ("get help from my sister", "“Get help from my sister.”"),
    ("go back to college", "“Go back to college.”"),
    ("skip breakfast less often", "“Skip breakfast less often.”"),
    ("my support worker Denise", "Your support worker Denise."),
    ("no more menus of pills", "No more menus of pills."),
    ("am tired", "“Am tired.”"),
    ("am gonna try", "“Am gonna try.”"),
    ("im not good with people but i am kind", "“Im not good with people but i am kind.”"),
    ("i wish i was dead tired", "“I wish i was dead tired.”"),
    ("i hope she forgives me", "You hope she forgives you."),
    ("i made it myself", "You made it yourself."),
    ("some peace", "Some peace."),
    ("more sleep", "More sleep."),
    ("this week i cooked", "This week you cooked."),
    ("that i got up", "That you got up."),
    ("there is a tree i sit under", "There is a tree you sit under."),
    ("swimming", "Swimming."),
    ("reading to my nephew and he laughed at me", "“Reading to my nephew and he laughed at me.”"),
    ("i said i'm fine and i meant it", "You said you're fine and you meant it."),
    ("i was and i am", "“I was and i am.”"),
    ("he and i are friends", "He and you are friends."),
    ("it helps me that i am near my mum", "“It helps me that i am near my mum.”"),
    ("my mum says i'm stubborn and i am", "“My mum says i'm stubborn and i am.”"),
    ("what i like is music", "“What i like is music.”"),
    ("I can't cope with my neighbours", "“I can't cope with my neighbours.”"),
    ("it was me who did it", "“It was me who did it.”"),
    ("i gave my mum's cat to my sister", "You gave your mum's cat to your sister."),
    ("I'm me", "“I'm me.”"),
    ("the way i am with my dog", "The way you are with your dog."),
    ("evening walks", "Evening walks."),
    ("nothing. i just sat", "“Nothing. i just sat.”"),
    ("i do! i really do", "You do! You really do."),
    ("i am not who i was", "“I am not who i was.”"),
    ("i have been where i am", "“I have been where i am.”"),
    ("wellbeing class", "Wellbeing class."),
    ("anything", "Anything."),
    ("sibling time", "Sibling time."),
    ("i will ring my nan", "You will ring your nan."),
    ("gardening, cooking, my kids", "“Gardening, cooking, my kids.”"),
    ("i'm ok i guess", "You're ok."),
    ("I am who I am", "“I am who I am.”"),
    ("❤️ my dog", "❤️ your dog."),
    ("my dog ❤️", "Your dog."),
    ("walking the dog :)", "Walking the dog."),
    ("2 litres of water", "“2 litres of water.”"),
    ("i was, and still am, a nurse", "You were, and still are, a nurse."),
    ("i myself did it", "You yourself did it."),
    ("i am, i think, stronger", "You are, you think, stronger."),
    ('"my dog"', "Your dog."),
    ("(my dog)", "Your dog."),
    ("my dog...", "Your dog..."),
    ("I LOVE MY DOG", "“I LOVE MY DOG.”"),
    ("i need u", "“I need u.”"),
    ("me time", "“Me time.”"),
    ("me, my dog and a beach", "“Me, my dog and a beach.”"),
    ("my mums there for me", "“My mums there for me.”"),
    ("i aint got no one", "“I aint got no one.”"),
    ("i don’t know where i’d be without my mum", "You don’t know where you'd be without your mum."),
    ("that was mine", "That was yours."),
    ("i used to be a chef, i am good at it", "“I used to be a chef, i am good at it.”"),
    ("i lie there till i'm up", "You lie there till you're up."),
    ("the fact i'm here", "The fact you're here."),
    ("i am", "You are."),
    ("I was told I am kind", "“I was told I am kind.”"),
    ("if i am honest i was scared", "“If i am honest i was scared.”"),
    ("no i am not", "“No i am not.”"),
    ("i'm scared i'll fail", "“I'm scared i'll fail.”"),
    ("im a dad", "“Im a dad.”"),
    ("my own flat", "Your own flat."),
    ("the people i was with were kind", "The people you were with were kind."),
    ("some days i was up at 6", "Some days you were up at 6."),
    ("i see my lad every week", "You see your lad every week."),
    ("i were up at 6", "You were up at 6."),
    ("i think i am ok", "You are ok."),
    ("nobody likes me", "“Nobody likes me.”"),
    ("everyone hates me", "“Everyone hates me.”"),
    ("they are watching me", "“They are watching me.”"),
    ("my neighbours are poisoning me", "“My neighbours are poisoning me.”"),
    ("i think i'm a burden", "“I'm a burden.”"),
    ("im a bad mum", "“Im a bad mum.”"),
    ("i can't do it", "“I can't do it.”"),
    ("my mum does it all. im 34", "Your mum does it all. You're 34."),
    ("i'm tired", "You're tired."),
    ("because i miss them", "Because you miss them."),
    ("the tv talks to me", "“The tv talks to me.”"),
    ("less stress", "Less stress."),
    ("with my dog", "With your dog."),
    ("i am god", "“I am god.”"),
    ("dunno. buying my own bread", "Buying your own bread."),
    ("walked the dog i suppose. twice a day", "“Walked the dog i suppose. twice a day.”"),
)


@pytest.mark.parametrize(("said", "given_back"), TURNED_OR_QUOTED)
def test_words_are_given_back(said: str, given_back: str) -> None:
    assert reflect(said) == given_back


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
        "I get up at six and walk the dog round the park and then I have my tea and toast",
    ],
)
def test_what_is_too_long_or_no_words_is_not_echoed(said: str) -> None:
    assert reflect(said) == ""


@pytest.mark.parametrize(
    "said", ["im useless", "i'm a burden", "i think i'm lazy", "i was a bad dad", "nobody wants me", "they follow me"]
)
def test_a_hard_word_about_oneself_or_others_is_never_said_as_the_coach_s_own(said: str) -> None:
    assert reflect(said).startswith("“")


@given(st.text(max_size=200))
def test_reflecting_never_fails_and_ends_as_a_sentence(text: str) -> None:
    assert reflect(text)[-1:] in ("", ".", "!", "?", "…", "”")


@pytest.mark.parametrize(
    ("said", "bare"),
    [
        ("dunno. buying my own bread", "buying my own bread"),
        ("maybe a walk i suppose", "a walk"),
        ("idk", "idk"),
        ("my dog tbh", "my dog"),
    ],
)
def test_hedges_around_an_answer_are_left_out(said: str, bare: str) -> None:
    assert without_hedges(said) == bare
