import { useState } from 'react';
import { Store } from 'lucide-react';
import type { ItemOf } from '../../hooks/use-list.js';
import { Button } from '../../design/button.js';
import { Changes } from '../../design/changes.js';
import { Dialog } from '../../design/dialog.js';
import { Downloads } from '../../design/downloads.js';
import { TextField } from '../../design/field.js';
import { ChoiceFilter, Filters, useFilter } from '../../design/filter.js';
import { Form } from '../../design/form.js';
import { Page } from '../../design/page.js';
import { RegisteredActs } from '../../design/registered-acts.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useList } from '../../hooks/use-list.js';
import { useWhole } from '../../hooks/use-whole.js';
import { say } from '../../words/say.js';

type Market = ItemOf<'GET /api/sales/v1/markets'>;

/** Where the co-op sells: ferias, shops, schools. */
export default function Markets() {
  const [isNew, setNew] = useState(false);
  const [shown, choose] = useFilter('cuales');
  const query = { retired: shown === 'retiradas' ? 'true' : 'false' } as const;
  const markets = useWhole('GET /api/sales/v1/markets', { query });
  return (
    <Page
      title={say('markets.title')}
      acts={
        <Button kind="main" onClick={() => setNew(true)}>
          {say('markets.new')}
        </Button>
      }
    >
      {isNew ? <NewMarket onClose={() => setNew(false)} /> : null}
      <Filters>
        <ChoiceFilter
          label={say('markets.shown')}
          value={shown}
          onChoose={choose}
          none={say('markets.inUse')}
          choices={[{ value: 'retiradas', label: say('markets.retiredOnes') }]}
        />
      </Filters>
      <Shown read={markets}>
        {(every) => {
          const all = every.filter(({ retiredOn }) => (retiredOn !== null) === (shown !== ''));
          return all.length === 0 ? (
            <div className="card">{say(shown === '' ? 'markets.empty' : 'states.nothingFound')}</div>
          ) : (
            <ul className="cards">
              {all.map((market) => (
                <li key={market.code} className="card stack small">
                  <div className="row">
                    <Store aria-hidden="true" className="picture" />
                    <h2>{market.name}</h2>
                  </div>
                  <MarketActs market={market} />
                </li>
              ))}
            </ul>
          );
        }}
      </Shown>
      <Downloads route="GET /api/sales/v1/markets" sent={{ query }} />
    </Page>
  );
}

function MarketActs({ market }: { market: Market }) {
  const path = { code: market.code };
  return (
    <RegisteredActs
      route="PATCH /api/sales/v1/markets/{code}"
      row={market}
      name={market.name}
      correct={(typed) => ({ path, body: { name: typed.text('name') } })}
      retire={(body) => ({ path, body })}
      fields={[{ name: 'name', label: say('markets.name'), of: ({ name }) => name }]}
      changes={() => <MarketChanges code={market.code} />}
    >
      <TextField name="name" label={say('markets.name')} defaultValue={market.name} required />
    </RegisteredActs>
  );
}

const MarketChanges = ({ code }: { code: string }) => (
  <Changes list={useList('GET /api/sales/v1/markets/{code}/changes', { path: { code } })} />
);

function NewMarket({ onClose }: { onClose: () => void }) {
  const { send, busy, problem } = useAct('POST /api/sales/v1/markets');
  return (
    <Dialog title={say('markets.new')} onClose={onClose}>
      <Form
        problem={problem}
        busy={busy}
        send={say('forms.save')}
        onSend={async (typed) => {
          if ((await send({ body: { rows: [{ name: typed.text('name') }] } })) === undefined) return false;
          onClose();
          return true;
        }}
      >
        <TextField name="name" at="/rows/0/name" label={say('markets.name')} hint={say('markets.nameHint')} required />
      </Form>
    </Dialog>
  );
}
