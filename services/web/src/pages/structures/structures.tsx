import { useState } from 'react';
import { Droplets, Fence, Tractor, Warehouse, Waves, type LucideIcon } from 'lucide-react';
import { Link } from 'wouter';
import { serverNow } from '../../api/server-time.js';
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
import { useProducts } from '../../hooks/use-names.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn, dayInWords } from '../../words/dates.js';
import { inFigures } from '../../words/money.js';
import { nextCode } from '../../words/next-code.js';
import { say } from '../../words/say.js';
import { unitName } from '../../words/unit-name.js';
import { daysAfter } from '../../words/week.js';
import { kindName, kindOf, StructureFields, type Structure } from './structure-fields.js';

const SIGNS: Readonly<Record<Structure['kind'], LucideIcon>> = {
  greenhouse: Warehouse,
  plot: Tractor,
  pen: Fence,
  pond: Waves,
  tank: Droplets,
};

/** Over so many days the last harvest of each is looked for. */
const LOOKED_BACK = 120;

/** Greenhouses, plots and pens, each with what was harvested there last. */
export default function Structures() {
  const [isNew, setNew] = useState(false);
  const [shown, choose] = useFilter('cuales');
  const query = { retired: shown === 'retiradas' ? 'true' : 'false' } as const;
  const structures = useWhole('GET /api/production/v1/structures', { query });
  return (
    <Page
      title={say('structures.title')}
      acts={
        <Button kind="main" onClick={() => setNew(true)}>
          {say('structures.new')}
        </Button>
      }
    >
      {isNew ? <NewStructure onClose={() => setNew(false)} /> : null}
      <Filters>
        <ChoiceFilter
          label={say('structures.shown')}
          value={shown}
          onChoose={choose}
          none={say('structures.inUse')}
          choices={[{ value: 'retiradas', label: say('structures.retiredOnes') }]}
        />
      </Filters>
      <Shown read={structures}>
        {(every) => {
          const all = every.filter(({ retiredOn }) => (retiredOn !== null) === (shown !== ''));
          return all.length === 0 ? (
            <div className="card">{say(shown === '' ? 'structures.empty' : 'states.nothingFound')}</div>
          ) : (
            <ul className="cards">
              {all.map((structure) => (
                <StructureCard key={structure.code} structure={structure} />
              ))}
            </ul>
          );
        }}
      </Shown>
      <Downloads route="GET /api/production/v1/structures" sent={{ query }} />
    </Page>
  );
}

function StructureCard({ structure }: { structure: Structure }) {
  const { code, name, kind, areaM2 } = structure;
  const Sign = SIGNS[kind];
  const path = { code };
  return (
    <li className="card stack small">
      <div className="row">
        <Sign aria-hidden="true" className="picture" />
        <h2>{name}</h2>
      </div>
      <p className="soft">
        {kindName(kind)}
        {areaM2 === '' || areaM2 === '0' ? '' : `, ${inFigures(areaM2)} m²`}
      </p>
      <LastHarvest structure={code} />
      <p>
        <Link href={`/cosechas/nueva?carpa=${encodeURIComponent(code)}`}>{say('structures.noteHarvest')}</Link>
      </p>
      <RegisteredActs
        route="PATCH /api/production/v1/structures/{code}"
        row={structure}
        name={name}
        correct={(typed) => ({
          path,
          body: { name: typed.text('name'), kind: kindOf(typed.text('kind')), ...typed.optional('areaM2') },
        })}
        retire={(body) => ({ path, body })}
        fields={[
          { name: 'name', label: say('structures.name'), of: (row) => row.name },
          { name: 'kind', label: say('structures.kind'), of: (row) => row.kind },
          { name: 'areaM2', label: say('structures.area'), of: (row) => row.areaM2 },
        ]}
        changes={() => <StructureChanges code={code} />}
      >
        <StructureFields structure={structure} />
      </RegisteredActs>
    </li>
  );
}

function LastHarvest({ structure }: { structure: string }) {
  const { timezone } = useWho().coop;
  const { nameOf } = useProducts();
  const from = daysAfter(dayIn(timezone, serverNow()), -LOOKED_BACK);
  const harvests = useWhole('GET /api/production/v1/harvests', { query: { structure, from } });
  const last = harvests.data?.value.filter(({ reversal }) => reversal === null).at(-1);
  if (harvests.data === undefined) return null;
  return (
    <p>
      {last === undefined
        ? say('structures.noHarvest')
        : say('structures.lastHarvest', {
            day: dayInWords(last.day),
            what: `${nameOf(last.product)}, ${inFigures(last.quantity)} ${unitName(last.unit)}`,
          })}
    </p>
  );
}

const StructureChanges = ({ code }: { code: string }) => (
  <Changes list={useList('GET /api/production/v1/structures/{code}/changes', { path: { code } })} />
);

function NewStructure({ onClose }: { onClose: () => void }) {
  const all = useWhole('GET /api/production/v1/structures', { query: { retired: 'true' } });
  const { send, busy, problem } = useAct('POST /api/production/v1/structures');
  return (
    <Dialog title={say('structures.new')} onClose={onClose}>
      <Shown read={all}>
        {(structures) => (
          <Form
            problem={problem}
            busy={busy}
            send={say('forms.save')}
            onSend={async (typed) => {
              const row = {
                code: typed.text('code'),
                name: typed.text('name'),
                kind: kindOf(typed.text('kind')),
                ...typed.optional('areaM2'),
              };
              if ((await send({ body: { rows: [row] } })) === undefined) return false;
              onClose();
              return true;
            }}
          >
            <StructureFields under="/rows/0" />
            <TextField
              name="code"
              at="/rows/0/code"
              label={say('structures.code')}
              defaultValue={nextCode(
                structures.map(({ code }) => code),
                'G1',
              )}
              required
            />
          </Form>
        )}
      </Shown>
    </Dialog>
  );
}
