import { useState } from 'react';
import { AmountField } from '../../design/amount-field.js';
import { Button } from '../../design/button.js';
import { Dialog } from '../../design/dialog.js';
import { ProductPicture } from '../../design/picture.js';
import { useWho } from '../../hooks/use-who.js';
import { inFigures, inMoney } from '../../words/money.js';
import { decimalOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';
import { unitName } from '../../words/unit-name.js';
import { amountOf, totalOf, type Line } from './line.js';
import type { Offer } from './offer.js';

type LineChoiceProps = {
  readonly offer: Offer;
  /** Those to choose from with one tap. */
  readonly quantities: readonly string[];
  /** What is to be charged already. */
  readonly basket: readonly Line[];
  readonly onCharge: (line: Line) => void;
  readonly onAnother: (line: Line) => void;
  readonly onClose: () => void;
};

/** How much of a product, at which price: one tap for the quantity, one to charge. */
export function LineChoice({ offer, quantities, basket, onCharge, onAnother, onClose }: LineChoiceProps) {
  const { currency, places } = useWho().coop;
  const [quantity, setQuantity] = useState<string>();
  const [isOther, setOther] = useState(false);
  const [unitPrice, setUnitPrice] = useState(offer.unitPrice);
  const [isPriced, setPriced] = useState(offer.unitPrice !== undefined);
  const { product, name, unit } = offer;

  const line: Line | undefined =
    quantity === undefined || unitPrice === undefined ? undefined : { product, unit, quantity, unitPrice };
  const amount = line && amountOf(line, places);
  return (
    <Dialog title={name} onClose={onClose}>
      <div className="row">
        <ProductPicture code={product} name={name} large />
        {isPriced && unitPrice !== undefined ? (
          <>
            <strong>{say('stall.pricePer', { amount: inMoney(unitPrice, currency), unit: unitName(unit) })}</strong>
            <Button kind="bare" onClick={() => setPriced(false)}>
              {say('stall.changePrice')}
            </Button>
          </>
        ) : null}
      </div>
      {isPriced ? null : (
        <AmountField
          name="unitPrice"
          label={say('stall.price', { unit: unitName(unit) })}
          places={places}
          {...(offer.unitPrice === undefined ? {} : { defaultValue: offer.unitPrice })}
          onAmount={setUnitPrice}
        />
      )}
      <div className="stack small" role="group" aria-label={say('stall.howMuch')}>
        <strong>{say('stall.howMuch')}</strong>
        <div className="quantities">
          {quantities.map((one) => (
            <button
              key={one}
              type="button"
              className="tile quantity"
              aria-pressed={!isOther && quantity === one}
              onClick={() => {
                setOther(false);
                setQuantity(one);
              }}
            >
              {inFigures(one)}
            </button>
          ))}
        </div>
        {isOther ? (
          <AmountField
            name="quantity"
            label={say('stall.quantity')}
            unit={unitName(unit)}
            places={3}
            onAmount={setQuantity}
          />
        ) : (
          <div>
            <Button
              onClick={() => {
                setOther(true);
                setQuantity(undefined);
              }}
            >
              {say('stall.other')}
            </Button>
          </div>
        )}
      </div>
      {line === undefined || amount === undefined ? (
        <p className="soft">{say('stall.chooseQuantity')}</p>
      ) : (
        <>
          <Button kind="main" wide onClick={() => onCharge(line)}>
            {say('stall.charge', { amount: inFigures(totalOf([...basket, line], places)) })}
          </Button>
          <Button wide onClick={() => onAnother(line)}>
            {say('stall.another')}
            <span className="soft">{inFigures(decimalOf(amount, places))}</span>
          </Button>
        </>
      )}
    </Dialog>
  );
}
