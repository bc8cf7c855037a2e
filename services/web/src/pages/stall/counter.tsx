import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/button.js';
import { ProductPicture } from '../../design/picture.js';
import { Shown } from '../../design/shown.js';
import { useEveryProduct } from '../../hooks/use-every-product.js';
import { useKept } from '../../hooks/use-kept.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { inFigures, inMoney } from '../../words/money.js';
import { decimalOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';
import { unitName } from '../../words/unit-name.js';
import { JustCharged } from './just-charged.js';
import { keptSales } from './kept-sale.js';
import { amountOf, totalOf, type Line } from './line.js';
import { LineChoice } from './line-choice.js';
import { offersOf, quantitiesOf, type Offer } from './offer.js';
import { soldIn } from './receipt-of-day.js';
import type { Stall } from './stall.js';
import { useCharge } from './use-charge.js';
import { useReceipts } from './use-receipts.js';

const ALL_UNITS = { query: { limit: 500 } };

/** What stands on the counter: a tile for each product, and what is to be charged. */
export function Counter({ stall, day }: { stall: Stall; day: string }) {
  const { currency, places } = useWho().coop;
  const products = useEveryProduct();
  const units = useRead('GET /api/inventory/v1/units', ALL_UNITS, { kept: true });
  const prices = useRead('GET /api/sales/v1/prices', { query: { market: stall.market } }, { kept: true });
  const mine = keptSales(useKept() ?? []);
  const receipts = useReceipts(day);
  const { charged, charge, takeBack, forget } = useCharge(stall);
  const [basket, setBasket] = useState<readonly Line[]>([]);
  const [chosen, setChosen] = useState<Offer>();

  const nameOf = (code: string): string =>
    products.data?.value.items.find((product) => product.code === code)?.name ?? code;
  const finish = (lines: readonly Line[]): void => {
    setChosen(undefined);
    setBasket([]);
    void charge(lines);
  };
  return (
    <>
      <p className="row ends day-total">
        <span>
          {stall.day === undefined ? say('stall.dayTotal') : say('stall.dayTotalOf', { day: dayInShort(day) })}
        </span>
        <strong>{inMoney(decimalOf(soldIn(receipts, places), places), currency)}</strong>
        <span className="soft">{say('stall.receipts', { n: receipts.length })}</span>
      </p>
      {charged === undefined ? null : <JustCharged charged={charged} onUndo={(key) => void takeBack(key)} />}
      {basket.length === 0 ? null : (
        <section className="card stack small" aria-label={say('stall.basket')}>
          <h2>{say('stall.basket')}</h2>
          <ul>
            {basket.map((line, index) => (
              <li key={`${line.product} ${index}`} className="pair">
                <span>
                  {nameOf(line.product)}: {inFigures(line.quantity)} {unitName(line.unit)}
                </span>
                <span className="row tight">
                  {inFigures(decimalOf(amountOf(line, places) ?? 0n, places))}
                  <button
                    type="button"
                    className="button bare"
                    aria-label={say('stall.dropLine', { product: nameOf(line.product) })}
                    onClick={() => setBasket(basket.filter((_, other) => other !== index))}
                  >
                    <X aria-hidden="true" />
                  </button>
                </span>
              </li>
            ))}
          </ul>
          <Button kind="main" wide onClick={() => finish(basket)}>
            {say('stall.charge', { amount: inFigures(totalOf(basket, places)) })}
          </Button>
        </section>
      )}
      <Shown read={products}>
        {({ items }) => {
          const told = prices.data?.value.items ?? [];
          const offers = offersOf(items, units.data?.value.items ?? [], told, mine, stall.market);
          if (offers.length === 0 && units.data !== undefined) return <p className="card">{say('stall.noProducts')}</p>;
          return (
            <ul className="tiles">
              {offers.map((offer) => (
                <li key={`${offer.product} ${offer.unit}`}>
                  <button
                    type="button"
                    className="tile offer"
                    onClick={() => {
                      forget();
                      setChosen(offer);
                    }}
                  >
                    <span className="row tight">
                      <ProductPicture code={offer.product} name={offer.name} />
                      <strong>{offer.name}</strong>
                    </span>
                    <span className="soft">{unitName(offer.unit)}</span>
                    {offer.unitPrice === undefined ? (
                      <span className="soft">{say('stall.noPrice')}</span>
                    ) : (
                      <span className="price">{inMoney(offer.unitPrice, currency)}</span>
                    )}
                    {offer.elsewhere === undefined ? null : (
                      <small className="soft">{say('stall.lastElsewhere', { market: offer.elsewhere })}</small>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          );
        }}
      </Shown>
      {chosen === undefined ? null : (
        <LineChoice
          offer={chosen}
          quantities={quantitiesOf(chosen, mine)}
          basket={basket}
          onClose={() => setChosen(undefined)}
          onCharge={(line) => finish([...basket, line])}
          onAnother={(line) => {
            setBasket([...basket, line]);
            setChosen(undefined);
          }}
        />
      )}
    </>
  );
}
