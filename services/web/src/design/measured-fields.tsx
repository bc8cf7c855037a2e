import { useId, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useProducts, useUnits } from '../hooks/use-names.js';
import { holds, useWho } from '../hooks/use-who.js';
import { say } from '../words/say.js';
import { unitName } from '../words/unit-name.js';
import { AmountField } from './amount-field.js';
import { ChoiceField, useField } from './field.js';
import { ProductPicture } from './picture.js';

/** What, how much of it, and in which unit: `product`, `quantity` and `unit` of the first row that is sent. */
export function MeasuredFields() {
  const [params] = useSearchParams();
  const { draft, fault } = useField({ name: 'product', at: '/rows/0/product' });
  const [product, choose] = useState(draft ?? params.get('producto') ?? '');
  const { rows } = useProducts();
  const { names: units, only } = useUnits(product);
  const mayAdd = holds(useWho(), 'manager');
  const id = useId();
  return (
    <>
      <div className="field" role="group" aria-labelledby={id}>
        <strong id={id}>{say('products.product')}</strong>
        <div className="tiles">
          {rows.map(({ code, name }) => (
            <button
              key={code}
              type="button"
              className="tile fades"
              aria-pressed={code === product}
              onClick={() => choose(code)}
            >
              <ProductPicture code={code} name={name} />
              {name}
            </button>
          ))}
        </div>
        {/* not hidden: the browser says of it, too, that something has to be chosen */}
        <input
          className="visually-hidden"
          name="product"
          value={product}
          required
          tabIndex={-1}
          aria-hidden
          onChange={() => undefined}
        />
        <div className="fault" hidden={fault === undefined}>
          {fault}
        </div>
      </div>
      {product === '' ? null : (
        <div className="fields">
          <AmountField name="quantity" at="/rows/0/quantity" label={say('products.quantity')} places={2} />
          <ChoiceField
            key={`${product} ${units.join(' ')}`}
            name="unit"
            at="/rows/0/unit"
            label={say('products.unit')}
            choices={units.map((unit) => ({ value: unit, label: unitName(unit) }))}
            {...(units[0] === undefined ? {} : { defaultValue: units[0] })}
          />
        </div>
      )}
      {only === undefined ? null : (
        <p className="hint">
          {say('products.onlyIn', { unit: say(only === 'g' ? 'products.grams' : 'products.pieces') })}{' '}
          {mayAdd ? (
            <Link href={`/productos/${encodeURIComponent(product)}`}>{say('products.newUnit')}</Link>
          ) : (
            say('products.askForUnit')
          )}
        </p>
      )}
    </>
  );
}
