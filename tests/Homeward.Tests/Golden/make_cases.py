#!/usr/bin/env python3
"""Makes the golden case files: likelihood ratios by brute force, in a language and a program of their own.

    python3 make_cases.py [group …]      writes duo.json, trio.json, … beside this file (a few minutes for all)

A case is in the format of docs/guide/lr-case.md. The likelihood is the plain sum over everybody's ordered alleles; the
mutation matrices come from the definitions on that page. Nothing here knows the program that is tested against it.
The files are kept, so that the tests need no Python.
"""
import json
import math
import platform
import random
import sys
from pathlib import Path

VERSION = "1"

# ---------------------------------------------------------------- mutation


def stationary(m):
    """The distribution that m keeps, by squaring m until all rows agree."""
    n = len(m)
    lazy = [[(m[i][j] + (i == j)) / 2 for j in range(n)] for i in range(n)]
    for _ in range(60):
        lazy = [[math.fsum(lazy[i][k] * lazy[k][j] for k in range(n)) for j in range(n)] for i in range(n)]
        lazy = [[x / math.fsum(row) for x in row] for row in lazy]
    return lazy[0]


def off_diagonal(spec, names, p):
    n, model = len(names), spec["model"]
    m = [[0.0] * n for _ in range(n)]
    if model == "equal":
        m = [[spec["rate"] / (n - 1)] * n for _ in range(n)]
    elif model == "proportional":
        s = math.fsum(p)
        q = [x / s for x in p]
        a = spec["rate"] / (s * math.fsum(x * (1 - x) for x in q))
        m = [[a * q[j] for j in range(n)] for _ in range(n)]
    elif model == "onestep":
        for i in range(n):
            near = [j for j in range(n) if round(abs(float(names[i]) - float(names[j])) * 10) == 10]
            for j in near:
                m[i][j] = spec["rate"] / len(near)
    elif model == "stepwise":
        whole = [int(float(x)) for x in names]
        part = [round(float(x) * 10) % 10 for x in names]
        for i in range(n):
            same = {j: spec["range"] ** abs(whole[i] - whole[j]) for j in range(n) if j != i and part[j] == part[i]}
            other = [j for j in range(n) if part[j] != part[i]]
            for j in same:
                m[i][j] = spec["rate"] * same[j] / math.fsum(same.values())
            for j in other:
                m[i][j] = spec["rate2"] / len(other)
    elif model == "custom":
        m = [list(row) for row in spec["matrix"]]
    for i in range(n):
        m[i][i] = 0.0
    return m


def with_diagonal(m):
    for i, row in enumerate(m):
        row[i] = 0.0
        row[i] = 1 - math.fsum(row)
        assert row[i] >= 0
    return m


def matrix(spec, names, p):
    n, m = len(names), with_diagonal(off_diagonal(spec, names, p))
    transform = spec.get("transform")
    if not transform:
        return m
    rate = math.fsum(p[i] * m[i][j] for i in range(n) for j in range(n) if i != j)
    if transform == "PM":
        pi = stationary(m)
        t = [[pi[i] / p[i] * m[i][j] for j in range(n)] for i in range(n)]
    else:
        t = [[0.0] * n for _ in range(n)]
        for i in range(n):
            for j in range(n):
                x, y = p[i] * m[i][j], p[j] * m[j][i]
                if transform == "MH":
                    t[i][j] = min(x, y) / p[i]
                elif x * y > 0:
                    t[i][j] = x * y / (x + y) / p[i]
    now = math.fsum(p[i] * t[i][j] for i in range(n) for j in range(n) if i != j)
    return with_diagonal([[rate / now * x for x in row] for row in t])


# ---------------------------------------------------------------- likelihood


