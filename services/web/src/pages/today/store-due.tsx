import { Link } from 'wouter';
import { ProductPicture } from '../../design/picture.js';
import { Shown, ShownList } from '../../design/shown.js';
import { Pill } from '../../design/notice.js';
import { expiring, useLots } from '../../hooks/use-lots.js';
import { useList } from '../../hooks/use-list.js';
import { useMembers, useProducts } from '../../hooks/use-names.js';
import { dayInShort, dayInWords } from '../../words/dates.js';
import { inFigures } from '../../words/money.js';
import { say } from '../../words/say.js';
import { inStock } from '../../words/in-stock.js';
import { unitName } from '../../words/unit-name.js';

/** What is still in the store and has expired, or does so in the next days; each leads to its lot. */
export function LotsThatExpire({ today }: { today: string }) {
  const lots = useLots(today);
  const { nameOf } = useProducts();
  return (
    <section className="card stack small">
      <h2>{say('today.expiring')}</h2>
      <Shown read={lots}>
        {(all) => {
          const due = expiring(all, today);
          if (due.length === 0) return <p>{say('today.nothingExpires')}</p>;
          return (
            <ul className="stack small">
              {due.map((lot) => (
                <li key={lot.code} className="row">
                  <ProductPicture code={lot.product} name={nameOf(lot.product)} />
                  <Link href={`/almacen/lotes/${encodeURIComponent(lot.code)}`}>
                    {nameOf(lot.product)}, {inStock(lot.remaining, lot.stockUnit)}
                  </Link>
                  <Pill kind={lot.expired ? 'refused' : 'waiting'}>
                    {lot.expiresOn === null
                      ? ''
                      : say(lot.expired ? 'stock.expiredOn' : 'stock.expiresOn', { day: dayInWords(lot.expiresOn) })}
                  </Pill>
                </li>
              ))}
            </ul>
          );
        }}
      </Shown>
    </section>
  );
}

/** What was sold or lost and the store did not have; the next lot settles it. */
export function Shortages() {
  const list = useList('GET /api/inventory/v1/shortages', { query: { state: 'open' } });
  const { nameOf } = useProducts();
  return (
    <section className="card stack small">
      <h2>{say('today.shortages')}</h2>
      <ShownList list={list} empty={<p>{say('today.noShortage')}</p>}>
        {(shortages) => (
          <ul className="stack small">
            {shortages.map(({ kind, code, line, turn, product, open, stockUnit, day }) => (
              <li key={`${kind} ${code} ${line} ${turn}`} className="row">
                <ProductPicture code={product} name={nameOf(product)} />
                <Link href={`/almacen/lotes?producto=${encodeURIComponent(product)}`}>
                  {say('today.missing', { what: nameOf(product), quantity: inStock(open, stockUnit) })}
                </Link>
                <span className="soft">
                  {dayInShort(day)}, {code}
                </span>
              </li>
            ))}
          </ul>
        )}
      </ShownList>
    </section>
  );
}

/** What members brought today. */
export function DeliveriesOfToday({ today }: { today: string }) {
  const list = useList('GET /api/inventory/v1/deliveries', { query: { from: today, to: today } });
  const products = useProducts();
  const members = useMembers();
  return (
    <section className="card stack small">
      <h2>{say('today.deliveries')}</h2>
      <ShownList list={list} empty={<p>{say('today.noDelivery')}</p>}>
        {(deliveries) => (
          <ul className="stack small">
            {deliveries.map(({ code, product, member, quantity, unit }) => (
              <li key={code} className="row">
                <ProductPicture code={product} name={products.nameOf(product)} />
                <Link href={`/almacen/lotes/${encodeURIComponent(code)}`}>
                  {products.nameOf(product)}, {inFigures(quantity)} {unitName(unit)}
                </Link>
                <span className="soft">{members.nameOf(member)}</span>
              </li>
            ))}
          </ul>
        )}
      </ShownList>
    </section>
  );
}
