import { ProductPicture } from '../../design/picture.js';
import { useProductNames } from '../../hooks/use-product-names.js';
import { useWho } from '../../hooks/use-who.js';
import { isOf, type KeptCommand } from '../../offline/kept-command.js';
import { inFigures, inMoney } from '../../words/money.js';
import { amountFor, decimalOf } from '../../words/reckon.js';
import { unitName } from '../../words/unit-name.js';

/** What a receipt that this device keeps was of: nobody knows her sales by their numbers. */
export default function KeptLines({ command }: { command: KeptCommand }) {
  const { places, currency } = useWho().coop;
  const nameOf = useProductNames();
  if (!isOf('POST /api/sales/v1/sales', command)) return null;
  const lines = command.sent.body.rows.flatMap((row) => row.lines);
  const total = lines.reduce(
    (sum, { quantity, unitPrice }) => sum + (amountFor(quantity, unitPrice, places) ?? 0n),
    0n,
  );
  return (
    <div className="row ends">
      <ul>
        {lines.map(({ product, quantity, unit }, index) => (
          // two lines of one receipt may be alike
          <li key={index} className="row tight">
            <ProductPicture code={product} name={nameOf(product)} />
            {nameOf(product)}, {inFigures(quantity)} {unitName(unit)}
          </li>
        ))}
      </ul>
      <strong>{inMoney(decimalOf(total, places), currency)}</strong>
    </div>
  );
}