def likelihood(case, people, locus):
    """The sum over everybody's ordered alleles: P(founders) · P(children | parents) · P(seen | alleles)."""
    names, p = locus["alleles"], list(locus["frequencies"])
    male = matrix(locus["mutation"]["male"], names, p)
    female = matrix(locus["mutation"]["female"], names, p)
    silent = None
    if locus["silentFrequency"]:
        silent = len(p)
        p.append(locus["silentFrequency"])
        male = [row + [0.0] for row in male] + [[0.0] * silent + [1.0]]
        female = [row + [0.0] for row in female] + [[0.0] * silent + [1.0]]
    theta, is_x = case["theta"], case["chromosome"] == "X"
    order = []                                       # parents before children, else typed people first: zeros come early
    while len(order) < len(people):
        placed = [o["id"] for o in order]
        ready = [x for x in people if x not in order and all(x[r] is None or x[r] in placed for r in ("father", "mother"))]
        order.append(min(ready, key=lambda x: x["id"] not in case["genotypes"]))

    def seen(person, x, y):
        shown = case["genotypes"].get(person["id"], {}).get(locus["name"])
        if shown is None:
            return 1.0
        if "-" in shown:
            known = names.index(next(a for a in shown if a != "-"))
            return 1.0 if known in (x, y) else 0.0
        d = case.get("dropout", {}).get(person["id"], 0.0)
        shown = {names.index(a) for a in shown}
        alleles = [x] if is_x and person["sex"] == "male" else [x, y]
        total = 0.0                                  # over what happens to each copy
        for kept in range(2 ** len(alleles)):
            chance, left = 1.0, set()
            for k, allele in enumerate(alleles):
                if kept >> k & 1:
                    chance *= 1 - d
                    left |= {allele} - {silent}
                else:
                    chance *= d
            if left == shown:
                total += chance
        return total

    def passed(parent, m, child):
        return sum(m[a][child] for a in parent) / len(parent)

    def urn(allele, drawn):
        k = len(drawn)
        return (drawn.count(allele) * theta + (1 - theta) * p[allele]) / (1 + (k - 1) * theta)

    def total(at, has, drawn):
        if at == len(order):
            return 1.0
        person, result = order[at], 0.0
        single = is_x and person["sex"] == "male"
        for x in range(len(p)):
            for y in ([x] if single else range(len(p))):
                w = seen(person, x, y)
                if w == 0:
                    continue
                now = drawn
                if person["father"] is None:
                    w *= urn(x, now)
                    now = now + [x]
                    if not single:
                        w *= urn(y, now)
                        now = now + [y]
                elif single:
                    w *= passed(has[person["mother"]], female, x)
                else:
                    w *= passed(has[person["father"]], male, x) * passed(has[person["mother"]], female, y)
                if w > 0:
                    has[person["id"]] = (x,) if single else (x, y)
                    result += w * total(at + 1, has, now)
        return result

    return total(0, {}, [])


def log10(x):
    return math.log10(x) if x > 0 else -math.inf


def plain(x):
    return None if math.isnan(x) else x if math.isfinite(x) else "Infinity" if x > 0 else "-Infinity"


def answer(case):
    values = {name: [likelihood(case, rows, locus) for locus in case["loci"]] for name, rows in case["hypotheses"].items()}
    first, *others = values
    comparisons = []
    for other in others:
        markers = [
            {"name": locus["name"], "lr": plain(a / b if b > 0 else math.inf if a > 0 else math.nan),
             "log10Numerator": plain(log10(a)), "log10Denominator": plain(log10(b))}
            for locus, a, b in zip(case["loci"], values[first], values[other])]
        both = sum(map(log10, values[first])), sum(map(log10, values[other]))
        comparisons.append({"numerator": first, "denominator": other, "log10": plain(both[0] - both[1]), "markers": markers})
    return {"id": case["id"], "comparisons": comparisons}


# ---------------------------------------------------------------- families


def family(text):
    """'AF m, MO f, CH m AF MO' as rows."""
    rows = []
    for words in (part.split() for part in text.split(",")):
        father, mother = words[2:] if len(words) > 2 else (None, None)
        rows.append({"id": words[0], "sex": {"m": "male", "f": "female"}[words[1]], "father": father, "mother": mother})
    return rows


