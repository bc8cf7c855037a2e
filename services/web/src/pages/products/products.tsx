import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Button } from '../../design/button.js';
import { Dialog } from '../../design/dialog.js';
import { Downloads } from '../../design/downloads.js';
import { ChoiceField, TextField } from '../../design/field.js';
import { ChoiceFilter, Filters, useFilter } from '../../design/filter.js';
import { Form } from '../../design/form.js';
import { Page } from '../../design/page.js';
import { PasteLink } from '../../design/paste-link.js';
import { ProductPicture } from '../../design/picture.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useWhole } from '../../hooks/use-whole.js';
import { say } from '../../words/say.js';
import { unitName } from '../../words/unit-name.js';
import { codeOf, stockUnitOf, stockUnits } from './stock-unit.js';

/** What the co-op grows and sells, each with the units that it is measured in. */
export default function Products() {
  const [isNew, setNew] = useState(false);
  const [shown, choose] = useFilter('cuales');
  const query = { retired: shown === 'retirados' ? 'true' : 'false' } as const;
  const products = useWhole('GET /api/inventory/v1/products', { query });
  const units = useWhole('GET /api/inventory/v1/units', {});
  const unitsOf = (product: string): string =>
    [...new Set(units.data?.value.filter((unit) => unit.product === product).map(({ unit }) => unitName(unit)))].join(
      ', ',
    );
  return (
    <Page
      title={say('products.title')}
      acts={
        <>
          <PasteLink what="productos" />
          <Button kind="main" onClick={() => setNew(true)}>
            {say('products.new')}
          </Button>
        </>
      }
    >
      {isNew ? <NewProduct onClose={() => setNew(false)} /> : null}
      <Filters>
        <ChoiceFilter
          label={say('products.shown')}
          value={shown}
          onChoose={choose}
          none={say('products.inUse')}
          choices={[{ value: 'retirados', label: say('products.retiredOnes') }]}
        />
      </Filters>
      <Shown read={products}>
        {(every) => {
          const all = every.filter(({ retiredOn }) => (retiredOn !== null) === (shown !== ''));
          return all.length === 0 ? (
            <div className="card">{say(shown === '' ? 'products.empty' : 'states.nothingFound')}</div>
          ) : (
            <ul className="cards">
              {all.map(({ code, name }) => (
                <li key={code}>
                  <Link href={`/productos/${encodeURIComponent(code)}`} className="tile">
                    <span className="row">
                      <ProductPicture code={code} name={name} large />
                      <strong>{name}</strong>
                    </span>
                    <span className="soft">{unitsOf(code) || say('products.noUnits')}</span>
                  </Link>
                </li>
              ))}
            </ul>
          );
        }}
      </Shown>
      <Downloads route="GET /api/inventory/v1/products" sent={{ query }} />
    </Page>
  );
}

function NewProduct({ onClose }: { onClose: () => void }) {
  const [, go] = useLocation();
  const { send, busy, problem } = useAct('POST /api/inventory/v1/products');
  return (
    <Dialog title={say('products.new')} onClose={onClose}>
      <Form
        problem={problem}
        busy={busy}
        send={say('forms.save')}
        onSend={async (typed) => {
          const code = codeOf(typed.text('name'));
          const days = typed.text('shelfLifeDays');
          const row = {
            ...{ code, name: typed.text('name'), stockUnit: stockUnitOf(typed.text('stockUnit')) },
            ...(days === '' ? {} : { shelfLifeDays: Number(days) }),
          };
          if ((await send({ body: { rows: [row] } })) === undefined) return false;
          go(`/productos/${encodeURIComponent(code)}`);
          return true;
        }}
      >
        <TextField name="name" at="/rows/0/name" label={say('products.name')} required />
        <ChoiceField
          name="stockUnit"
          at="/rows/0/stockUnit"
          label={say('products.stockUnit')}
          hint={say('products.stockUnitHint')}
          choices={stockUnits()}
        />
        <TextField
          name="shelfLifeDays"
          at="/rows/0/shelfLifeDays"
          label={say('products.shelfLife')}
          hint={say('products.shelfLifeHint')}
          inputMode="numeric"
          pattern="\d{1,4}"
        />
      </Form>
    </Dialog>
  );
}
