"""What staff call a person who has told no name: a bird and a number. It says nothing about them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

TRIES = 12
BIRDS = tuple(
    "Avocet Bittern Blackcap Brambling Bullfinch Bunting Buzzard Chaffinch Chiffchaff Chough Coot Corncrake Crane "
    "Crossbill Curlew Dabchick Dipper Dotterel Dove Dunlin Dunnock Egret Eider Fieldfare Finch Fulmar Gadwall Gannet "
    "Godwit Goldcrest Goldeneye Goldfinch Goosander Goshawk Grebe Greenfinch Greenshank Guillemot Harrier Hawfinch "
    "Heron Hobby Hoopoe Jackdaw Kestrel Kingfisher Kite Kittiwake Knot Lapwing Lark Linnet Magpie Mallard Martin "
    "Merganser Merlin Moorhen Nightingale Nightjar Nuthatch Oriole Osprey Ouzel Owl Partridge Petrel Pigeon Pintail "
    "Pipit Plover Pochard Ptarmigan Puffin Quail Rail Raven Razorbill Redpoll Redshank Redstart Redwing Robin Rook "
    "Ruff Sanderling Sandpiper Scaup Scoter Serin Shearwater Shelduck Shoveler Siskin Skua Skylark Smew Snipe Sparrow "
    "Starling Stonechat Stork Swallow Swan Swift Teal Tern Thrush Treecreeper Turnstone Twite Wagtail Warbler Waxwing "
    "Wheatear Whimbrel Whinchat Whitethroat Wigeon Wren Wryneck".split()
)


def candidates(person_id: str) -> Iterator[str]:
    """Names for this person, best first: two figures while there is room, then four, then as many as are needed.

    A person's id is random, so that a name tells nothing, and the same each time.
    """
    digest = hashlib.sha256(f"call name:{person_id}".encode()).digest()
    for number in range(TRIES):
        seed = int.from_bytes(hashlib.sha256(digest + bytes([number])).digest()[:8], "big")
        bird, figures = BIRDS[seed % len(BIRDS)], seed // len(BIRDS)
        yield f"{bird} {figures % 100:02d}" if number < TRIES // 3 else f"{bird} {figures % 10_000:04d}"
    yield f"{BIRDS[digest[0] % len(BIRDS)]} {int.from_bytes(digest[:6], 'big')}"
