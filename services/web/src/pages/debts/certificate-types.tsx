import { useState } from 'react';
import { AmountField } from '../../design/amount-field.js';
import { Button } from '../../design/button.js';
import { Changes } from '../../design/changes.js';
import { Downloads } from '../../design/downloads.js';
import { ChoiceField, DayField, TextField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { RegisteredActs } from '../../design/registered-acts.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useAct } from '../../hooks/use-act.js';
import { useList, type ItemOf } from '../../hooks/use-list.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { inMoney, signOf } from '../../words/money.js';
import { say } from '../../words/say.js';
import { DebtParts } from './debt-parts.js';

type Type = ItemOf<'GET /api/profit-sharing/v1/certificate-types'>;

const HOLDERS = ['members', 'households', 'anybody'] as const;
const holdersIn = (text: string): Type['holders'] => HOLDERS.find((one) => one === text) ?? 'members';
const holdersWord = (holders: Type['holders']): string => say(`debts.heldBy-${holders}`);

/** Types of certificates: what one is worth, how many are held at least, and who may. */
export default function CertificateTypes() {
  const query = { retired: 'true' } as const;
  const list = useList('GET /api/profit-sharing/v1/certificate-types', { query });
  const [isNew, setNew] = useState(false);
  const { currency } = useWho().coop;
  return (
    <Page
      title={say('debts.certificateTypes')}
      acts={
        <>
          <Button kind="main" aria-expanded={isNew} onClick={() => setNew(!isNew)}>
            {say('debts.newCertificateType')}
          </Button>
          <Downloads route="GET /api/profit-sharing/v1/certificate-types" sent={{ query }} />
        </>
      }
    >
      <DebtParts />
      <p className="soft">{say('debts.certificateTypesText')}</p>
      {isNew ? <NewType /> : null}
      <ShownList list={list} empty={<p>{say('debts.noCertificateTypes')}</p>}>
        {(rows) => (
          <Table
            caption={say('debts.certificateTypes')}
            rows={rows}
            keyOf={({ code }) => code}
            columns={[
              {
                head: say('debts.typeName'),
                cell: ({ name, retiredOn }) =>
                  retiredOn === null ? (
                    name
                  ) : (
                    <>
                      {name} <Pill kind="plain">{say('states.retired')}</Pill>
                    </>
                  ),
                by: ({ name }) => name,
              },
              {
                head: say('debts.valueEach'),
                cell: ({ value }) => inMoney(value, currency),
                by: ({ value }) => value,
                number: true,
              },
              {
                head: say('debts.valueFrom'),
                cell: ({ valueFrom, resolution }) =>
                  valueFrom === null
                    ? say('debts.firstValue')
                    : say('debts.valueSince', { day: dayInShort(valueFrom), resolution: resolution ?? '' }),
                by: ({ valueFrom }) => valueFrom,
              },
              {
                head: say('debts.minimum'),
                cell: ({ minimum }) => String(minimum),
                by: ({ minimum }) => minimum,
                number: true,
              },
              {
                head: say('debts.holders'),
                cell: ({ holders }) => holdersWord(holders),
                by: ({ holders }) => holdersWord(holders),
              },
              { head: say('facts.number'), cell: ({ code }) => code, by: ({ code }) => code },
              { head: say('facts.acts'), isActs: true, cell: (type) => <TypeActs type={type} /> },
            ]}
          />
        )}
      </ShownList>
    </Page>
  );
}

function TypeFields({ first, at = '' }: { first?: Type; at?: string }) {
  const { places, currency } = useWho().coop;
  return (
    <>
      <TextField
        name="name"
        at={`${at}/name`}
        label={say('debts.typeName')}
        defaultValue={first?.name ?? ''}
        required
      />
      <AmountField
        name="value"
        at={`${at}/value`}
        label={say('debts.valueEach')}
        unit={signOf(currency)}
        places={places}
        {...(first === undefined ? {} : { defaultValue: first.value })}
      />
      <TextField
        name="minimum"
        at={`${at}/minimum`}
        label={say('debts.minimum')}
        type="number"
        min={1}
        step={1}
        defaultValue={String(first?.minimum ?? 1)}
        required
      />
      <ChoiceField
        name="holders"
        at={`${at}/holders`}
        label={say('debts.holders')}
        defaultValue={first?.holders ?? 'members'}
        choices={HOLDERS.map((value) => ({ value, label: holdersWord(value) }))}
      />
    </>
  );
}

const fieldsIn = (typed: Typed): Pick<Type, 'name' | 'value' | 'minimum' | 'holders'> => ({
  ...{ name: typed.text('name'), value: typed.text('value') },
  ...{ minimum: Number(typed.text('minimum')), holders: holdersIn(typed.text('holders')) },
});

function NewType() {
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/certificate-types');
  return (
    <div className="card">
      <Form
        problem={problem}
        busy={busy}
        send={say('debts.newCertificateType')}
        done={say('debts.saved')}
        draft="certificate-type"
        onSend={async (typed) =>
          (await send({ body: { rows: [{ code: typed.text('code'), ...fieldsIn(typed) }] } })) !== undefined
        }
      >
        <div className="fields">
          <TextField
            name="code"
            at="/rows/0/code"
            label={say('facts.number')}
            hint={say('debts.typeCodeHint')}
            required
          />
          <TypeFields at="/rows/0" />
        </div>
      </Form>
    </div>
  );
}

function TypeActs({ type }: { type: Type }) {
  const path = { code: type.code };
  return (
    <RegisteredActs
      route="PATCH /api/profit-sharing/v1/certificate-types/{code}"
      row={type}
      name={type.name}
      correct={(typed) => ({ path, body: { ...fieldsIn(typed), ...changedValueIn(typed, type) } })}
      retire={(body) => ({ path, body })}
      fields={[
        { name: 'name', label: say('debts.typeName'), of: (row: Type) => row.name },
        { name: 'value', label: say('debts.valueEach'), of: ({ value }: Type) => value },
        { name: 'minimum', label: say('debts.minimum'), of: ({ minimum }: Type) => String(minimum) },
        { name: 'holders', label: say('debts.holders'), of: ({ holders }: Type) => holdersWord(holders) },
      ]}
      changes={() => <TypeChanges code={type.code} />}
    >
      <TypeFields first={type} />
      <ChangedValue code={type.code} />
    </RegisteredActs>
  );
}

/** Under which resolution the value changes, and from which day on: said where it does. */
function ChangedValue({ code }: { code: string }) {
  const resolutions = useWhole('GET /api/members/v1/resolutions', {}).data?.value ?? [];
  const { currency } = useWho().coop;
  const covering = resolutions.flatMap(({ number, subject, carried, covers }) =>
    covers.flatMap((thing) =>
      carried && thing.kind === 'certificate-value' && thing.certificateType === code
        ? [{ value: number, label: `${number}: ${subject} (${inMoney(thing.amount ?? '', currency)})` }]
        : [],
    ),
  );
  return (
    <>
      <p className="soft">{say('debts.valueChangeText')}</p>
      <ChoiceField name="resolution" label={say('debts.valueResolution')} required={false} choices={covering} />
      <DayField name="valueFrom" label={say('debts.valueFrom')} />
    </>
  );
}

function changedValueIn(typed: Typed, type: Type): { resolution?: string; valueFrom?: string } {
  const [resolution, valueFrom] = [typed.text('resolution'), typed.text('valueFrom')];
  if (typed.text('value') === type.value && resolution === '') return {};
  return { ...(resolution === '' ? {} : { resolution }), ...(valueFrom === '' ? {} : { valueFrom }) };
}

const TypeChanges = ({ code }: { code: string }) => (
  <Changes list={useList('GET /api/profit-sharing/v1/certificate-types/{code}/changes', { path: { code } })} />
);