# group: (chromosome, {hypothesis: family}, typed people)
RELATIONS = {
    "duo": ("autosomal", {"father": "CH m AF MO, AF m, MO f", "unrelated": "CH m, AF m"}, "AF CH"),
    "trio": ("autosomal", {"parents": "AF m, MO f, CH f AF MO", "other father": "AF m, MO f, CH f X MO, X m",
                           "unrelated": "AF m, MO f, CH f"}, "AF MO CH"),
    "siblings": ("autosomal", {"siblings": "F m, M f, A f F M, B m F M", "half": "F m, M f, N f, A f F M, B m F N",
                               "unrelated": "A f, B m"}, "A B"),
    "half-siblings": ("autosomal", {"half": "F m, M f, N f, A f F M, B m F N", "unrelated": "A f, B m"}, "A B"),
    "grandparents": ("autosomal", {"grandparents": "GF m, GM f, F m GF GM, M f, CH m F M", "unrelated": "GF m, GM f, CH m"},
                     "GF GM CH"),
    "grandmother": ("autosomal", {"grandmother": "GM f, GF m, M f GF GM, F m, CH f F M", "unrelated": "GM f, CH f"}, "GM CH"),
    "avuncular": ("autosomal", {"uncle": "GF m, GM f, U m GF GM, F m GF GM, M f, CH f F M", "unrelated": "U m, CH f"}, "U CH"),
    "cousins": ("autosomal", {"cousins": "GF m, GM f, P m GF GM, Q f GF GM, R f, S m, A m P R, B f S Q", "unrelated": "A m, B f"},
                "A B"),
    "several": ("autosomal", {"theirs": "GF m, GM f, F m GF GM, U m GF GM, M f, S f F M, CH m F M",
                              "not theirs": "GF m, GM f, F m GF GM, U m GF GM, M f, S f F M, CH m",
                              "half": "GF m, GM f, F m GF GM, U m GF GM, M f, S f F M, N f, CH m F N"}, "GM U S CH"),
    "couple-and-sibling": ("autosomal", {"theirs": "F m, M f, S m F M, CH f F M", "mother only": "F m, M f, S m F M, X m, CH f X M",
                                         "neither": "F m, M f, S m F M, CH f"}, "F M S CH"),
    "inbred": ("autosomal", {"father and daughter": "F m, M f, D f F M, CH m F D", "stranger": "F m, M f, D f F M, X m, CH m X D"},
               "F CH"),
    "sibling-mating": ("autosomal", {"siblings": "F m, M f, S m F M, D f F M, CH f S D", "unrelated": "S m, D f, CH f S D"}, "S CH"),
    "cousin-marriage": ("autosomal", {"cousins": "GF m, GM f, P m GF GM, Q f GF GM, R f, S m, A m P R, B f S Q, CH m A B",
                                      "unrelated": "A m, B f, CH m A B"}, "A B CH"),
    "double-cousins": ("autosomal", {"double": "A m, B f, C m, D f, E m A B, F m A B, G f C D, H f C D, X m E G, Y f F H",
                                     "cousins": "A m, B f, E m A B, F m A B, G f, H f, X m E G, Y f F H",
                                     "unrelated": "X m, Y f"}, "X Y"),
    "second-cousins": ("autosomal", {"second cousins": "A m, B f, C m A B, D m A B, E f, F f, G m C E, H m D F, I f, J f, "
                                                       "X m G I, Y f H J",
                                     "unrelated": "X m, Y f"}, "X Y"),
    "x-inbred": ("X", {"her father": "F m, M f, D f F M, CH f F D", "stranger": "F m, M f, D f F M, X m, CH f X D"}, "F CH"),
    "x-father-daughter": ("X", {"father": "CH f AF MO, AF m, MO f", "unrelated": "CH f, AF m"}, "AF CH"),
    "x-mother-son": ("X", {"mother": "CH m F MO, F m, MO f", "unrelated": "CH m, MO f"}, "MO CH"),
    "x-half-sisters": ("X", {"same father": "F m, M f, N f, A f F M, B f F N", "unrelated": "A f, B f"}, "A B"),
    "x-grandmother": ("X", {"grandmother": "GF m, GM f, F m GF GM, M f, CH f F M", "unrelated": "GM f, CH f"}, "GM CH"),
    "x-siblings": ("X", {"siblings": "F m, M f, A f F M, B m F M", "same mother": "F m, G m, M f, A f F M, B m G M",
                         "unrelated": "A f, B m"}, "A B"),
}
STEP = {"model": "stepwise", "rate": 0.002, "rate2": 1e-6, "range": 0.1}
STEP2 = {"model": "stepwise", "rate": 0.0005, "rate2": 1e-6, "range": 0.1}
MUTATIONS = [
    ({"model": "none"}, {"model": "none"}),
    ({"model": "equal", "rate": 0.003}, {"model": "equal", "rate": 0.001}),
    ({"model": "proportional", "rate": 0.004}, {"model": "proportional", "rate": 0.0007}),
    (STEP, STEP2),
    ({"model": "stepwise", "rate": 0.01, "rate2": 0.002, "range": 0.5}, STEP2),
    ({"model": "onestep", "rate": 0.005}, {"model": "onestep", "rate": 0.001}),
    (STEP | {"transform": "PM"}, STEP2 | {"transform": "PM"}),
    (STEP | {"transform": "MH"}, STEP2 | {"transform": "MH"}),
    (STEP | {"transform": "BA"}, {"model": "onestep", "rate": 0.001, "transform": "BA"}),
    ("custom", STEP2),
]
SETTINGS = ["plain", "theta", "silent", "everything"]
LADDERS = [["9", "10", "9.3", "10.3", "11"], ["14", "15", "16", "17", "18"], ["11", "12", "12.2", "13", "13.2"]]


