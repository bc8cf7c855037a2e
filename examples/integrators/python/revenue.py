"""Each day's revenue per market, kept up to date from the events of a system.

Stop it however you like and start it again: nothing is lost and nothing counted twice.
"""

from __future__ import annotations

import argparse
import json
import re
import signal
import sqlite3
import sys

from kafka import KafkaConsumer

# By type: whether it adds its total or takes it back. All other types have no effect here.
EFFECTS = {
    "ayni.sales.sale-recorded.v1": 1,
    "ayni.sales.sale-reversed.v1": -1,
}

SCHEMA = """
CREATE TABLE IF NOT EXISTS revenue (
    coopid TEXT, day TEXT, market TEXT, currency TEXT, centavos INTEGER NOT NULL,
    PRIMARY KEY (coopid, day, market, currency)
);
-- the events that are in it
CREATE TABLE IF NOT EXISTS event (
    id TEXT PRIMARY KEY, coopid TEXT NOT NULL, aggregate TEXT NOT NULL, aggregateseq INTEGER NOT NULL,
    UNIQUE (coopid, aggregate, aggregateseq)
);
-- what could not be taken in, and why: for a person to look at
CREATE TABLE IF NOT EXISTS aside (
    topic TEXT, "partition" INTEGER, "offset" INTEGER, why TEXT NOT NULL, value BLOB,
    PRIMARY KEY (topic, "partition", "offset")
);
"""


class Unfit(Exception):
    """A record that is to be set aside, and why."""


def take(database: sqlite3.Connection, value: bytes | None) -> None:
    """Takes one record in: its effect and its id, in the transaction that is open."""
    event = parse(value)
    # delivery is at least once: this one is in the tables already
    if database.execute("SELECT 1 FROM event WHERE id = ?", [event["id"]]).fetchone():
        return

    aggregate = (event["coopid"], event["aggregate"])
    (last,) = database.execute(
        "SELECT coalesce(max(aggregateseq), 0) FROM event WHERE coopid = ? AND aggregate = ?", aggregate
    ).fetchone()
    if event["aggregateseq"] != last + 1:
        raise Unfit(f"{' '.join(aggregate)}: {event['aggregateseq']} came where {last + 1} was due")

    effect = EFFECTS.get(event["type"])
    if effect is not None:
        sale = parse_sale(event)
        database.execute(
            "INSERT INTO revenue VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (coopid, day, market, currency) DO UPDATE SET centavos = centavos + excluded.centavos",
            [event["coopid"], sale["day"], sale["market"], sale["currency"],
             effect * int(sale["total"].replace(".", ""))],
        )
    # also of a type that has no effect here: aggregateseq counts all
    database.execute("INSERT INTO event VALUES (?, ?, ?, ?)", [event["id"], *aggregate, event["aggregateseq"]])


def parse(value: bytes | None) -> dict:
    try:
        event = json.loads(value or b"")
    except ValueError:
        raise Unfit("no event") from None
    texts = ["id", "type", "coopid", "aggregate"]
    if not (
        isinstance(event, dict)
        and all(isinstance(event.get(name), str) for name in texts)
        and isinstance(event.get("aggregateseq"), int)
    ):
        raise Unfit("no event")
    return event


def parse_sale(event: dict) -> dict:
    sale = event.get("data")
    if not (
        isinstance(sale, dict)
        and all(isinstance(sale.get(name), str) for name in ["day", "market", "currency", "total"])
        and re.fullmatch(r"-?[0-9]{1,17}\.[0-9]{2}", sale["total"])
    ):
        raise Unfit(f"{event['id']}: no sale")
    return sale


def show(database: sqlite3.Connection) -> None:
    print("\nco-op                                 day         market                      revenue")
    rows = database.execute("SELECT coopid, day, market, currency, centavos FROM revenue ORDER BY 1, 2, 3, 4")
    for coop, day, market, currency, centavos in rows:
        whole, hundredths = divmod(abs(centavos), 100)
        amount = f"{'-' if centavos < 0 else ''}{whole}.{hundredths:02}"
        print(f"{coop}  {day}  {market:20}  {amount:>13} {currency}")
    (aside,) = database.execute("SELECT count(*) FROM aside").fetchone()
    if aside:
        print(f"{aside} set aside")
    sys.stdout.flush()


def follow(consumer: KafkaConsumer, database: sqlite3.Connection) -> None:
    behind = True
    while True:
        batches = consumer.poll(timeout_ms=500)
        if not batches:
            if behind:
                show(database)
            behind = False
            continue
        behind = True
        with database:  # one transaction: effects and ids, or nothing
            database.execute("BEGIN IMMEDIATE")
            for record in (record for batch in batches.values() for record in batch):
                try:
                    take(database, record.value)
                except Unfit as unfit:
                    print(f"set aside {record.topic}/{record.partition}/{record.offset}: {unfit}", file=sys.stderr)
                    database.execute(
                        "INSERT OR IGNORE INTO aside VALUES (?, ?, ?, ?, ?)",
                        [record.topic, record.partition, record.offset, str(unfit), record.value],
                    )
        # only now: killed before this, the same records come again, and their ids are known
        consumer.commit()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--brokers", default="127.0.0.1:9092")
    parser.add_argument("--topic", default="ayni.sales.sales")
    parser.add_argument("--group", default="ngo.revenue")
    parser.add_argument("--state", default="revenue.sqlite")
    parser.add_argument("--ca")
    parser.add_argument("--user")
    parser.add_argument("--password-file", type=argparse.FileType())
    options = parser.parse_args()

    access = {"security_protocol": "SSL" if options.ca else "PLAINTEXT", "ssl_cafile": options.ca}
    if options.user:
        access.update(
            security_protocol="SASL_SSL" if options.ca else "SASL_PLAINTEXT",
            sasl_mechanism="SCRAM-SHA-512",
            sasl_plain_username=options.user,
            sasl_plain_password=options.password_file.read().strip(),
        )
    # transactions begin and end where this program says so
    database = sqlite3.connect(options.state, isolation_level=None)
    database.executescript(SCHEMA)
    consumer = KafkaConsumer(
        options.topic,
        bootstrap_servers=options.brokers.split(","),
        group_id=options.group,
        auto_offset_reset="earliest",
        enable_auto_commit=False,
        # a process that was killed is given up after so many milliseconds; then another gets its partitions
        session_timeout_ms=10_000,
        heartbeat_interval_ms=3_000,
        **access,
    )
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: sys.exit())
    try:
        follow(consumer, database)
    finally:
        consumer.close()
        database.close()


if __name__ == "__main__":
    main()
