import { useState } from 'react';
import { Link } from 'wouter';
import { TextField } from '../../design/field.js';
import { Papers } from '../../design/papers.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { recordingAt } from '../../design/fact-page.js';
import { useRead } from '../../hooks/use-read.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { inFigures, inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { wordOf } from '../../words/word-of.js';

/** What would be given back and taken off if she left today, with the paper that is signed. */
export function Settlement({ number, heirNamed }: { number: string; heirNamed: string }) {
  const path = { number };
  const [heir, setHeir] = useState(heirNamed);
  const mayGiveBack = holds(useWho(), 'treasurer');
  const settled = useRead('GET /api/profit-sharing/v1/accounts/members/{number}/settlement', { path });
  return (
    <section className="stack small">
      <h2>{say('accounts.settlement')}</h2>
      <p className="soft">{say('accounts.settlementText')}</p>
      <Shown read={settled}>
        {({ currency, certificates, retained, debts, toPay, toCollect, householdOwed }) => {
          const owes = /[1-9]/.test(toCollect);
          const rows = [
            ...certificates.map(({ code, boughtOn, amount }) => ({
              ...{ what: `${say('debts.certificates')} ${code}`, since: dayInShort(boughtOn) },
              ...{ given: inFigures(amount), taken: '–' },
            })),
            { what: wordOf('account', 'member-capital'), since: '–', given: inFigures(retained), taken: '–' },
            ...debts.map(({ kind, code, day, left }) => ({
              ...{ what: `${wordOf('debt', kind)} ${code}`, since: dayInShort(day) },
              ...{ given: '–', taken: inFigures(left) },
            })),
          ];
          return (
            <>
              <Table
                caption={say('accounts.settlement')}
                rows={rows}
                keyOf={({ what }) => what}
                columns={[
                  { head: say('accounts.what'), cell: ({ what }) => what },
                  { head: say('debts.since'), cell: ({ since }) => since },
                  { head: say('accounts.givenBack'), cell: ({ given }) => given, number: true },
                  { head: say('accounts.takenOff'), cell: ({ taken }) => taken, number: true },
                ]}
              />
              <p>
                <strong>
                  {say(owes ? 'accounts.toCollect' : 'accounts.toPay', {
                    amount: inMoney(owes ? toCollect : toPay, currency),
                  })}
                </strong>
              </p>
              <p>{say('accounts.familyOwed', { amount: inMoney(householdOwed, currency) })}</p>
            </>
          );
        }}
      </Shown>
      <TextField
        name="heir"
        label={say('accounts.heir')}
        hint={say('accounts.heirHint')}
        maxLength={200}
        value={heir}
        onChange={({ target }) => setHeir(target.value)}
      />
      <GiveBack
        codes={mayGiveBack ? (settled.data?.value.certificates ?? []).map(({ code }) => code) : []}
        heir={heir}
      />
      <Papers
        route="GET /api/profit-sharing/v1/accounts/members/{number}/papers/settlement"
        sent={heir.trim() === '' ? { path } : { path, query: { heir } }}
        formats={['pdf']}
      />
    </section>
  );
}

/** The way to note that each of her certificates was given back, and to whom. */
function GiveBack({ codes, heir }: { codes: readonly string[]; heir: string }) {
  if (codes.length === 0) return null;
  const receivedBy = heir.trim() === '' ? {} : { receivedBy: heir };
  return (
    <p className="row no-print">
      {codes.map((certificate) => (
        <Link key={certificate} href={recordingAt('/anticipos/certificados/devueltos', { certificate, ...receivedBy })}>
          {say('accounts.giveBack', { certificate })}
        </Link>
      ))}
    </p>
  );
}
