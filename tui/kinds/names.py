"""Names that are written in many ways: transliterations, abbreviations, full titles.

A line of `SPELLINGS` holds one word's spellings, a line of `TITLES` one body's names; the first of
each line stands for all. To teach the grader a name, add it here.
"""

from __future__ import annotations

from functools import cache

from tui.kinds.spelling import stem, tokens

SPELLINGS = """
ahmad ahmed ahmet achmad ahmaad
massoud masood masoud masud massud massood massoude masoude masuud mesud
muhammad mohammed mohammad mohamed mohamad muhammed muhamad mohd mohamet
mahmud mahmood mahmoud mehmood mehmud
hussain hussein husain husayn hossein hosain
hassan hasan
usman osman uthman othman
umar omar
osama usama
laden ladin
rahman rehman rahmaan
abdul abdal abdel
syed sayed sayyid sayyed saiyid saiyed sayid
sheikh shaikh shaykh sheik
mullah mulla
maulana mawlana moulana
said saeed saeid
yusuf yousuf yousaf yusaf yousef yusef
ayub ayyub
liaquat liaqat liyaqat
musharraf musharaf
hekmatyar hikmatyar hekmatiar
haqqani haqani
akhundzada akhunzada akhundzadah
mansour mansoor mansur
muttaqi mutaqi motaqi muttaqui
rabbani rabani
dostum dostam
fahim faheem
achakzai achackzai achekzai achakzay achagzai
daoud daud dawood dawud
amanullah amanollah
najibullah najeebullah
zia ziya
panjshir panjsher panjsheer panjshair panshir panjshyr panjshire
kandahar qandahar
herat hirat
nangarhar ningarhar nangahar
badakhshan badakshan
khorasan khurasan khorassan
balochistan baluchistan
baloch baluch balouch
pashtun pashtoon pushtun pushtoon pakhtun pakhtoon pukhtun pukhtoon
pashto pushto pashtu
pakhtunkhwa pukhtunkhwa pakhtoonkhwa
uzbek uzbeg
tajik tadjik
daesh daish daash
taliban taleban talaban
qaeda qaida qaidah qaedah kaida kaeda qaeeda
tehrik tehreek tahreek tahrik tehreeke tehrike
mujahideen mujahidin mujahedin mujahedeen mujaheddin
jihad jehad
sharia shariah shariat
hizb hezb
hezbollah hizbullah hizballah hezbullah
quran koran qoran
ulema ulama
madrassa madrasa madrasah madrassah
jirga jirgah
peshawar pishawar
"""

TITLES = """
alqaeda; al qaeda; qaeda; el qaeda; alqaida; alkaida
iskp; is k; isk; is kp; isis k; isis kp; isil k; isil kp; daesh k; daesh khorasan; isis khorasan; \
isil khorasan; is khorasan; islamic state khorasan province; islamic state khorasan; \
islamic state in khorasan; islamic state of khorasan; islamic state in khorasan province; \
islamic state of khorasan province; khorasan province of islamic state; islamic state k; isiskp; \
isisk; isilk; daeshk
isis; isil; daesh; islamic state; islamic state of iraq and syria; islamic state in iraq and syria
ttp; tehrik e taliban pakistan; tehrik i taliban pakistan; tehrik taliban pakistan; \
tehrik e taliban e pakistan; tehrik taliban e pakistan; tehrik e taliban in pakistan; \
pakistani taliban; taliban of pakistan; tehriketaliban pakistan
taliban; afghan taliban; taliban of afghanistan
tlp; tehrik e labbaik pakistan; tehrik labbaik pakistan
pti; pakistan tehrik e insaf; tehrik e insaf; pakistan tehrik insaf
icg; international crisis group; crisis group
nrf; national resistance front; national resistance front of afghanistan; nrfa; \
afghan national resistance front; afghanistan national resistance front
aff; afghanistan freedom front; afghan freedom front; freedom front of afghanistan
alm; afghanistan liberation movement; afghan liberation movement; liberation movement of afghanistan
ahmadshahmassoud; ahmad shah massoud; shah massoud
ahmadmassoud; ahmad massoud
unitednations; united nations; united nations organisation; un; uno
usa; us; united states; united states of america; america
uk; united kingdom; britain; great britain
uae; united arab emirates
ussr; soviet union
eu; european union
oic; organisation of islamic cooperation; organisation of islamic conference
sco; shanghai cooperation organisation
saarc; south asian association for regional cooperation
nato; north atlantic treaty organisation
cpec; china pakistan economic corridor
imf; international monetary fund
isi; inter services intelligence
kp; kpk; khyber pakhtunkhwa
hrw; human rights watch
9/11; nine eleven
"""


@cache
def _spellings() -> dict[str, str]:
    lines = (line.split() for line in SPELLINGS.strip().splitlines())
    return {stem(word): line[0] for line in lines for word in line}


_COUNTED = (
    "zero", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def spelt(word: str) -> str:
    """`word` without its ending, in the spelling that stands for all of its spellings.

    Numbers up to twelve are written out, as most people would.
    """
    if word.isdecimal() and len(word) <= 2 and word == str(int(word)) and int(word) <= 12:
        return _COUNTED[int(word)]
    ending_off = stem(word)
    return _spellings().get(word) or _spellings().get(ending_off, ending_off)


@cache
def _titles() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The titles by their first word, longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in TITLES.strip().splitlines():
        short, *others = (title.strip() for title in line.split(";"))
        for title in (short, *others):
            words = tuple(map(spelt, tokens(title)))
            by_first.setdefault(words[0], []).append((words, short))
    return {
        first: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
        for first, entries in by_first.items()
    }


@cache
def _titles_by_name() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for entries in _titles().values():
        for words, name in entries:
            found[name] = (*found.get(name, ()), words)
    return found


def titles_of(short: str) -> tuple[tuple[str, ...], ...]:
    """All the ways, in words, to write the name that `short` stands for; () if it is none."""
    return _titles_by_name().get(short, ())


def shortened(words: tuple[str, ...]) -> tuple[str, ...]:
    """`words` with each full title in its short form; one told twice in a row is told once."""
    titles = _titles()
    if not any(word in titles for word in words):
        return words
    result: list[str] = []
    at = 0
    while at < len(words):
        for title, short in titles.get(words[at], ()):
            if words[at : at + len(title)] == title:
                at += len(title)
                if not result or result[-1] != short:
                    result.append(short)
                break
        else:
            result.append(words[at])
            at += 1
    return tuple(result)


@cache
def short_names() -> frozenset[str]:
    """The short forms of all titles."""
    return frozenset(short for entries in _titles().values() for _, short in entries)
