#!/usr/bin/env python3
"""Works cases out again, with nothing of Ayni's and integers only, and compares figures and fingerprints.

    python3 verify.py CASE.json OUTCOME.json          or one folder of *.case.json and *.outcome.json

Prints what differs; the exit status is 0 where nothing does. A case has to fit /schemas/case.v1.json; of one that was
refused it is only said whether it cannot be worked out here either.
"""
import hashlib, json, re, sys
from pathlib import Path

PLACES = {code: places for places, codes in {0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
          3: "BHD IQD JOD KWD LYD OMR TND", 4: "CLF UYW"}.items() for code in codes.split()}  # ISO 4217; all others: 2
AMOUNTS = "revenue deliveries ownExpenses priorLosses balance owed balances amount carried cap cashUnit".split()
BASES = "work-minutes value-delivered quantity-delivered equal certificate-days care-minutes".split()

def read(text, places):  # "12.5" with two places is 1250
    match = re.fullmatch(r"([0-9]+)(?:\.([0-9]+))?", text)
    if not match or len(match[2] or "") > places: raise ValueError(f"{text!r} has not {places} places")
    return int(match[1] + (match[2] or "").ljust(places, "0"))

def write(number, places):
    digits = str(abs(number)).rjust(places + 1, "0")
    return ("-" if number < 0 else "") + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)

def by_code_unit(text):
    return text.encode("utf-16-be")

def canonical(value):  # RFC 8785
    if isinstance(value, list): return "[" + ",".join(map(canonical, value)) + "]"
    if not isinstance(value, dict): return json.dumps(value, ensure_ascii=False)
    return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in sorted(value, key=by_code_unit)) + "}"

def portion(amount, percent, rounding):
    return (amount * read(percent, 2) + {"up": 9999, "half-up": 5000, "down": 0}[rounding]) // 10000

def split(pool, parties):  # a party is (key, weight, ties won); returns the amounts, and who won a unit in a tie
    total = sum(weight for _, weight, _ in parties)
    if pool and not total: raise ValueError("a basis without entries")
    parts = [divmod(pool * weight, total or 1) for _, weight, _ in parties]
    order = sorted(range(len(parts)), key=lambda i: (-parts[i][1], parties[i][2], by_code_unit(parties[i][0])))
    units = pool - sum(floor for floor, _ in parts)
    lucky, tied = {*order[:units]}, {parts[i][1] for i in order[units:]}
    return [floor + (i in lucky) for i, (floor, _) in enumerate(parts)], [i in lucky and part[1] in tied for i, part in enumerate(parts)]

def in_order(pool, weights):  # a list's order decides the ties
    return split(pool, [(f"{i:09}", weight, 0) for i, weight in enumerate(weights)])[0]

def fill(case, places):  # what may be left out filled in, and every text written in the one way that is sealed
    def walk(name, value):
        if isinstance(value, list): return [walk(name, each) for each in value]
        if isinstance(value, dict): return {inner: walk(name if name in ("balances", "weights") else inner, each) for inner, each in value.items()}
        digits = places if name in AMOUNTS else 2 if name.lower().endswith("percent") else 0 if name in ("weights", "maxPerMember") else None
        return value if digits is None else write(read(value, digits), digits)
    rules, books = {"lossOrder": [], "retainPercent": "0", "cashUnit": write(1, places), **case["ruleSet"]}, {"priorLosses": "0", **case["books"]}
    bases, told = [each["basis"] for each in rules["bases"]], {each["household"]: each for each in case.get("households", [])}
    if sum(read(each["percent"], 2) for each in rules["bases"]) != 10000: raise ValueError("the bases do not total 100")
    if not {*bases} <= {*BASES}: raise ValueError("an unknown basis")
    rules["offsets"] = {"order": [], "keepPercent": "0", **rules.get("offsets", {})}
    rules["lossOrder"] = [{"atMostPercent": "100", **each} for each in rules["lossOrder"]]
    rules["steps"] = [{"excessTo": [], **step} if step["kind"] == "fund" else step for step in rules["steps"]]
    members = [{"tiesWon": 0, **each, "weights": {basis: each.get("weights", {}).get(basis, "0") for basis in bases},
                "debts": [{"consent": False, **debt} for debt in each.get("debts", [])]} for each in case["members"]]
    homes = [{"household": home, "carried": "0", "pays": "cash", **told.get(home, {})} for home in {*told, *(each["household"] for each in members)}]
    books = walk("", {**books, "funds": {name: {"balance": "0", "owed": "0", **fund} for name, fund in books.get("funds", {}).items()}})
    books["funds"] = {name: fund for name, fund in books["funds"].items() if any(read(text, places) for text in fund.values())}
    books["balances"] = {name: text for name, text in books.get("balances", {}).items() if read(text, places)}
    return walk("", {"currency": case["currency"], "ruleSet": rules, "books": books, "members": sorted(members, key=lambda each: by_code_unit(each["member"])),
                     "households": sorted(homes, key=lambda each: by_code_unit(each["household"]))})

