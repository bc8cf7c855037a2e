"""Works cases out again with integers and nothing of Ayni's, and prints what an outcome states differently.

    python3 verify.py CASE.json OUTCOME.json, or a folder of *.case.json and *.outcome.json; refused ones are left out
"""
import sys
from collections import defaultdict
from document import differences, filled, numbers, pairs_of, places_of, sealed

def portion(amount, percent, rounding):
    return (amount * percent + {"up": 9999, "half-up": 5000, "down": 0}[rounding]) // 10000

def split(pool, weights, ties=None):  # the parts, and who won a unit in a tie; of equals whoever stands earlier
    parts = [divmod(pool * weight, sum(weights) or 1) for weight in weights]
    order = sorted(range(len(parts)), key=lambda i: (-parts[i][1], ties[i] if ties else 0))
    units = pool - sum(floor for floor, _ in parts)
    lucky, without = set(order[:units]), {parts[i][1] for i in order[units:]}
    won = [i in lucky and rest in without for i, (_, rest) in enumerate(parts)]
    return [floor + (i in lucky) for i, (floor, _) in enumerate(parts)], won

def pooled(rules, books):  # from the season's books to what the members share
    had, given, restored = defaultdict(lambda: defaultdict(int), books["funds"]), defaultdict(int), {}
    result, covered, loss = books["revenue"] - books["deliveries"] - books["ownExpenses"], 0, None
    balance, left = lambda fund: had[fund]["balance"] + restored.get(fund, 0) + given[fund], max(result, 0)
    for step in rules["steps"] if result > 0 else []:
        if step["kind"] == "cover-losses":
            taken = min(left, books["priorLosses"] - covered)
            covered += taken
        elif step["kind"] == "restore":
            taken = min(left, had[step["fund"]]["owed"] - restored.get(step["fund"], 0))
            restored[step["fund"]], given[step["fund"]] = restored.get(step["fund"], 0) + taken, given[step["fund"]]
        else:
            base = {"result": result, "after-losses": result - covered, "remaining": left}[step["of"]]
            due = min(left, portion(base, step["percent"], step["rounding"]))
            cap = step.get("cap", balance(step["fund"]) + due)
            if isinstance(cap, dict):
                cap = portion(books["balances"].get(cap["of"], 0), cap["percent"], "down")
            fits = min(due, max(0, cap - balance(step["fund"])))
            excess = split(due - fits, [1] * len(step["excessTo"]))[0] if step["excessTo"] else []
            for fund, part in zip([step["fund"], *step["excessTo"]], [fits, *excess]):
                given[fund] += part
            taken = fits + sum(excess)
        left -= taken
    if result <= 0:
        loss = {"amount": -result, "drawn": [], "forward": -result}
        for fund, percent in [(each["fund"], each["atMostPercent"]) for each in rules["lossOrder"]]:
            drawn = min(loss["forward"], portion(had[fund]["balance"], percent, "down"))
            given[fund], loss["forward"] = -drawn, loss["forward"] - drawn
            loss["drawn"].append({"fund": fund, "amount": drawn})
    funds = [{"fund": fund, "amount": amount, "balance": balance(fund)} for fund, amount in given.items()]
    return dict(result=result, lossesCovered=covered, restored=restored, funds=funds, loss=loss, pool=left)

def shared(rules, members, pool):  # over the bases, and each over the members
    bases, shares, ties = [], [{} for _ in members], [member["tiesWon"] for member in members]
    for each, part in zip(rules["bases"], split(pool, [each["percent"] for each in rules["bases"]])[0]):
        of_each = [member["weights"][each["basis"]] for member in members]
        weights = [min(weight, each.get("maxPerMember", weight)) for weight in of_each]
        parts, won = split(part, weights, ties)
        ties = [tie + one for tie, one in zip(ties, won)]
        for share, one in zip(shares, parts):
            share[each["basis"]] = one
        bases.append({"basis": each["basis"], "pool": part, "totalWeight": sum(weights)})
    won = [{"shares": share, "tiesWon": tie} for share, tie in zip(shares, ties)]
    return bases, [{**one, **less_debts(rules, member, one["shares"])} for member, one in zip(members, won)]

def less_debts(rules, member, shares):  # what is kept of her share, set off against debts, and left
    share = sum(shares.values())
    payable = net = share - portion(share, rules["retainPercent"], "down")
    floor = portion(payable, rules["offsets"]["keepPercent"], "up")
    for debt in [debt for kind in rules["offsets"]["order"] for debt in member["debts"] if debt["kind"] == kind]:
        net -= min(debt["amount"], max(0, net - (0 if debt["consent"] else floor)))
    left = sum(debt["amount"] for debt in member["debts"]) - (payable - net)
    figures = {"share": share, "retained": share - payable, "offset": payable - net, "debtLeft": left, "net": net}
    return {"member": member["member"], "household": member["household"], **figures}

def paid(rules, households, people):  # in coins to each household; the rest is carried
    told = {home["household"]: {"household": home["household"], "net": 0} for home in households}
    for one in people:
        told[one["household"]]["net"] += one["net"]
    for home in households:
        due = told[home["household"]]["net"] + home["carried"]
        carried = due % rules["cashUnit"] if home["pays"] == "cash" else 0
        told[home["household"]] |= {"paid": due - carried, "carried": carried}
    return list(told.values())

def work_out(document):
    places = places_of(document["currency"])
    case = filled(numbers(document, places))
    outcome = pooled(case["ruleSet"], case["books"])
    outcome["bases"], people = shared(case["ruleSet"], case["members"], outcome["pool"])
    homes = paid(case["ruleSet"], case["households"], people)
    sums = lambda rows, *names: {name: sum(row[name] for row in rows) for name in names}
    totals = sums(people, "share", "retained", "offset", "net") | sums(homes, "paid", "carried")
    totals["shares"] = totals.pop("share")
    return sealed(case, {**outcome, "members": people, "households": homes, "totals": totals}, places)

pairs = pairs_of(*sys.argv[1:])
found = [one for case, outcome in pairs for one in differences(work_out(case), outcome)]
print("\n".join([*found, f"{len(pairs)} compared, {len(found)} differences"]))
sys.exit(1 if found or not pairs else 0)
