"""Names offered for a strength: from their own words, grammatical, and never from a loss or a hurt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coaching.guides.strengths_answers import _WAYS
from bot.coaching.labels import MOST, offered_labels

# What is offered from each story: written for these tests, read one by one for what would be odd, hurtful or false.
STORIES = (
    ("i rang the GP even though i hate phones", ("I rang the GP", "I keep going")),
    ("walked the dog i suppose. twice a day", ("I walked the dog", "I look after my dog", "I keep going")),
    ("I looked after my nan when she was ill until she died", ("I looked after my nan", "I help people")),
    ("my brother hit me and i walked away", ("I walked away",)),
    ("i kept the van on the road. nobody helped me", ("I kept the van on the road",)),
    ("cooked tea for my kids", ("I cooked tea for my kids", "I have my kids", "I can cook")),
    ("i went to the group and i spoke", ("I went to the group",)),
    ("stayed in bed but fed the cat", ("I fed the cat", "I look after my cat")),
    (
        "i got up and went to work every day when my head was all over the place",
        ("I got up and went to work every day", "I keep going"),
    ),
    ("passed my maths GCSE at 40", ("I passed my maths GCSE at 40",)),
    ("I painted a picture of my mum", ("I painted a picture of my mum", "I can paint")),
    ("i stole from my mum but i paid her back", ("I paid her back",)),
    ("i drank all weekend then i stopped", ()),
    (
        "helped my neighbour with her bins",
        ("I helped my neighbour with her bins", "I have my neighbour", "I help people"),
    ),
    ("i was lonely but i kept going", ("I keep going",)),
    ("i told the doctor i wasn't happy with my meds", ()),
    ("I learned to drive", ("I learned to drive", "I keep learning")),
    ("i built a shed with my dad", ("I built a shed with my dad", "I have my dad", "I can build things")),
    ("got through my wedding without my mum there", ("I got through my wedding", "I keep going")),
    ("said no to my dealer", ("I said no to my dealer",)),
    ("walked out of a fight", ("I walked out of a fight",)),
    ("i got sectioned but i came home", ("I came home",)),
    ("i cut my own hair", ()),
    ("I killed it at karaoke", ()),
    ("i ran the marathon for my brother who died", ("I ran the marathon for my brother",)),
    ("Got my flat sorted", ("I got my flat sorted",)),
    ("applied for 20 jobs", ("I applied for 20 jobs",)),
    ("i didn't drink for 3 days", ()),
    ("i survived", ("I keep going",)),
    ("my dog got me through it", ("I have my dog",)),
    ("made a cake for the centre", ("I made a cake for the centre",)),
    ("i lost my job but i found another", ()),
    ("took my tablets every day", ("I took my tablets every day", "I keep going")),
    ("wrote a letter to my son", ("I wrote a letter to my son", "I can write")),
    ("i left my husband who was abusive", ()),
    ("looked after my kids on my own", ("I looked after my kids on my own", "I help people")),
    ("got my kids to school every day", ("I got my kids to school every day", "I keep going")),
    ("i hid from everyone", ()),
    ("played guitar in the pub", ("I played guitar in the pub",)),
    ("went fishing with my grandad", ("I went fishing with my grandad", "I have my grandad")),
    ("i screamed at my boss", ()),
    ("i punched the wall instead of him", ()),
    ("I visited my friend in hospital", ()),
    ("my mum visited me", ("I have my mum",)),
    ("I asked for help", ("I asked for help",)),
    ("i was in care and i made it out", ("I made it out",)),
    ("went to my first meeting, 90 days clean", ("I went to my first meeting",)),
    ("we won the cup", ()),
    ("sang at my nan's funeral", ("I can sing",)),
    ("planted sunflowers", ("I planted sunflowers",)),
    ("i didn't give up", ("I keep going",)),
    ("gave up smoking", ("I gave up smoking",)),
    ("i sat with my friend while she cried", ("I sat with my friend", "I have my friend")),
    ("slept rough for 2 years and got a flat", ("I got a flat",)),
    ("nothing really", ()),
    ("i just kept breathing", ("I just kept breathing", "I keep going")),
    ("kept my temper with my ex", ("I kept my temper with my ex",)),
    ("saved up for a telly", ("I saved up for a telly",)),
    ("i took too many pills and rang 999", ()),
    ("fed the ducks with my daughter", ("I fed the ducks with my daughter", "I have my daughter")),
    ("he said i'd fail and i passed", ()),
)


@pytest.mark.parametrize(("story", "labels"), STORIES)
def test_only_what_fits_the_story_is_offered(story: str, labels: tuple[str, ...]) -> None:
    assert offered_labels(story, _WAYS) == labels


# What somebody else did, or what says nothing that stays, is no name; what stays true is offered all the same.
NOT_THEIRS = (
    ("I slept mostly", ()),
    ("cooked tea", ("I can cook",)),
    ("i baked a cake", ("I can bake",)),
    ("i ate my dinner and watched telly", ()),
    ("my sister helped me. i moved out of my ex's place", ("I have my sister",)),
    ("My sister came and helped me, she drove me round", ("I have my sister",)),
    ("my sister came with a van and helped", ("I have my sister",)),
    ("Sharon came round and helped with the boxes", ()),
    ("the nurse looked after me", ()),
    ("my nan looked after us", ()),
    ("i was helped by my brother", ()),
    ("my mate drove me to the clinic and waited", ("I have my mate",)),
    ("my nan looked after me when i looked at the sea", ()),
    ("I took my mum with me", ("I took my mum with me",)),
    ("i rang my sister and helped her move", ("I rang my sister", "I have my sister", "I help people")),
    ("my dog was ill. walked him every day", ("I walked him every day", "I keep going")),
    ("i like helping at the food bank", ("I like helping at the food bank", "I help people")),
    ("helped out at the food bank", ("I helped out at the food bank", "I help people")),
    ("I cooked a meal for the whole hostel", ("I cooked a meal for the whole hostel", "I can cook")),
)


@pytest.mark.parametrize(("story", "labels"), NOT_THEIRS)
def test_a_name_is_their_own_and_stays_true(story: str, labels: tuple[str, ...]) -> None:
    assert offered_labels(story, _WAYS) == labels


@pytest.mark.parametrize(
    ("story", "label"),
    [
        ("walked the dog i suppose. twice a day", "I look after my dog"),
        ("walked the dog i suppose. twice a day", "I keep going"),
        ("i rang the GP", "I rang the GP"),
        ("fed the cat", "I look after my cat"),
        ("learned guitar", "I keep learning"),
        ("got through monday", "I keep going"),
    ],
)
def test_a_name_is_offered_from_the_story(story: str, label: str) -> None:
    assert label in offered_labels(story, _WAYS)


@pytest.mark.parametrize(
    "story",
    [
        "my nan died",
        "i hit my brother",
        "my dog died",
        "my dad left me",
        "i hurt my sister",
        "my mum hates me",
    ],
)
def test_somebody_lost_or_hurt_is_no_label(story: str) -> None:
    assert not any("I have my" in label or "look after" in label for label in offered_labels(story, _WAYS))


@pytest.mark.parametrize("story", ["my kids came round", "my friends came round", "cooked tea for my kids"])
def test_several_people_stand_by_one(story: str) -> None:
    assert {"I have my kids", "I have my friends"} & set(offered_labels(story, _WAYS))


@pytest.mark.parametrize("story", ["i hit my brother", "i hurt my sister", "i shouted at my mum"])
def test_a_deed_that_hurt_is_not_offered_as_a_strength(story: str) -> None:
    assert offered_labels(story, _WAYS) == ()


@pytest.mark.parametrize("story", ["", "nothing", "i", "my", "i am kind", "i was scared but i did it", "🙂"])
def test_without_a_deed_nothing_is_offered(story: str) -> None:
    assert offered_labels(story, _WAYS) == ()


@settings(deadline=None)  # the first story with help in it loads the grammar
@given(st.text(max_size=200))
def test_there_are_never_more_than_three_and_none_is_empty(story: str) -> None:
    labels = offered_labels(story, _WAYS)
    assert len(labels) <= MOST
    assert all(labels)
    assert len(set(labels)) == len(labels)