def work_out(case):
    places = PLACES.get(case["currency"], 2)
    case = fill(case, places)
    amount, text = (lambda written: read(written, places)), (lambda number: write(number, places))
    rules, books, members = case["ruleSet"], case["books"], case["members"]
    in_fund = lambda fund, what: amount(books["funds"].get(fund, {}).get(what, "0"))
    result = amount(books["revenue"]) - amount(books["deliveries"]) - amount(books["ownExpenses"])
    left, covered, restored, given, loss = max(result, 0), 0, {}, {}, None
    def balance(fund): return in_fund(fund, "balance") + given.setdefault(fund, 0) + restored.get(fund, 0)
    for step in rules["steps"] if result > 0 else []:
        if step["kind"] == "cover-losses":
            taken = min(left, amount(books["priorLosses"]) - covered)
            covered += taken
        elif step["kind"] == "restore":
            taken, _ = min(left, in_fund(step["fund"], "owed") - restored.get(step["fund"], 0)), balance(step["fund"])
            restored[step["fund"]] = restored.get(step["fund"], 0) + taken
        else:
            base = {"result": result, "after-losses": result - covered, "remaining": left}[step["of"]]
            due, cap, parts = min(left, portion(base, step["percent"], step["rounding"])), step.get("cap"), {}
            if isinstance(cap, dict): cap = text(portion(amount(books["balances"].get(cap["of"], "0")), cap["percent"], "down"))
            fits = due if cap is None else min(due, max(0, amount(cap) - balance(step["fund"])))
            excess = in_order(due - fits, [1] * len(step["excessTo"])) if step["excessTo"] else []
            for fund, part in [(step["fund"], fits), *zip(step["excessTo"], excess)]: given[fund] = given.get(fund, 0) + part
            taken = fits + sum(excess)
        left -= taken
    if result <= 0:
        drawn, rest = {}, -result
        for each in rules["lossOrder"]:
            drawn[each["fund"]] = min(rest, portion(in_fund(each["fund"], "balance"), each["atMostPercent"], "down"))
            given[each["fund"]], rest = -drawn[each["fund"]], rest - drawn[each["fund"]]
        loss = {"amount": text(-result), "drawn": [{"fund": fund, "amount": text(n)} for fund, n in drawn.items()], "forward": text(rest)}
    bases, shares, ties = [], [{} for _ in members], [m["tiesWon"] for m in members]
    for basis, pool in zip(rules["bases"], in_order(left, [read(basis["percent"], 2) for basis in rules["bases"]])):
        weights = [min(int(m["weights"][basis["basis"]]), int(basis.get("maxPerMember", m["weights"][basis["basis"]]))) for m in members]
        parts, won = split(pool, [(m["member"], weight, tie) for m, weight, tie in zip(members, weights, ties)])
        ties = [tie + one for tie, one in zip(ties, won)]
        for share, part in zip(shares, parts): share[basis["basis"]] = part
        bases.append({"basis": basis["basis"], "pool": text(pool), "totalWeight": str(sum(weights))})
    people, nets, totals = [], {}, dict.fromkeys(["shares", "retained", "offset", "net", "paid", "carried"], 0)
    for m, share, tie in zip(members, shares, ties):
        retained = portion(sum(share.values()), rules["retainPercent"], "down")
        payable = net = sum(share.values()) - retained
        kept = portion(payable, rules["offsets"]["keepPercent"], "up")
        for debt in [debt for kind in rules["offsets"]["order"] for debt in m["debts"] if debt["kind"] == kind]:
            net -= min(amount(debt["amount"]), max(0, net - (0 if debt["consent"] else kept)))
        nets[m["household"]] = nets.get(m["household"], 0) + net
        figures = {"shares": sum(share.values()), "retained": retained, "offset": payable - net, "net": net}
        for name, n in figures.items(): totals[name] += n
        people.append({"member": m["member"], "household": m["household"], "shares": {name: text(n) for name, n in share.items()},
                       "share": text(figures.pop("shares")), **{name: text(n) for name, n in figures.items()}, "tiesWon": tie,
                       "debtLeft": text(sum(amount(debt["amount"]) for debt in m["debts"]) - payable + net)})
    homes = []
    for home in case["households"]:
        net = nets.get(home["household"], 0)
        carried = (net + amount(home["carried"])) % amount(rules["cashUnit"]) if home["pays"] == "cash" else 0
        paid = net + amount(home["carried"]) - carried
        totals["paid"], totals["carried"] = totals["paid"] + paid, totals["carried"] + carried
        homes.append({"household": home["household"], "net": text(net), "paid": text(paid), "carried": text(carried)})
    outcome = {"result": text(result), "lossesCovered": text(covered), "restored": {fund: text(n) for fund, n in restored.items()},
               "funds": [{"fund": fund, "amount": text(n), "balance": text(balance(fund))} for fund, n in given.items()],
               "loss": loss, "pool": text(left), "bases": bases, "members": people, "households": homes,
               "totals": {name: text(n) for name, n in totals.items()}}
    sealed = canonical({"case": case, "outcome": outcome}).encode("utf-8")
    return {**outcome, "fingerprint": "sha256:" + hashlib.sha256(sealed).hexdigest()}

