import { useState } from 'react';
import { AmountField } from '../../design/amount-field.js';
import { Attachment } from '../../design/attachment.js';
import { Button } from '../../design/button.js';
import { Downloads } from '../../design/downloads.js';
import { CheckField, DayField, TextField } from '../../design/field.js';
import { Form } from '../../design/form.js';
import { Page } from '../../design/page.js';
import { PhotoField } from '../../design/photo-field.js';
import { ShownList } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useList, type ItemOf } from '../../hooks/use-list.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { inMoney, signOf } from '../../words/money.js';
import { unitsOf } from '../../words/reckon.js';
import { say, type PlainWord } from '../../words/say.js';
import { BudgetLines, sentBudget, type TypedLine } from './budget-lines.js';
import { GrantBudget } from './grant-budget.js';
import { GrantMoney } from './grant-money.js';
import { GrantMoves } from './grant-moves.js';
import { MoneyParts } from './money-parts.js';
import { Standing } from './standing.js';

type Grant = ItemOf<'GET /api/profit-sharing/v1/grants'>;

/** What was agreed to be given, what came and went of it, and what is left. */
export default function Grants() {
  const list = useList('GET /api/profit-sharing/v1/grants', {});
  const [isNew, setNew] = useState(false);
  return (
    <Page
      title={say('money.grants')}
      acts={
        <>
          <Button kind="main" onClick={() => setNew(!isNew)}>
            {say('money.newGrant')}
          </Button>
          <Downloads route="GET /api/profit-sharing/v1/grants" sent={{}} />
        </>
      }
    >
      <MoneyParts />
      {isNew ? <NewGrant /> : null}
      <ShownList list={list} empty={<p>{say('money.noGrants')}</p>}>
        {(items) => (
          <ul className="cards">
            {items.map((grant) => (
              <GrantCard key={grant.code} grant={grant} />
            ))}
          </ul>
        )}
      </ShownList>
    </Page>
  );
}

function GrantCard({ grant }: { grant: Grant }) {
  const { code, funder, purpose, agreedOn, document, attachments, reversal } = grant;
  const { currency, places } = useWho().coop;
  const figures: readonly (readonly [Extract<PlainWord, `money.${string}`>, string])[] = [
    ['money.agreed', grant.amount],
    ['money.received', grant.received],
    ['money.spent', grant.spent],
    ['money.refunded', grant.refunded],
    ...(unitsOf(grant.recovered, places) === 0n ? [] : [['money.recovered', grant.recovered] as const]),
    ['money.owed', grant.owed],
    ['money.left', grant.left],
  ];
  return (
    <li className="card stack small">
      <h2>{funder}</h2>
      <p className="soft">
        {[purpose, code, dayInShort(agreedOn), document ? say('money.agreementNo', { document }) : '']
          .filter((text) => text !== '')
          .join(' · ')}
      </p>
      {attachments?.map((hash) => (
        <Attachment
          key={hash}
          route="GET /api/profit-sharing/v1/attachments/{hash}"
          hash={hash}
          of={say('money.agreementOf', { funder })}
        />
      ))}
      <dl>
        {figures.map(([word, amount]) => (
          <div key={word} className="pair">
            <dt>{say(word)}</dt>
            <dd className="number">{inMoney(amount, currency)}</dd>
          </div>
        ))}
      </dl>
      <GrantBudget grant={code} />
      <GrantMoves grant={code} />
      {reversal === null ? <GrantMoney grant={grant} /> : null}
      <div>
        <Standing
          reversal={reversal}
          route="POST /api/profit-sharing/v1/grants/{code}/reversal"
          name={`${funder} (${code})`}
          sent={(body) => ({ path: { code }, body })}
        />
      </div>
    </li>
  );
}

function NewGrant() {
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/grants');
  const { places, currency } = useWho().coop;
  const [lines, setLines] = useState<readonly TypedLine[]>([]);
  const [paper, setPaper] = useState<string>();
  return (
    <div className="card">
      <Form
        problem={problem}
        busy={busy}
        send={say('money.newGrant')}
        done={say('money.saved')}
        draft="grant"
        onSend={async (typed) => {
          const day = typed.text('agreedOn');
          const row = {
            code: typed.text('code'),
            funder: typed.text('funder'),
            ...typed.optional('purpose'),
            amount: typed.text('amount'),
            restricted: typed.isChecked('restricted'),
            ...(typed.isChecked('cameWhole') ? { receivedOn: day } : { agreedOn: day }),
            ...typed.optional('document'),
            ...(paper === undefined ? {} : { attachments: [paper] }),
            ...sentBudget(typed, lines),
          };
          const isDone = (await send({ body: { rows: [row] } })) !== undefined;
          if (isDone) {
            setLines([]);
            setPaper(undefined);
          }
          return isDone;
        }}
      >
        <div className="fields">
          <TextField name="funder" at="/rows/0/funder" label={say('money.funder')} required />
          <TextField name="purpose" at="/rows/0/purpose" label={say('money.purpose')} />
          <TextField name="code" at="/rows/0/code" label={say('money.code')} required />
          <AmountField
            name="amount"
            at="/rows/0/amount"
            label={say('money.agreed')}
            unit={signOf(currency)}
            places={places}
          />
          <DayField name="agreedOn" at="/rows/0/agreedOn" label={say('money.agreedOn')} required />
          <TextField name="document" at="/rows/0/document" label={say('money.agreement')} />
        </div>
        <CheckField name="restricted" label={say('money.restricted')} defaultChecked />
        <CheckField name="cameWhole" label={say('money.cameWhole')} />
        <BudgetLines lines={lines} onLines={setLines} />
        <PhotoField
          route="POST /api/profit-sharing/v1/attachments"
          label={say('money.agreementPaper')}
          there={say('states.saved')}
          hash={paper}
          onPhoto={setPaper}
        />
      </Form>
    </div>
  );
}
