import { useState } from 'react';
import { ChoiceField, TextField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useList } from '../../hooks/use-list.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';

const KINDS = ['run', 'rules', 'early-end'] as const;
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

function Fields(first: { kind: Kind | undefined; season: string; run: string }) {
  const { send, busy, problem } = useAct('POST /api/members/v1/resolutions');
  const [kind, setKind] = useState(first.kind);
  const [season, setSeason] = useState(first.season);
  const seasons = useList('GET /api/profit-sharing/v1/seasons', {});

  const enter = async (typed: Typed): Promise<boolean> => {
    const covered = kindOf(typed.text('kind'));
    const count = (name: string): number => Number(typed.text(name) || '0');
    const row = {
      number: typed.text('number'),
      adoptedOn: typed.text('adoptedOn'),
      subject: typed.text('subject'),
      votesFor: count('votesFor'),
      votesAgainst: count('votesAgainst'),
      abstentions: count('abstentions'),
      covers:
        covered === undefined
          ? []
          : [{ kind: covered, season: typed.text('season'), ...typed.optional('fingerprint') }],
    };
    const isDone = (await send({ body: { rows: [row] } })) !== undefined;
    if (isDone) setKind(undefined);
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
          <ChoiceField
            name="kind"
            at="/rows/0/covers/0/kind"
            label={say('resolutions.covers')}
            defaultValue={first.kind ?? 'none'}
            choices={[
              { value: 'none', label: say('resolutions.nothing') },
              ...KINDS.map((value) => ({ value, label: say(`resolutions.${value}`) })),
            ]}
            onChoose={(value) => setKind(kindOf(value))}
          />
          {kind === undefined ? null : (
            <ChoiceField
              name="season"
              at="/rows/0/covers/0/season"
              label={say('resolutions.season')}
              {...(season === '' ? {} : { defaultValue: season })}
              choices={(seasons.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
              onChoose={setSeason}
            />
          )}
          {kind === 'run' && season !== '' ? <WhichRun season={season} run={first.run} /> : null}
        </div>
      </Form>
    </div>
  );
}

function WhichRun({ season, run }: { season: string; run: string }) {
  const runs = useList('GET /api/profit-sharing/v1/runs', { query: { season, state: 'proposed' } });
  const { timezone } = useWho().coop;
  if (runs.items?.length === 0) return <p>{say('resolutions.noRun')}</p>;
  return (
    <ChoiceField
      name="fingerprint"
      at="/rows/0/covers/0/fingerprint"
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
