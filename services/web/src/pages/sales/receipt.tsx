import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { Button } from '../../design/button.js';
import { Notice } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { ProductPicture } from '../../design/picture.js';
import { Reversal } from '../../design/reversal.js';
import { Shown, ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useList } from '../../hooks/use-list.js';
import { useProducts } from '../../hooks/use-names.js';
import { useRead } from '../../hooks/use-read.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { inFigures, inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { unitName } from '../../words/unit-name.js';
import { wordOf } from '../../words/word-of.js';

/** A receipt with its lines and the lots that they came from; it can be taken back with a reason. */
export default function Receipt() {
  const { receipt = '' } = useParams();
  const sale = useRead('GET /api/sales/v1/sales/{receipt}', { path: { receipt } });
  const [isReversing, setReversing] = useState(false);
  const { nameOf } = useProducts();
  const who = useWho();
  return (
    <Page
      title={say('sales.receiptTitle', { receipt })}
      acts={
        <>
          <Link href="/ventas" className="button plain">
            {say('sales.back')}
          </Link>
          <Button onClick={() => window.print()}>{say('forms.print')}</Button>
        </>
      }
    >
      <Shown read={sale}>
        {({ market, soldAt, payment, total, currency, lines, recordedBy, reversal, reversedBy }) => (
          <div className="stack receipt-paper">
            <p>
              {say('sales.soldAt', { market, time: moment(soldAt, who.coop.timezone) })} · {wordOf('payment', payment)}
              <br />
              <span className="soft">{say('sales.recordedBy', { user: recordedBy })}</span>
            </p>
            {reversal === null ? null : (
              <Notice kind="refused">
                <p>{say('sales.reversedBy', { user: reversedBy ?? '', reason: reversal })}</p>
              </Notice>
            )}
            <Table
              caption={say('sales.lines')}
              rows={lines}
              keyOf={({ line }) => String(line)}
              columns={[
                {
                  head: say('sales.product'),
                  cell: ({ product }) => (
                    <span className="row">
                      <ProductPicture code={product} name={nameOf(product)} />
                      {nameOf(product)}
                    </span>
                  ),
                  by: ({ product }) => nameOf(product),
                },
                {
                  head: say('sales.quantity'),
                  cell: ({ quantity, unit }) => `${inFigures(quantity)} ${unitName(unit)}`,
                  by: ({ quantity, unit }) => ({ unit: unitName(unit), value: quantity }),
                  number: true,
                },
                {
                  head: say('sales.unitPrice'),
                  cell: ({ unitPrice }) => inMoney(unitPrice, currency),
                  by: ({ unitPrice }) => unitPrice,
                  number: true,
                },
                {
                  head: say('sales.amount'),
                  cell: ({ amount }) => inMoney(amount, currency),
                  by: ({ amount }) => amount,
                  number: true,
                },
              ]}
              foot={[say('sales.total'), '', '', inMoney(total, currency)]}
            />
            <Lots receipt={receipt} />
            {reversal === null && holds(who, 'treasurer', 'manager') ? (
              <div>
                <Button kind="grave" onClick={() => setReversing(true)}>
                  {say('sales.reverse')}
                </Button>
              </div>
            ) : null}
          </div>
        )}
      </Shown>
      {isReversing ? (
        <Reversal
          route="POST /api/sales/v1/sales/{receipt}/reversal"
          name={say('sales.receiptTitle', { receipt })}
          sent={(body) => ({ path: { receipt }, body })}
          onClose={() => setReversing(false)}
        />
      ) : null}
    </Page>
  );
}

function Lots({ receipt }: { receipt: string }) {
  const movements = useList('GET /api/inventory/v1/movements', { query: { kind: 'sale', code: receipt } });
  const { nameOf } = useProducts();
  return (
    <section className="stack small no-print">
      <h2>{say('sales.lots')}</h2>
      <ShownList list={movements} empty={<p>{say('sales.noLots')}</p>}>
        {(items) => (
          <Table
            caption={say('sales.lots')}
            rows={items.flatMap(({ product, stockUnit, lots }, index) =>
              (lots ?? []).map((moved) => ({ ...moved, product, stockUnit, key: `${index} ${moved.lot}` })),
            )}
            keyOf={({ key }) => key}
            columns={[
              { head: say('sales.lot'), cell: ({ lot }) => lot, by: ({ lot }) => lot },
              {
                head: say('sales.product'),
                cell: ({ product }) => nameOf(product),
                by: ({ product }) => nameOf(product),
              },
              {
                head: say('sales.quantity'),
                cell: ({ quantity, stockUnit }) =>
                  say(stockUnit === 'g' ? 'season.grams' : 'season.pieces', {
                    n: inFigures(quantity.replace('-', '')),
                  }),
                by: ({ quantity, stockUnit }) => ({ unit: stockUnit, value: quantity.replace('-', '') }),
                number: true,
              },
            ]}
          />
        )}
      </ShownList>
    </section>
  );
}