def shares(rng, n, total):
    drawn = [rng.randint(5, 60) for _ in range(n)]
    return [total * x / sum(drawn) for x in drawn]


def make_locus(rng, number, size, setting):
    names = rng.choice(LADDERS)[:size]
    silent = round(rng.uniform(0.01, 0.1), 3) if setting in ("silent", "everything") else None
    male, female = MUTATIONS[number % len(MUTATIONS)]
    if male == "custom":
        male = {"model": "custom", "matrix": [shares(rng, size, 1.0) for _ in range(size)]}
    p = shares(rng, size, 1 - (silent or 0))
    return {"name": f"marker {number}", "alleles": names, "frequencies": p, "silentFrequency": silent,
            "mutation": {"male": male, "female": female}}


def drop(rng, case, rows, locus, wrong):
    """Genotypes that the first hypothesis makes likely; a wrong one has a typed person's allele changed."""
    names, has = locus["alleles"], {}
    while len(has) < len(rows):
        for x in rows:
            if x["id"] in has or any(x[r] and x[r] not in has for r in ("father", "mother")):
                continue
            pair = [rng.choice(has[x[r]]) if x[r] else rng.choices(names, locus["frequencies"])[0] for r in ("father", "mother")]
            has[x["id"]] = pair[1:] if case["chromosome"] == "X" and x["sex"] == "male" else pair
    for person in case["genotypes"]:
        shown = list(has[person])
        if wrong and person == list(case["genotypes"])[-1]:
            shown = [rng.choice([a for a in names if a not in shown] or names) for _ in shown]
        elif len(shown) == 2 and case["id"].endswith("everything") and rng.random() < 0.2:
            shown[1] = "-"
        case["genotypes"][person][locus["name"]] = shown


def make_case(group, setting, seed):
    chromosome, hypotheses, typed = RELATIONS[group]
    rng = random.Random(f"{group} {setting} {seed}")
    untyped = max(len(family(text)) for text in hypotheses.values()) - len(typed.split())
    size = 5 if untyped < 3 else 4 if untyped == 3 else 3 if untyped == 4 else 2      # so that the sum ends
    case = {
        "id": f"{group} {setting}",
        "chromosome": chromosome,
        "theta": {"plain": 0.0, "theta": 0.03, "silent": 0.0, "everything": 0.02}[setting],
        "loci": [],
        "hypotheses": {name: family(text) for name, text in hypotheses.items()},
        "genotypes": {person: {} for person in typed.split()},
    }
    for rows in case["hypotheses"].values():
        rng.shuffle(rows)
    if setting == "everything":
        case["dropout"] = {person: round(rng.uniform(0, 0.2), 2) for person in typed.split()}
    count = len(MUTATIONS) if setting == "plain" else 5 if size > 3 else 2
    start = rng.randrange(len(MUTATIONS))
    for k in range(count):
        locus = make_locus(rng, start + k, size, setting)
        case["loci"].append(locus)
        first = next(iter(case["hypotheses"].values()))
        drop(rng, case, first, locus, wrong=k in (1, 3) if setting == "plain" else k == 1)
    return case


def main():
    here = Path(__file__).parent
    for group in sys.argv[1:] or RELATIONS:
        cases = []
        for setting in SETTINGS:
            if setting == "everything" and group in ("several", "cousin-marriage"):
                continue                             # the sum would not end
            if setting in ("silent", "everything") and group in ("double-cousins", "second-cousins"):
                continue
            case = make_case(group, setting, seed=1)
            cases.append({"case": case, "expected": answer(case)})
        made = {"madeBy": f"make_cases.py, version {VERSION}, brute force, Python {platform.python_version()}", "cases": cases}
        (here / f"{group}.json").write_text(json.dumps(made, indent=1) + "\n")
        print(group, [c["expected"]["comparisons"][0]["log10"] for c in cases], flush=True)


if __name__ == "__main__":
    main()