def differences(mine, theirs, place=""):  # figures of ours only: more of theirs, such as workings, is welcome
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return [one for name in mine if name in theirs or name != "fingerprint"
                for one in differences(mine[name], theirs.get(name), f"{place}/{name}")]
    if isinstance(mine, list) and isinstance(theirs, list) and len(mine) == len(theirs):
        return [one for i, each in enumerate(mine) for one in differences(each, theirs[i], f"{place}/{i}")]
    return [] if mine == theirs else [f"{place}: {theirs!r} should be {mine!r}"]

def compare(case_file, outcome_file):
    theirs = json.loads(outcome_file.read_text("utf-8"))
    try:
        mine = work_out(json.loads(case_file.read_text("utf-8")))
    except (ValueError, LookupError, TypeError, AttributeError) as why:
        return [] if "code" in theirs else [f"cannot be worked out: {why!r}"]
    return [f"refused with {theirs['code']}, but it can be worked out"] if "code" in theirs else differences(mine, theirs)

if __name__ == "__main__":
    first = Path(sys.argv[1])
    cases = [first] if first.is_file() else sorted(first.glob("*.case.json"))
    outcomes = [Path(sys.argv[2])] if first.is_file() else [Path(str(case).replace(".case.json", ".outcome.json")) for case in cases]
    found = [f"{case.name} {one}" for case, outcome in zip(cases, outcomes) for one in compare(case, outcome)]
    print("\n".join([*found, f"{len(cases)} compared, {len(found)} differences"]))
    sys.exit(1 if found or not cases else 0)
