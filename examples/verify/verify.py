"""Works cases out again, with nothing of Ayni's and integers only, and compares figures and fingerprints.

    python3 verify.py CASE.json OUTCOME.json          or one folder of *.case.json and *.outcome.json

Prints what differs. What was refused has no figures and is left out.
"""
import hashlib, json, sys
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

PLACES = {0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", 3: "BHD IQD JOD KWD LYD OMR TND", 4: "CLF UYW"}
AS_THEY_ARE = "currency code kind fund of rounding excessTo basis order member household pays consent tiesWon loss".split()
CALLED_FREELY = "balances weights restored shares totals".split()  # what stands in these has any name

def figures(turn, document, places, name=""):  # a document with each figure turned: from its text, or into it
    if isinstance(document, list): return [figures(turn, each, places, name) for each in document]
    if isinstance(document, dict): return {key: figures(turn, each, places, name if name in CALLED_FREELY else key) for key, each in document.items()}
    if name in AS_THEY_ARE: return document
    return turn(document, 0 if name in ("weights", "maxPerMember", "totalWeight") else 2 if name.lower().endswith("percent") else places)

def read(text, places): return int(Fraction(text) * 10**places)  # "12.5" with two places is 1250

def write(number, places):
    digits = str(abs(number)).rjust(places + 1, "0")
    return ("-" if number < 0 else "") + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)

def by_code_unit(text): return text.encode("utf-16-be")

def canonical(value):  # RFC 8785: names in order, nothing between
    sort = lambda each: dict(sorted(each.items(), key=lambda pair: by_code_unit(pair[0])))
    return json.dumps(json.loads(json.dumps(value), object_hook=sort), ensure_ascii=False, separators=(",", ":"))

def portion(amount, percent, rounding): return (amount * percent + {"up": 9999, "half-up": 5000, "down": 0}[rounding]) // 10000

def split(pool, weights, ties=None, keys=None):  # returns the parts, and who won a unit in a tie
    keys, ties = keys or [f"{i:09}" for i in range(len(weights))], ties or [0] * len(weights)
    parts = [divmod(pool * weight, sum(weights) or 1) for weight in weights]
    order = sorted(range(len(parts)), key=lambda i: (-parts[i][1], ties[i], by_code_unit(keys[i])))
    units = pool - sum(floor for floor, _ in parts)
    lucky, tied = {*order[:units]}, {parts[i][1] for i in order[units:]}
    return [floor + (i in lucky) for i, (floor, _) in enumerate(parts)], [i in lucky and rest in tied for i, (_, rest) in enumerate(parts)]

def filled(case):  # with what may be left out, as it is sealed
    rules, books = {"lossOrder": [], "retainPercent": 0, "cashUnit": 1, **case["ruleSet"]}, {"priorLosses": 0, **case["books"]}
    rules["offsets"] = {"order": [], "keepPercent": 0, **rules.get("offsets", {})}
    rules["lossOrder"] = [{"atMostPercent": 10000, **each} for each in rules["lossOrder"]]
    rules["steps"] = [{"excessTo": [], **step} if step["kind"] == "fund" else step for step in rules["steps"]]
    books["funds"] = {fund: {"balance": 0, "owed": 0, **has} for fund, has in books.get("funds", {}).items() if any(has.values())}
    books["balances"] = {name: balance for name, balance in books.get("balances", {}).items() if balance}
    members = [{"tiesWon": 0, **m, "debts": [{"consent": False, **debt} for debt in m.get("debts", [])],
                "weights": {each["basis"]: m.get("weights", {}).get(each["basis"], 0) for each in rules["bases"]}} for m in case["members"]]
    homes = {home["household"]: home for home in [*members, *case.get("households", [])]}  # what is told of one goes before
    homes = [{"household": key, "carried": home.get("carried", 0), "pays": home.get("pays", "cash")} for key, home in homes.items()]
    return {"currency": case["currency"], "ruleSet": rules, "books": books, "members": sorted(members, key=lambda m: by_code_unit(m["member"])),
            "households": sorted(homes, key=lambda home: by_code_unit(home["household"]))}

