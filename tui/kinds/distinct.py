"""Words and names that are never slips of each other, however near their letters are."""

from __future__ import annotations

from itertools import chain

from tui.kinds.names import spelt

_FAMILIES = """
afghanistan pakistan tajikistan uzbekistan turkmenistan kazakhstan kyrgyzstan hindustan pashtunistan
iran iraq syria china india russia prussia austria australia niger nigeria mali malawi korea jordan
slovakia slovenia indonesia micronesia polynesia oman yemen lebanon libya liberia siberia serbia
guinea guyana ghana gambia zambia dominica mauritius mauritania uruguay paraguay
paktia paktika kunar kunduz parwan panjshir punjab kapisa badakhshan badghis balkh baghlan takhar
herat helmand khost kabul kandahar nangarhar laghman logar ghazni ghor zabul nimroz farah faryab
jowzjan samangan uruzgan wardak bamyan daykundi nuristan sarpul waziristan balochistan gilgit
bannu swat sindh lahore peshawar quetta chitral kurram khyber kohat karachi
pashtun pashto tajik turkmen uzbek hazara baloch sunni shia persian pushkin
nrf aff alm afg iskp isis ttp tlp pti icg iscg nato seato cento saarc oic sco eco opec apec cpec
imf isi cia fia nab fbi raw bla blf plo pkk ypg uno eu uk usa uae ussr alqaeda taliban
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
hundred thousand million billion trillion lakh crore
first second third fourth fifth sixth seventh eighth ninth tenth
north south east west northern southern eastern western northeast northwest southeast southwest
overt covert open closed legal illegal formal informal normal war peace ally enemy friend foe
hard soft high low major minor majority minority emigration immigration emigrant immigrant
emigrate immigrate unilateral bilateral trilateral multilateral optimist pessimist optimistic
pessimistic optimism pessimism moderate immoderate import export internal external inner outer
upper lower former latter former formal prime crime policy police region religion regional
religious causal casual martial marital statute statue adopt adapt effect affect rational national
interstate intrastate international intranational nationalist rationalist nationalism rationalism
military militant militia militancy
monarchy anarchy oligarchy theocracy democracy autocracy bureaucracy aristocracy
ahmad hamad hammad hamid muhammad mahmud massoud masih mansour masud hassan hussain
fahim karim salim rahim halim nadim rahman rahmani rabbani usman umar amin amir nasir nazir yasir
zahir zahid tahir qadir khalid khalil rashid shahid sajid majid hamza jamal jalal kamal bilal hilal
karzai achakzai yousafzai asif arif atif latif sharif saeed javed naveed nawaz niaz ayub ayaz
ghani ghazi omar osama jinnah iqbal bhutto zardari musharraf modi nehru gandhi
"""

WORDS = frozenset(map(spelt, _FAMILIES.split()))
"""Words that are what they are: one of them is never a slip of another word."""

_TURNING = """
un in im il ir non anti dis mis de re pro con contra counter ex sub super over under up down inter
intra uni bi tri multi mono poly pre post hyper hypo macro micro semi
"""
_PREFIXES = frozenset({"", *_TURNING.split()})


def opposed(one: str, other: str) -> bool:
    """Whether two words differ by a prefix that changes the meaning: legal and illegal."""
    if one == other or one[-3:] != other[-3:]:
        return False
    shared = 3
    while shared < min(len(one), len(other)) and one[-shared - 1] == other[-shared - 1]:
        shared += 1
    # The shared ending may begin within a prefix, as in "contact" and "react".
    return any(
        one[: len(one) - size] in _PREFIXES and other[: len(other) - size] in _PREFIXES
        for size in range(3, shared + 1)
    )


_RIVALS = (
    frozenset({"ahmadshahmassoud", "ahmadmassoud"}),
    frozenset({"taliban", "ttp"}),
    frozenset({"panjshir", "punjab"}),
    frozenset({"nrf", "aff", "alm", "iskp", "ttp", "alqaeda", "isis"}),
    frozenset({"paktia", "paktika"}),
)
_RIVALS_OF = {
    name: frozenset(chain.from_iterable(group for group in _RIVALS if name in group)) - {name}
    for name in chain.from_iterable(_RIVALS)
}
_KIN = {"isis": "iskp", "iskp": "isis"}


def kin(typed: tuple[str, ...], meant: tuple[str, ...]) -> bool:
    """Whether `typed` names the whole or a branch of what `meant` names: not the same, but near."""
    return any(_KIN[name] in meant for name in _KIN.keys() & set(typed))


def rivals_of(name: str) -> frozenset[str]:
    """The names, in their short form, that `name` is known to be taken for."""
    return _RIVALS_OF.get(name, frozenset())


def rivals(typed: tuple[str, ...], meant: tuple[str, ...]) -> bool:
    """Whether `typed` names somebody who is known to be taken for the one that `meant` names.

    Both are words with full titles in their short form.
    """
    if _RIVALS_OF.keys().isdisjoint(meant):
        return False
    if kin(typed, meant):
        return False
    given = frozenset(typed) - frozenset(meant)
    return any(not given.isdisjoint(rivals_of(name)) for name in meant)
