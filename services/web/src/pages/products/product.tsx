import { useState } from 'react';
import { useParams } from 'wouter';
import { serverNow } from '../../api/server-time.js';
import { Button } from '../../design/button.js';
import { Changes } from '../../design/changes.js';
import { Dialog } from '../../design/dialog.js';
import { DayField, TextField } from '../../design/field.js';
import { Form } from '../../design/form.js';
import { Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { ProductPicture } from '../../design/picture.js';
import { RegisteredActs } from '../../design/registered-acts.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useAct } from '../../hooks/use-act.js';
import { useList, type ItemOf } from '../../hooks/use-list.js';
import { useRead } from '../../hooks/use-read.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn, dayInShort } from '../../words/dates.js';
import { inFigures } from '../../words/money.js';
import { say } from '../../words/say.js';
import { unitName } from '../../words/unit-name.js';
import { Photo, ProductPhoto } from './product-photo.js';
import type { Product } from './stock-unit.js';

type Unit = ItemOf<'GET /api/inventory/v1/units'>;

/** A product: how long it keeps, and the units that it is measured in, each from its day on. */
export default function ProductPage() {
  const { code = '' } = useParams<{ code: string }>();
  const product = useRead('GET /api/inventory/v1/products/{code}', { path: { code } });
  return (
    <Page title={product.data?.value.name ?? say('products.title')}>
      <Shown read={product}>
        {(value) => (
          <>
            <ProductHead product={value} />
            <Units product={value} />
          </>
        )}
      </Shown>
      <Changes
        list={useList('GET /api/inventory/v1/products/{code}/changes', { path: { code } })}
        shown={(field, value) => (field === 'photo' ? <Photo hash={value} /> : value)}
      />
    </Page>
  );
}

const countedIn = ({ stockUnit }: Product): string => say(stockUnit === 'g' ? 'products.grams' : 'products.pieces');

function ProductHead({ product }: { product: Product }) {
  const path = { code: product.code };
  const days = product.shelfLifeDays === null ? '' : String(product.shelfLifeDays);
  return (
    <div className="card stack small">
      <div className="row">
        <ProductPicture code={product.code} name={product.name} large />
        <p>
          {say('products.countedIn', { unit: countedIn(product) })}
          {days === '' ? '' : ` ${say('products.keeps', { n: Number(days) })}`}
        </p>
        {product.retiredOn === null ? null : <Pill kind="plain">{say('states.retired')}</Pill>}
      </div>
      <ProductPhoto product={product} />
      <RegisteredActs
        route="PATCH /api/inventory/v1/products/{code}"
        row={product}
        name={product.name}
        correct={(typed) => ({
          path,
          body: {
            name: typed.text('name'),
            shelfLifeDays: typed.text('shelfLifeDays') === '' ? null : Number(typed.text('shelfLifeDays')),
          },
        })}
        retire={(body) => ({ path, body })}
        fields={[
          { name: 'name', label: say('products.name'), of: ({ name }) => name },
          {
            name: 'shelfLifeDays',
            label: say('products.shelfLife'),
            of: ({ shelfLifeDays }) => (shelfLifeDays === null ? '' : String(shelfLifeDays)),
          },
        ]}
      >
        <TextField name="name" label={say('products.name')} defaultValue={product.name} required />
        <TextField
          name="shelfLifeDays"
          label={say('products.shelfLife')}
          hint={say('products.shelfLifeHint')}
          inputMode="numeric"
          pattern="\d{1,4}"
          defaultValue={days}
        />
      </RegisteredActs>
    </div>
  );
}

function Units({ product }: { product: Product }) {
  const [isNew, setNew] = useState(false);
  const units = useWhole('GET /api/inventory/v1/units', { query: { product: product.code } });
  return (
    <section className="stack small">
      <div className="row ends">
        <h2>{say('products.units')}</h2>
        <Button onClick={() => setNew(true)}>{say('products.newUnit')}</Button>
      </div>
      {isNew ? <NewUnit product={product} onClose={() => setNew(false)} /> : null}
      <Shown read={units}>
        {(all) =>
          all.length === 0 ? (
            <div className="card">{say('products.noUnitsText', { unit: countedIn(product) })}</div>
          ) : (
            <Table
              caption={say('products.units')}
              rows={all}
              keyOf={({ unit, validFrom }) => `${unit} ${validFrom}`}
              columns={[
                { head: say('products.unit'), cell: ({ unit }) => unitName(unit), by: ({ unit }) => unitName(unit) },
                {
                  head: say('products.factor', { unit: countedIn(product) }),
                  cell: ({ factor }) => inFigures(factor),
                  by: ({ factor }) => factor,
                  number: true,
                },
                {
                  head: say('products.validFrom'),
                  cell: ({ validFrom }) => dayInShort(validFrom),
                  by: ({ validFrom }) => validFrom,
                },
                { head: say('products.acts'), isActs: true, cell: (unit) => <UnitActs unit={unit} /> },
              ]}
            />
          )
        }
      </Shown>
    </section>
  );
}

function UnitActs({ unit }: { unit: Unit }) {
  const path = { product: unit.product, unit: unit.unit, validFrom: unit.validFrom };
  return (
    <RegisteredActs
      route="PATCH /api/inventory/v1/units/{product}/{unit}/{validFrom}"
      row={unit}
      name={unit.unit}
      correct={(typed) => ({ path, body: { factor: typed.text('factor').replace(',', '.') } })}
      retire={(body) => ({ path, body })}
      fields={[{ name: 'factor', label: say('products.factorLabel'), of: ({ factor }) => factor }]}
    >
      <TextField
        name="factor"
        label={say('products.factorLabel')}
        hint={say('products.factorCorrect')}
        inputMode="decimal"
        defaultValue={unit.factor}
        required
      />
    </RegisteredActs>
  );
}

function NewUnit({ product, onClose }: { product: Product; onClose: () => void }) {
  const { timezone } = useWho().coop;
  const { send, busy, problem } = useAct('POST /api/inventory/v1/units');
  return (
    <Dialog title={say('products.newUnit')} onClose={onClose}>
      <Form
        problem={problem}
        busy={busy}
        send={say('forms.save')}
        onSend={async (typed) => {
          const row = {
            product: product.code,
            unit: typed.text('unit'),
            factor: typed.text('factor').replace(',', '.'),
            validFrom: typed.text('validFrom'),
          };
          if ((await send({ body: { rows: [row] } })) === undefined) return false;
          onClose();
          return true;
        }}
      >
        <TextField
          name="unit"
          at="/rows/0/unit"
          label={say('products.unit')}
          hint={say('products.unitHint')}
          autoCapitalize="none"
          required
        />
        <TextField
          name="factor"
          at="/rows/0/factor"
          label={say('products.factor', { unit: countedIn(product) })}
          hint={say('products.factorHint')}
          inputMode="decimal"
          required
        />
        <DayField
          name="validFrom"
          at="/rows/0/validFrom"
          label={say('products.validFrom')}
          defaultValue={dayIn(timezone, serverNow())}
          required
        />
      </Form>
    </Dialog>
  );
}
