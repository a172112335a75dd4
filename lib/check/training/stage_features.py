"""Reads an indicator's name the way lib/check/stage_*.cpp does: the same words, the same cues, whole numbers only.

The library reads the tables from lib/data/check/stage.json; this module reads them from lexicon.txt and grammar.txt,
the sources of that file. tests/unit/check/stage_test.cpp holds both to the same score on every labelled name."""

import re
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
OPENING = "([{〔【〈《［<"
CLOSING = ")]}〕】〉》］>"
PERSON = "者"
COUNT = "数"
LONGEST_WORD = 24
LONGEST_HEAD = 6
STRADDLE_REACH = 8
MAGNITUDES = "十百千万億兆0"
UNIT_PREFIXES = ("延べ", "延", "年間", "累計")
UNIT_STOPS = "/・("
PROJECT = "事業"
OF = "の"
PER = "/"
DATED = "の年度"  # 平成26年度職員数, 市の職員数
# What is spent on an act of these classes, or on a facility, is an input.
OFFICE = ("office.hold", "office.make", "office.build", "office.give", "office.tell", "office.send", "office.support",
          "event", "place", "staff", "field")


def normalise(text):
    """NFKC, no white space, lower-case ASCII, every number one 0: how a name is compared, not how it is shown."""
    text = "".join(unicodedata.normalize("NFKC", text or "").split())
    text = "".join(c.lower() if c < "\x80" else c for c in text)
    return re.sub(r"[0-9]+(?:[.,][0-9]+)*", "0", text)


def read_sections(path):
    """[(header, reason, words)] of a text of "[header] reason" lines, each followed by lines of words."""
    sections = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            header, reason = line[1:].split("]", 1)
            sections.append((header, reason.strip(), []))
        else:
            sections[-1][2].extend(line.split())
    return sections


