import { useState } from 'react';
import { Button } from '../../design/button.js';
import { ChoiceField, TextField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useList } from '../../hooks/use-list.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInWords, moment } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';

const KINDS = ['run', 'run-reversal', 'rules', 'early-end', 'reopening', 'rule-set'] as const;
type Kind = (typeof KINDS)[number];
const kindOf = (text: string): Kind | undefined => KINDS.find((kind) => kind === text);

/** Enters what the assembly decided. @param run the shares that it decided on, where somebody comes from there */
export function ResolutionForm({ run }: { run: string | undefined }) {
  const from = useRead(
    'GET /api/profit-sharing/v1/runs/{id}',
    { path: { id: run ?? '' } },
    { when: run !== undefined },
  );
  if (run === undefined) return <Fields kind={undefined} season="" run="" />;
  return (
    <Shown read={from}>{({ season, fingerprint }) => <Fields kind="run" season={season} run={fingerprint} />}</Shown>
  );
}

type First = { readonly kind: Kind | undefined; readonly season: string; readonly run: string };

function Fields(first: First) {
  const { send, busy, problem } = useAct('POST /api/members/v1/resolutions');
  const [things, setThings] = useState(1);

  const enter = async (typed: Typed): Promise<boolean> => {
    const count = (name: string): number => Number(typed.text(name) || '0');
    const row = {
      number: typed.text('number'),
      adoptedOn: typed.text('adoptedOn'),
      subject: typed.text('subject'),
      votesFor: count('votesFor'),
      votesAgainst: count('votesAgainst'),
      abstentions: count('abstentions'),
      covers: Array.from({ length: things }, (_, index) => coveredBy(typed, index)).filter(
        (thing) => thing !== undefined,
      ),
    };
    const isDone = (await send({ body: { rows: [row] } })) !== undefined;
    if (isDone) setThings(1);
    return isDone;
  };

  return (
    <div className="card stack small">
      <h2>{say('resolutions.enter')}</h2>
      <p className="soft">{say('resolutions.once')}</p>
      <Form
        onSend={enter}
        problem={problem}
        busy={busy}
        send={say('resolutions.enter')}
        done={say('resolutions.done')}
        draft="resolution"
      >
        <div className="fields">
          <TextField name="number" at="/rows/0/number" label={say('resolutions.number')} required />
          <TextField
            name="adoptedOn"
            at="/rows/0/adoptedOn"
            label={say('resolutions.adoptedOn')}
            type="date"
            required
          />
          <TextField name="subject" at="/rows/0/subject" label={say('resolutions.subject')} required />
          {(['votesFor', 'votesAgainst', 'abstentions'] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              at={`/rows/0/${name}`}
              label={say(`resolutions.${name}`)}
              inputMode="numeric"
              pattern="[0-9]*"
              required={name === 'votesFor'}
              defaultValue={name === 'votesFor' ? '' : '0'}
            />
          ))}
        </div>
        {Array.from({ length: things }, (_, index) => (
          <Covered key={index} index={index} first={index === 0 ? first : NOTHING} />
        ))}
        <div>
          <Button onClick={() => setThings(things + 1)}>{say('resolutions.alsoCovers')}</Button>
        </div>
      </Form>
    </div>
  );
}

const NOTHING: First = { kind: undefined, season: '', run: '' };

/** One thing that it decides in the system: what, of which season, and which shares where it is those. */
function Covered({ index, first }: { index: number; first: First }) {
  const [kind, setKind] = useState(first.kind);
  const [season, setSeason] = useState(first.season);
  const seasons = useList('GET /api/profit-sharing/v1/seasons', {});
  const at = `/rows/0/covers/${index}`;
  return (
    <div className="fields">
      <ChoiceField
        name={`kind ${index}`}
        at={`${at}/kind`}
        label={say(index === 0 ? 'resolutions.covers' : 'resolutions.alsoCovers')}
        defaultValue={first.kind ?? 'none'}
        choices={[
          { value: 'none', label: say('resolutions.nothing') },
          ...KINDS.map((value) => ({ value, label: say(`resolutions.${value}`) })),
        ]}
        onChoose={(value) => setKind(kindOf(value))}
      />
      {kind === 'rule-set' ? <WhichRules index={index} /> : null}
      {kind === undefined || kind === 'rule-set' ? null : (
        <ChoiceField
          name={`season ${index}`}
          at={`${at}/season`}
          label={say('resolutions.season')}
          {...(season === '' ? {} : { defaultValue: season })}
          choices={(seasons.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          onChoose={setSeason}
        />
      )}
      {kind === 'run' && season !== '' ? (
        <WhichRun index={index} season={season} run={first.run} state="proposed" />
      ) : null}
      {kind === 'run-reversal' && season !== '' ? (
        <WhichRun index={index} season={season} run={first.run} state="approved" />
      ) : null}
    </div>
  );
}

/** What was chosen there; undefined where nothing was. */
function coveredBy(typed: Typed, index: number) {
  const kind = kindOf(typed.text(`kind ${index}`));
  if (kind === undefined) return undefined;
  const [fingerprint, season] = [typed.text(`fingerprint ${index}`), typed.text(`season ${index}`)];
  return { kind, ...(season === '' ? {} : { season }), ...(fingerprint === '' ? {} : { fingerprint }) };
}

type Which = {
  readonly index: number;
  readonly season: string;
  readonly run: string;
  readonly state: 'proposed' | 'approved';
};

function WhichRun({ index, season, run, state }: Which) {
  const runs = useList('GET /api/profit-sharing/v1/runs', { query: { season, state } });
  const { timezone } = useWho().coop;
  if (runs.items?.length === 0)
    return <p>{say(state === 'approved' ? 'resolutions.noApprovedRun' : 'resolutions.noRun')}</p>;
  return (
    <ChoiceField
      name={`fingerprint ${index}`}
      at={`/rows/0/covers/${index}/fingerprint`}
      label={say('resolutions.whichRun')}
      {...(run === '' ? {} : { defaultValue: run })}
      choices={(runs.items ?? []).map(({ fingerprint, result, pool, currency, calculatedAt }) => ({
        value: fingerprint,
        label: say('resolutions.runShown', {
          result: inMoney(result, currency),
          pool: inMoney(pool, currency),
          time: moment(calculatedAt, timezone),
        }),
      }))}
    />
  );
}

/** Which version of the co-op's own rules was voted on. */
function WhichRules({ index }: { index: number }) {
  const [code, setCode] = useState('');
  const sets = useList('GET /api/profit-sharing/v1/own-rule-sets', {});
  const set = useRead('GET /api/profit-sharing/v1/own-rule-sets/{code}', { path: { code } }, { when: code !== '' });
  const open = set.data?.value.written.filter(({ adopted }) => adopted === null);
  return (
    <>
      <ChoiceField
        name={`rules ${index}`}
        at={`/rows/0/covers/${index}/rules`}
        label={say('ownRules.whichSet')}
        choices={(sets.items ?? []).map((one) => ({ value: one.code, label: one.name }))}
        onChoose={setCode}
      />
      {open?.length === 0 ? <p>{say('ownRules.allAdopted')}</p> : null}
      {open === undefined || open.length === 0 ? null : (
        <ChoiceField
          name={`fingerprint ${index}`}
          at={`/rows/0/covers/${index}/fingerprint`}
          label={say('ownRules.whichVersion')}
          choices={open.map(({ fingerprint, version, from }) => ({
            value: fingerprint,
            label: say('ownRules.version', { n: String(version), day: dayInWords(from) }),
          }))}
        />
      )}
    </>
  );
}
