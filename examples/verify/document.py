"""Case and outcome as documents: figures to and from text, what may be left out, the seal of both, and comparing."""
import hashlib
import json
from decimal import Decimal
from pathlib import Path

PLACES = {  # ISO 4217, where they are not two
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
WORDS = "currency code kind fund of rounding excessTo basis order member household pays consent tiesWon loss".split()
COUNTS = ("weights", "maxPerMember", "totalWeight")
CALLED_FREELY = ("balances", "weights", "restored", "shares", "totals")  # what stands in these has any name


def pairs_of(first, second=None):
    """The case and the outcome of two files, or all of a folder; what was refused has no figures and is left out."""
    files = [(Path(first), second)]
    if second is None:
        cases = sorted(Path(first).glob("*.case.json"))
        files = [(case, case.with_name(case.name.replace(".case.", ".outcome."))) for case in cases]
    pairs = [[json.loads(Path(file).read_text("utf-8")) for file in pair] for pair in files]
    return [(case, outcome) for case, outcome in pairs if "code" not in outcome]


def places_of(currency):
    return next((places for places, currencies in PLACES.items() if currency in currencies.split()), 2)


def numbers(document, places):
    """The document with its figures as integers: of the currency's smallest unit, or of hundredths of a percent."""
    return _turned(document, places, lambda text, shift: int(Decimal(text).scaleb(shift)))


def texts(document, places):
    """The same document with its figures as decimal texts again."""
    return _turned(document, places, lambda number, shift: f"{Decimal(number).scaleb(-shift):f}")


def _turned(document, places, turn, name=""):
    if isinstance(document, list):
        return [_turned(each, places, turn, name) for each in document]
    if isinstance(document, dict):
        inner = {key: name if name in CALLED_FREELY else key for key in document}
        return {key: _turned(each, places, turn, inner[key]) for key, each in document.items()}
    if name in WORDS:
        return document
    return turn(document, 0 if name in COUNTS else 2 if name.lower().endswith("percent") else places)


def filled(case):
    """The case with what may be left out, and with members and households in the order of their keys."""
    rules = {"lossOrder": [], "retainPercent": 0, "cashUnit": 1, "offsets": {}, **case["ruleSet"]}
    rules["offsets"] = {"order": [], "keepPercent": 0, **rules["offsets"]}
    rules["lossOrder"] = [{"atMostPercent": 10000, **each} for each in rules["lossOrder"]]
    rules["steps"] = [{"excessTo": [], **step} if step["kind"] == "fund" else step for step in rules["steps"]]
    books = {"priorLosses": 0, "funds": {}, "balances": {}, **case["books"]}
    books["balances"] = {name: balance for name, balance in books["balances"].items() if balance}
    books["funds"] = {fund: {"balance": 0, "owed": 0, **of} for fund, of in books["funds"].items() if any(of.values())}
    members = [{"tiesWon": 0, "debts": [], "weights": {}, **member} for member in case["members"]]
    for member in members:
        member["debts"] = [{"consent": False, **debt} for debt in member["debts"]]
        member["weights"] = {each["basis"]: member["weights"].get(each["basis"], 0) for each in rules["bases"]}
    told = [{"household": member["household"]} for member in members] + case.get("households", [])
    households = {home["household"]: {"carried": 0, "pays": "cash", **home} for home in told}  # what is told last holds
    return {
        "currency": case["currency"],
        "ruleSet": rules,
        "books": books,
        "members": sorted(members, key=lambda member: code_units(member["member"])),
        "households": sorted(households.values(), key=lambda home: code_units(home["household"])),
    }


def sealed(case, outcome, places):
    """The outcome as text, with its fingerprint: SHA-256 over the canonical JSON (RFC 8785) of both documents."""
    both = {"case": texts(case, places), "outcome": texts(outcome, places)}
    in_order = json.loads(json.dumps(both), object_pairs_hook=lambda pairs: dict(sorted(pairs, key=_name)))
    canonical = json.dumps(in_order, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return {**both["outcome"], "fingerprint": "sha256:" + hashlib.sha256(canonical).hexdigest()}


def differences(mine, theirs, place=""):
    """Where the other document states another figure than ours; more of theirs, such as workings, is welcome."""
    if isinstance(mine, dict) and isinstance(theirs, dict):
        named = [(name, theirs.get(name)) for name in mine if name in theirs or name != "fingerprint"]
        return [one for name, its in named for one in differences(mine[name], its, f"{place}/{name}")]
    if isinstance(mine, list) and isinstance(theirs, list) and len(mine) == len(theirs):
        return [one for i, each in enumerate(mine) for one in differences(each, theirs[i], f"{place}/{i}")]
    return [] if mine == theirs else [f"{place}: {theirs!r} should be {mine!r}"]


def code_units(text):
    """What texts are put in order by."""
    return text.encode("utf-16-be")


def _name(pair):
    return code_units(pair[0])