def pooled(rules, books):  # from the season's books to what the members share
    before = defaultdict(lambda: {"balance": 0, "owed": 0}, books["funds"])
    result, covered, restored, given, loss = books["revenue"] - books["deliveries"] - books["ownExpenses"], 0, {}, {}, None
    def balance(fund): return before[fund]["balance"] + given.setdefault(fund, 0) + restored.get(fund, 0)
    left = max(result, 0)
    for step in rules["steps"] if result > 0 else []:
        if step["kind"] == "cover-losses": covered += (taken := min(left, books["priorLosses"] - covered))
        elif step["kind"] == "restore":
            taken, _ = min(left, before[step["fund"]]["owed"] - restored.get(step["fund"], 0)), balance(step["fund"])
            restored[step["fund"]] = restored.get(step["fund"], 0) + taken
        else:
            base, cap = {"result": result, "after-losses": result - covered, "remaining": left}[step["of"]], step.get("cap")
            if isinstance(cap, dict): cap = portion(books["balances"].get(cap["of"], 0), cap["percent"], "down")
            due = min(left, portion(base, step["percent"], step["rounding"]))
            fits = due if cap is None else min(due, max(0, cap - balance(step["fund"])))
            excess = split(due - fits, [1] * len(step["excessTo"]))[0] if step["excessTo"] else []
            for fund, part in [(step["fund"], fits), *zip(step["excessTo"], excess)]: given[fund] = given.get(fund, 0) + part
            taken = fits + sum(excess)
        left -= taken
    if result <= 0:
        loss = {"amount": -result, "drawn": [], "forward": -result}
        for each in rules["lossOrder"]:
            drawn = min(loss["forward"], portion(before[each["fund"]]["balance"], each["atMostPercent"], "down"))
            given[each["fund"]], loss["forward"] = -drawn, loss["forward"] - drawn
            loss["drawn"].append({"fund": each["fund"], "amount": drawn})
    funds = [{"fund": fund, "amount": amount, "balance": balance(fund)} for fund, amount in given.items()]
    return {"result": result, "lossesCovered": covered, "restored": restored, "funds": funds, "loss": loss, "pool": left}

def shared(rules, members, households, pool):  # among the members, each with her debts taken off, and paid in coins
    bases, people, homes, nets, shares, ties = [], [], [], defaultdict(int), [{} for _ in members], [m["tiesWon"] for m in members]
    for basis, part in zip(rules["bases"], split(pool, [basis["percent"] for basis in rules["bases"]])[0]):
        weights = [min(m["weights"][basis["basis"]], basis.get("maxPerMember", m["weights"][basis["basis"]])) for m in members]
        parts, won = split(part, weights, ties, [m["member"] for m in members])
        ties = [tie + one for tie, one in zip(ties, won)]
        for share, one in zip(shares, parts): share[basis["basis"]] = one
        bases.append({"basis": basis["basis"], "pool": part, "totalWeight": sum(weights)})
    for m, by_basis, tie in zip(members, shares, ties):
        share, debts = sum(by_basis.values()), m["debts"]
        retained = portion(share, rules["retainPercent"], "down")
        net, kept = share - retained, portion(share - retained, rules["offsets"]["keepPercent"], "up")
        for debt in [debt for kind in rules["offsets"]["order"] for debt in debts if debt["kind"] == kind]:
            net -= min(debt["amount"], max(0, net - (0 if debt["consent"] else kept)))
        offset, nets[m["household"]] = share - retained - net, nets[m["household"]] + net
        people.append({"member": m["member"], "household": m["household"], "shares": by_basis, "share": share, "retained": retained, "net": net,
                       "offset": offset, "debtLeft": sum(debt["amount"] for debt in debts) - offset, "tiesWon": tie})
    for home in households:
        net = nets[home["household"]]
        carried = (net + home["carried"]) % rules["cashUnit"] if home["pays"] == "cash" else 0
        homes.append({"household": home["household"], "net": net, "paid": net + home["carried"] - carried, "carried": carried})
    totals = {"shares": sum(m["share"] for m in people)} | {name: sum(m[name] for m in people) for name in ("retained", "offset", "net")}
    totals |= {name: sum(home[name] for home in homes) for name in ("paid", "carried")}
    return {"bases": bases, "members": people, "households": homes, "totals": totals}

def work_out(document):
    places = next((places for places, codes in PLACES.items() if document["currency"] in codes), 2)  # ISO 4217
    case = filled(figures(read, document, places))
    outcome = pooled(case["ruleSet"], case["books"])
    outcome |= shared(case["ruleSet"], case["members"], case["households"], outcome["pool"])
    sealed = {"case": figures(write, case, places), "outcome": figures(write, outcome, places)}
    return {**sealed["outcome"], "fingerprint": "sha256:" + hashlib.sha256(canonical(sealed).encode("utf-8")).hexdigest()}

def differences(mine, theirs, place=""):  # figures of ours only: more of theirs, such as workings, is welcome
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return [one for name in mine if name in theirs or name != "fingerprint" for one in differences(mine[name], theirs.get(name), f"{place}/{name}")]
    if isinstance(mine, list) and isinstance(theirs, list) and len(mine) == len(theirs):
        return [one for i, each in enumerate(mine) for one in differences(each, theirs[i], f"{place}/{i}")]
    return [] if mine == theirs else [f"{place}: {theirs!r} should be {mine!r}"]

first = Path(sys.argv[1])
pairs = [sys.argv[1:]] if first.is_file() else [(case, str(case).replace(".case.", ".outcome.")) for case in sorted(first.glob("*.case.json"))]
pairs = [[json.loads(Path(file).read_text("utf-8")) for file in pair] for pair in pairs]
shared_out = [(case, outcome) for case, outcome in pairs if "code" not in outcome]
found = [one for case, outcome in shared_out for one in differences(work_out(case), outcome)]
print("\n".join([*found, f"{len(shared_out)} compared, {len(found)} differences"]))
sys.exit(1 if found or not shared_out else 0)
