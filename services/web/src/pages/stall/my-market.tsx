import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { serverNow } from '../../api/server-time.js';
import { Button } from '../../design/button.js';
import { DayField } from '../../design/field.js';
import { Page } from '../../design/page.js';
import { Pill } from '../../design/notice.js';
import { PicturedProduct } from '../../design/picture.js';
import { Table } from '../../design/table.js';
import { useProductNames } from '../../hooks/use-product-names.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn, timeOfDay } from '../../words/dates.js';
import { inFigures, inMoney } from '../../words/money.js';
import { decimalOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';
import { unitName } from '../../words/unit-name.js';
import { counts, soldByProduct, soldIn, type ReceiptOfDay, type ReceiptState } from './receipt-of-day.js';
import { PAYMENTS } from './stall.js';
import { TakeBack } from './take-back.js';
import { useReceipts } from './use-receipts.js';

/** Her receipts of a day: what there should be in the box, what she sold, and what is not sent yet. */
export default function MyMarket() {
  const { coop } = useWho();
  const [search, setSearch] = useSearchParams();
  const today = dayIn(coop.timezone, serverNow());
  const day = search.get('day') ?? today;
  const receipts = useReceipts(day);
  const [back, setBack] = useState<ReceiptOfDay>();
  const money = (of: readonly ReceiptOfDay[]): string =>
    inMoney(decimalOf(soldIn(of, coop.places), coop.places), coop.currency);
  const paidBy = (payment: string): readonly ReceiptOfDay[] => receipts.filter((one) => one.payment === payment);

  return (
    <Page title={say('stall.myMarket')}>
      <div className="fields">
        <DayField
          name="day"
          label={say('stall.day')}
          max={today}
          value={day}
          onDay={(chosen) => {
            setBack(undefined);
            setSearch(chosen === '' ? {} : { day: chosen });
          }}
        />
      </div>
      {receipts.length === 0 ? (
        <div className="card stack small">
          <p>{say('stall.nothingToday')}</p>
          <div>
            <Link href="/vender" className="button main">
              {say('stall.sellNow')}
            </Link>
          </div>
        </div>
      ) : (
        <>
          <section className="card stack small">
            <h2>{say('stall.inBox')}</h2>
            <p className="figure">{money(paidBy('cash'))}</p>
            <p className="soft">{say('stall.cashHint')}</p>
            <dl>
              {PAYMENTS.filter((payment) => paidBy(payment).some(counts)).map((payment) => (
                <div key={payment} className="pair">
                  <dt>{say(`stall.${payment}`)}</dt>
                  <dd>{money(paidBy(payment))}</dd>
                </div>
              ))}
              <div className="pair">
                <dt>
                  <strong>{say('stall.total')}</strong>
                </dt>
                <dd>
                  <strong>{money(receipts)}</strong>
                </dd>
              </div>
            </dl>
          </section>
          <ByProduct receipts={receipts} />
          <Table
            caption={say('stall.receipts', { n: receipts.length })}
            rows={receipts}
            keyOf={({ receipt }) => receipt}
            columns={[
              { head: say('stall.receipt'), cell: ({ receipt }) => receipt, by: ({ receipt }) => receipt },
              {
                head: say('stall.hour'),
                cell: ({ soldAt }) => timeOfDay(soldAt, coop.timezone),
                by: ({ soldAt }) => soldAt,
              },
              {
                head: say('stall.payment'),
                cell: ({ payment }) => say(`stall.${payment}`),
                by: ({ payment }) => say(`stall.${payment}`),
              },
              {
                head: say('stall.amount'),
                number: true,
                cell: ({ total }) => inMoney(total, coop.currency),
                by: ({ total }) => total,
              },
              { head: say('stall.state'), cell: ({ state }) => <StatePill state={state} /> },
              {
                head: say('stall.takeBack'),
                cell: (one) =>
                  counts(one) && one.state !== 'handed-over' ? (
                    <Button onClick={() => setBack(one)}>{say('stall.takeBack')}</Button>
                  ) : null,
              },
            ]}
          />
        </>
      )}
      {back === undefined ? null : <TakeBack receipt={back} onClose={() => setBack(undefined)} />}
    </Page>
  );
}

function ByProduct({ receipts }: { receipts: readonly ReceiptOfDay[] }) {
  const { currency, places } = useWho().coop;
  const nameOf = useProductNames();
  const rows = soldByProduct(receipts, places);
  const elsewhere = receipts.filter((one) => counts(one) && one.lines === undefined).length;
  if (rows.length === 0) return null;
  return (
    <section className="stack small">
      <h2>{say('stall.byProduct')}</h2>
      <Table
        caption={say('stall.byProduct')}
        rows={rows}
        keyOf={({ product, unit }) => `${product} ${unit}`}
        columns={[
          {
            head: say('stall.product'),
            cell: ({ product }) => <PicturedProduct code={product} name={nameOf(product)} />,
            by: ({ product }) => nameOf(product),
          },
          {
            head: say('stall.sold'),
            number: true,
            cell: ({ quantity, unit }) => `${inFigures(quantity)} ${unitName(unit)}`,
            by: ({ quantity, unit }) => ({ unit: unitName(unit), value: quantity }),
          },
          {
            head: say('stall.amount'),
            number: true,
            cell: ({ amount }) => inMoney(amount, currency),
            by: ({ amount }) => amount,
          },
        ]}
      />
      {elsewhere === 0 ? null : <p className="soft">{say('stall.elsewhere', { n: elsewhere })}</p>}
    </section>
  );
}

const STATES = {
  sent: { kind: 'done', word: 'stall.sentState' },
  waiting: { kind: 'waiting', word: 'stall.waitingState' },
  refused: { kind: 'refused', word: 'stall.refusedState' },
  'handed-over': { kind: 'waiting', word: 'stall.handedOverState' },
  'taking-back': { kind: 'waiting', word: 'stall.takingBack' },
  'taken-back': { kind: 'plain', word: 'stall.takenBack' },
} as const satisfies Record<ReceiptState, object>;

function StatePill({ state }: { state: ReceiptState }) {
  const { kind, word } = STATES[state];
  return <Pill kind={kind}>{say(word)}</Pill>;
}
