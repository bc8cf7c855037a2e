import { useParams } from 'wouter';
import type { Answer } from '../../api/route.js';
import { Button } from '../../design/button.js';
import { Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { ProductPicture } from '../../design/picture.js';
import { Shown } from '../../design/shown.js';
import { useMembers, useProducts, useStructures } from '../../hooks/use-names.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInFull, moment } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { inStock } from '../../words/in-stock.js';

type Trace = Answer<'GET /api/inventory/v1/lots/{code}/trace'>;

/** The way of a lot, from the bed or the member that it came from to the receipts that it went with; it prints well. */
export default function Lot() {
  const { code = '' } = useParams<{ code: string }>();
  const trace = useRead('GET /api/inventory/v1/lots/{code}/trace', { path: { code } });
  return (
    <Page
      title={`${say('stock.lot')} ${code}`}
      acts={<Button onClick={() => window.print()}>{say('forms.print')}</Button>}
    >
      <Shown read={trace}>{(value) => <Way trace={value} />}</Shown>
    </Page>
  );
}

function Way({ trace }: { trace: Trace }) {
  const { timezone } = useWho().coop;
  const products = useProducts();
  const structures = useStructures();
  const members = useMembers();
  const quantity = (amount: string): string => inStock(amount, trace.stockUnit);
  const steps: readonly (readonly [key: string, day: string, text: string])[] = [
    ...(trace.homeUse === '0'
      ? []
      : [['home', trace.day, say('stock.toHome', { quantity: quantity(trace.homeUse) })] as const]),
    ['store', trace.day, say('stock.toStore', { quantity: quantity(trace.quantity) })],
    ...[
      ...trace.receipts.map(
        (taking) =>
          [
            `sale ${taking.receipt} ${taking.line}`,
            taking.day,
            say('stock.sold', { receipt: taking.receipt, quantity: quantity(taking.quantity) }),
          ] as const,
      ),
      ...trace.losses.map(
        (taking) =>
          [
            `loss ${taking.code}`,
            taking.day,
            say('stock.lost', { code: taking.code, quantity: quantity(taking.quantity) }),
          ] as const,
      ),
      ...trace.gifts.map(
        (taking) =>
          [
            `gift ${taking.code}`,
            taking.day,
            say('stock.given', { code: taking.code, quantity: quantity(taking.quantity) }),
          ] as const,
      ),
    ].sort(([, one], [, other]) => one.localeCompare(other)),
  ];
  return (
    <>
      <div className="row">
        <ProductPicture code={trace.product} name={products.nameOf(trace.product)} large />
        <h2>{products.nameOf(trace.product)}</h2>
        {trace.reversal === null ? null : (
          <Pill kind="refused">
            {say('states.reversed')}: {trace.reversal}
          </Pill>
        )}
        {trace.expiresOn === null ? null : (
          <Pill kind="plain">{say('stock.expiresOn', { day: dayInFull(trace.expiresOn) })}</Pill>
        )}
      </div>
      <section className="card stack" aria-label={say('stock.way')}>
        <ol className="way">
          <li>
            <strong>
              {trace.structure === null
                ? say('stock.deliveredBy', { who: members.nameOf(trace.member ?? '') })
                : say('stock.harvestedAt', { where: structures.nameOf(trace.structure) })}
            </strong>
            <div className="soft">{moment(trace.receivedAt, timezone)}</div>
          </li>
          {steps.map(([key, day, text]) => (
            <li key={key}>
              {text}
              <div className="soft">{dayInFull(day)}</div>
            </li>
          ))}
          <li>
            <strong>
              {trace.remaining === '0'
                ? say('stock.allGone')
                : say('stock.stillThere', { quantity: quantity(trace.remaining) })}
            </strong>
          </li>
        </ol>
      </section>
    </>
  );
}
