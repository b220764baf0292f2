"""How right the reports are, by two public yardsticks. Run as `scripts/bench accuracy`.

iterater-news-edits: sentences of news that were edited, with what three annotators took the edit to be for. An
edit is one of *fluency* where a group of its report is a correction, one that *changes meaning* where a group is
a claim or content and none is a correction, else the rest. A published neural classifier (Du et al., ACL 2022)
reaches an F1 of 0.80 on fluency and 0.53 on changed meaning.

fire-incidents: pages of fires in many versions, with figures beside the prose. Where a figure differs between two
versions, and the prose of each states its value beside a word for what it counts, a claim has to say so.

Only the standard library is used.
"""
import gzip, json, re, subprocess

FACT_WORDS = {"acres": r"\bacres?\b", "contained": r"%|\bper ?cent", "personnel": r"\b(personnel|firefighters)\b",
              "injuries": r"\binjur", "fatalities": r"\b(fatalit|deaths?|killed)", "structures_destroyed": r"\bstructures?\b"}


def records(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def reports(stet, pairs):
    """The report of each pair, in order, from one batch."""
    feed = "".join(json.dumps({"id": str(number), **pair}) + "\n" for number, pair in enumerate(pairs))
    run = subprocess.run([stet, "compare", "--batch"], input=feed.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def score(said, meant):
    """Precision, recall and F1 of two lists of truths."""
    both = sum(a and b for a, b in zip(said, meant))
    precision, recall = both / max(1, sum(said)), both / max(1, sum(meant))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def edits(stet, path):
    """Print how well classes of edits agree with the intents that people gave them."""
    rows = records(path)
    intents = []
    for report in reports(stet, [{"old": row["before_sent"], "new": row["after_sent"]} for row in rows]):
        changed = [block for block in report["blocks"] if block["change"] != "unchanged"]
        classes = {group["class"] for block in changed for group in block.get("changes", [])}
        # A sentence written wholly anew has no groups: it is removed and added.
        isNew = any(block["change"] in ("added", "removed") for block in changed)
        intents.append("fluency" if "correction" in classes else
                       "meaning-changed" if isNew or classes & {"claim", "content"} else "rest")
    for intent in ("fluency", "meaning-changed"):
        said, meant = [i == intent for i in intents], [row["labels"] == intent for row in rows]
        print(f"{intent:<18} P {score(said, meant)[0]:.3f}  R {score(said, meant)[1]:.3f}  "
              f"F1 {score(said, meant)[2]:.3f}   of {sum(meant)} in {len(rows)} edits")


def text(version):
    lines = [version.get("title") or "", *version["paragraphs"]]
    return "\n\n".join(" ".join(line.split()) for line in lines if line.strip())


def states(prose, fact, value):
    """Whether the prose states a value within some words of what it counts."""
    figure = rf"(?<![\d,.])({value:,}|{value})(?![\d,]|\.\d)"
    return any(re.search(FACT_WORDS[fact], prose[max(0, place.start() - 40):place.end() + 40], re.I)
               for place in re.finditer(figure, prose))


def facts(stet, path):
    """Print how many of the figures that changed in prose are told as claims."""
    pairs, wanted = [], []
    for story in records(path):
        for old, new in zip(story["versions"], story["versions"][1:]):
            prose, prose_now = text(old), text(new)
            before, after = old.get("facts") or {}, new.get("facts") or {}
            changed = [(before[fact], after[fact]) for fact in FACT_WORDS
                       if before.get(fact) is not None and after.get(fact) is not None
                       and before[fact] != after[fact] and states(prose, fact, before[fact])
                       and states(prose_now, fact, after[fact])]
            if changed:
                pairs.append({"old": prose, "new": prose_now})
                wanted.append(changed)
    found = total = 0
    for report, changed in zip(reports(stet, pairs), wanted):
        values = [(c["old"].get("value"), c["new"].get("value")) for c in report["claims"] if "old" in c and "new" in c]
        found += sum(pair in values for pair in changed)
        total += len(changed)
    print(f"figures that changed in the prose: {found} of {total} told as claims")


def run(stet, folder):
    """Print both, as far as the folder has their files."""
    for name, measure in (("iterater-news-edits", edits), ("fire-incidents", facts)):
        path = folder / f"{name}.jsonl.gz"
        print(f"# {name}")
        if path.exists():
            measure(stet, path)
        else:
            print(f"left out: there is no {path}")