class Grammar:
    """Words with their classes, heads, tails and units."""

    def __init__(self, lexicon=HERE / "lexicon.txt", grammar=HERE / "grammar.txt"):
        self.classes = []  # (id, kind, reason, words)
        self.words = {}
        for header, reason, words in read_sections(lexicon):
            name, kind = header.split(":")
            kept = []
            for word in map(normalise, words):
                if len(word) > LONGEST_WORD:
                    raise ValueError(f"{word}: longer than {LONGEST_WORD} characters")
                if word in self.words:
                    raise ValueError(f"{word}: in {self.words[word]} and in {name}")
                self.words[word] = name
                kept.append(word)
            self.classes.append((name, kind, reason, kept))
        self.add_open_compounds()
        self.kind = {name: kind for name, kind, _, _ in self.classes}
        self.heads, self.tails, self.units = {}, [], {}
        self.same_unit = {}  # spelling: the spelling whose weight it has
        self.sections = read_sections(grammar)
        for header, _, words in self.sections:
            if header == "tail":
                self.tails = sorted(map(normalise, words), key=lambda w: (-len(w), w))
                continue
            if header.startswith("same."):
                self.same_unit.update((normalise(word), normalise(header.split(".", 1)[1])) for word in words)
                continue
            table = self.heads if header.startswith("head.") else self.units
            for word in map(normalise, words):
                table.setdefault(word, header.split(".", 1)[1])

    def add_open_compounds(self):
        """商品開発 is written 商品の開発 as well: a compound of two known words is known in both forms."""
        closed = dict(self.words)
        for name, kind, _, words in self.classes:
            for word in list(words) if kind in ("verb", "noun") and name != "field" else ():
                for cut in range(2, len(word) - 1):
                    opened = word[:cut] + OF + word[cut:]
                    if word[:cut] in closed and word[cut:] in closed and len(opened) <= LONGEST_WORD:
                        if self.words.setdefault(opened, name) == name and opened not in closed:
                            words.append(opened)

    # ---- the name -------------------------------------------------------------------------------------------------

    @staticmethod
    def split(text):
        """The text outside brackets, and that inside; the latter takes over when there is nothing outside."""
        main, aside, depth = [], [], 0
        for c in text:
            if c in OPENING:
                depth += 1
                aside.append(" ")
            elif c in CLOSING:
                depth = max(0, depth - 1)
            else:
                (aside if depth else main).append(c)
        if not main:
            return "".join(c for c in aside if c != " "), ""
        return "".join(main), "".join(aside)

    def numerator(self, text):
        """達成した事業数/対象事業数, 利用回数/年: what is counted stands before the stroke, where that ends in a head."""
        cut = text.find(PER)
        return text[:cut] if cut > 0 and self.cut_head(text[:cut])[0] != "none" else text

    def straddles(self, text, cut, end):
        """Would a cut here go through a word that ends at `end` or before?"""
        for begin in range(max(0, cut - STRADDLE_REACH), cut):
            for stop in range(cut + 1, min(begin + LONGEST_WORD, end) + 1):
                found = self.words.get(text[begin:stop])
                if found and self.kind[found] != "link":
                    return True
        return False

    def strip_tails(self, text, end):
        while True:
            for tail in self.tails:
                cut = end - len(tail)
                if cut > 0 and text.endswith(tail, 0, end) and not self.straddles(text, cut, end):
                    end = cut
                    break
            else:
                return end

    def cut_head(self, text):
        """(head class, end of the core, end of what is counted)"""
        counted = self.strip_tails(text, len(text))
        for length in range(min(LONGEST_HEAD, counted), 0, -1):
            word = text[counted - length:counted]
            head = self.heads.get(word)
            if head is None:
                continue
            if length == 2 and word[1] == COUNT and word[0] != PERSON and self.straddles(text, counted - 2, counted - 1):
                continue
            core = counted - length + (1 if word[0] == PERSON else 0)
            return head, self.strip_tails(text, core) if core else 0, counted
        return "none", counted, counted

    def find_words(self, text, core, counted):
        """[(begin, end, class, word)]: the longest word from the left, then on from its end. Words end within the core
        or exactly with what is counted (消費量), with or without its 数 (会員数)."""
        found, begin = [], 0
        while begin < core:
            for end in range(min(begin + LONGEST_WORD, counted), begin, -1):
                if end > core and end != counted and not (end == counted - 1 and text[end] == COUNT):
                    continue
                name = self.words.get(text[begin:end])
                if name:
                    found.append((begin, end, name, text[begin:end]))
                    begin = end
                    break
            else:
                begin += 1
        return found

    @staticmethod
    def unit_core(unit):
        """百万円 → 円, 年間人 → 人, 回/年 → 回: a normalised unit without its multiple and its span."""
        for i, c in enumerate(unit):
            if c in UNIT_STOPS:
                unit = unit[:i]
                break
        unit = unit.lstrip(MAGNITUDES) or unit
        for prefix in UNIT_PREFIXES:
            if unit.startswith(prefix):
                return unit[len(prefix):]
        return unit

    def unit_class(self, unit):
        """Class of a normalised unit."""
        if not unit:
            return "none"
        if unit in self.units:
            return self.units[unit]
        unit = self.unit_core(unit)
        if unit.endswith(COUNT) and unit not in self.units:
            unit = unit[:-1]
        return self.units.get(unit, "other")

    def last_act(self, words):
        """The class of the last verbal word; 'light' when only light ones are there."""
        for _, _, name, _ in reversed(words):
            if self.kind[name] == "verb":
                return name
        return "light" if any(self.kind[name] == "light" for _, _, name, _ in words) else "none"

    def bare(self, head, unit, context):
        """Cues of a name of which only the ending and the unit are known, with the act that its project is named by."""
        cues = {f"bare.head={head}", f"bare.unit={unit}", f"bare.head|unit={head}|{unit}"}
        if context:
            around = self.split(normalise(context))[0]
            around = around[:-len(PROJECT)] if around.endswith(PROJECT) else around
            cues.add(f"context={self.last_act(self.find_words(around, len(around), len(around)))}")
        return cues

    def read(self, name, unit=None, context=None):
        """(cues: set of keys, bare cues, is_input). A name without a known word has its bare cues alone."""
        main, aside = self.split(normalise(name))
        main = self.numerator(main)
        head, core, counted = self.cut_head(main)
        parts = aside.split() if head == "none" else []
        while parts:  # 参加者の評価(満足度): what is counted stands in the brackets, without a last one such as (再掲)
            joined = main + "".join(parts)
            if self.cut_head(joined)[0] != "none":
                main, aside = joined, ""
                head, core, counted = self.cut_head(main)
                break
            parts.pop()
        unit = normalise(unit)
        uc = self.unit_class(unit)
        bare = self.bare(head, uc, context)
        every = self.find_words(main, core, counted)
        words = [w for w in every if self.kind[w[2]] != "link"]
        if not words:
            return bare, bare, head == "cost" and uc == "money"
        act = self.last_act(words)
        begin, end, last, text = words[-1]
        before = words[-2][2] if len(words) > 1 else "none"
        close = end >= core or (end == core - 1 and main[end] == PERSON)
        near = "at" if close else "near" if core - end <= 2 else "far"
        cues = {f"unit={uc}", f"head={head}", f"head|unit={head}|{uc}", f"act={act}", f"act|head={act}|{head}",
                f"act|unit={act}|{uc}", f"last={last}", f"last|near={last}|{near}", f"last|head={last}|{head}",
                f"last|unit={last}|{uc}", f"last|act={last}|{act}", f"before={before}", f"last|before={last}|{before}",
                f"word={text}"}
        core_unit = self.unit_core(unit)
        if core_unit:
            cues.add(f"unit.text={self.same_unit.get(core_unit, core_unit)}")
        cues |= {f"earlier={w[2]}" for w in words[:-1]}
        place = every.index(words[-1])
        if place + 1 < len(every):
            cues.add(f"after={every[place + 1][3]}")
        if place and self.kind[every[place - 1][2]] == "link":
            cues.add(f"link={every[place - 1][3]}")
        for word in self.find_words(aside, len(aside), len(aside)):
            if self.kind[word[2]] != "link":
                cues.add(f"aside={word[2]}")
        is_input = (last == "money.in" and end == counted and uc in ("money", "none")
                    or last in OFFICE and head == "cost" and uc == "money"
                    or last == "staff.in" and end == counted and len(words) == 1 and uc in ("person", "none")
                    and (begin == 0 or main[begin - 1] in DATED))
        return cues, bare, is_input
