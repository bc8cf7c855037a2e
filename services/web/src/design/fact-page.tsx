import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { recordCode } from '../api/record-code.js';
import { serverNow } from '../api/server-time.js';
import { routesOf, useFactList, useRecord, type FactPath, type FactRow, type SentFact } from '../hooks/use-fact.js';
import { useWho } from '../hooks/use-who.js';
import { dayIn } from '../words/dates.js';
import { say } from '../words/say.js';
import { Button } from './button.js';
import { Downloads } from './downloads.js';
import { codeField, factColumn, FactInput, textIn, type FactField } from './fact-fields.js';
import { ChoiceFilter, DayFilter, Filters, useFilter } from './filter.js';
import { Form, type Typed } from './form.js';
import { Notice, Pill } from './notice.js';
import { Page } from './page.js';
import { PasteLink } from './paste-link.js';
import { Reversal } from './reversal.js';
import { ShownList } from './shown.js';
import { Table, type Column } from './table.js';

/** In an address: that the form is open. What the form begins with stands beside it, by the names of its fields. */
const OPEN = 'anotar';

/** Where a page of a fact is opened with its form, and what stands in that. */
export const recordingAt = (path: string, first: Readonly<Record<string, string>> = {}): string =>
  `${path}?${new URLSearchParams({ [OPEN]: 'si', ...first }).toString()}`;

export type FactPageProps<Path extends FactPath> = {
  /** Where the API has it. */
  readonly path: Path;
  readonly title: string;
  /** What the button says that records one. */
  readonly act: string;
  /** What the button of the form says, where that is something else. */
  readonly send?: string;
  /** What belongs here, where there is none yet. */
  readonly empty: string;
  /** Why none can be recorded now, where that is so: said in the place of the button and of its form. */
  readonly cannot?: string | undefined;
  /** As what rows of a spreadsheet are brought, where they can be. */
  readonly brought?: string;
  /** The pages beside this one. */
  readonly parts?: ReactNode;
  /** With which letter the code of a record begins that is given none. */
  readonly letter: string;
  readonly fields: readonly FactField<keyof SentFact<Path> & string>[];
  /** What is listed and not asked for. */
  readonly columns?: readonly Column<FactRow<Path>>[];
  /** What is recorded of what was typed. */
  readonly row: (typed: Typed, code: string) => SentFact<Path>;
  /** What people call a record, where it is to be taken back. */
  readonly named: (row: FactRow<Path>) => string;
  /** What else the form begins with where a record is corrected, by the names of its fields. */
  readonly corrected?: (row: FactRow<Path>) => Readonly<Record<string, string>>;
  /** What stands under the fields of the form. */
  readonly beneath?: ReactNode;
  /** What else can be done with a record that stands. */
  readonly acts?: (row: FactRow<Path>) => ReactNode;
  readonly onRecorded?: () => void;
  readonly children?: ReactNode;
};

/**
 * The page of a dated fact: its records by day, narrowed as the address says, as files; a form that records one; taking one
 * back with a reason, or correcting it, which takes it back and opens the form with what stood in it.
 */
export function FactPage<Path extends FactPath>(props: FactPageProps<Path>) {
  const { path, title, act, empty, cannot, brought, parts, fields, columns = [], named, acts, children } = props;
  const [params, setParams] = useSearchParams();
  const { currency } = useWho().coop;
  const query = useNarrowing(fields);
  const list = useFactList(path, query);
  const [isSaved, setSaved] = useState(false);
  const routes = routesOf(path);

  const open = (first: Readonly<Record<string, string>> | undefined): void => {
    setParams((before) => {
      const after = new URLSearchParams(before);
      for (const name of [OPEN, ...fields.map((field) => field.name)]) after.delete(name);
      if (first !== undefined)
        Object.entries({ [OPEN]: 'si', ...first }).forEach(([name, value]) => after.set(name, value));
      return after;
    });
  };
  const first = Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = params.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const isOpen = params.has(OPEN);
  return (
    <Page
      title={title}
      acts={
        <>
          {brought === undefined ? null : <PasteLink what={brought} />}
          {cannot === undefined ? (
            <Button
              kind="main"
              aria-expanded={isOpen}
              onClick={() => {
                setSaved(false);
                open(isOpen ? undefined : {});
              }}
            >
              {act}
            </Button>
          ) : null}
          <Downloads route={routes.list} sent={{ query }} />
        </>
      }
    >
      {parts}
      {isSaved ? (
        <Notice kind="done">
          <p>{say('states.saved')}</p>
        </Notice>
      ) : null}
      {cannot === undefined ? null : <p>{cannot}</p>}
      {isOpen && cannot === undefined ? (
        <NewFact
          key={JSON.stringify(first)}
          {...props}
          first={first}
          onDone={() => {
            props.onRecorded?.();
            setSaved(true);
            open(undefined);
          }}
        />
      ) : null}
      {children}
      <FactFilters fields={fields} />
      <ShownList list={list} empty={<p>{Object.keys(query).length > 0 ? say('states.nothingFound') : empty}</p>}>
        {(rows) => (
          <Table
            caption={title}
            rows={rows}
            keyOf={({ code }) => code}
            columns={[
              ...fields
                .filter(({ listed }) => listed !== false)
                .map((field) => factColumn<FactRow<Path>>(field, currency)),
              ...columns,
              { head: say('facts.number'), cell: ({ code }) => code, by: ({ code }) => code },
              {
                head: say('facts.acts'),
                isActs: true,
                cell: (row) => (
                  <Acts
                    path={path}
                    row={row}
                    name={named(row)}
                    onCorrect={() => {
                      setSaved(false);
                      open({
                        ...Object.fromEntries(
                          fields.map(({ name }) => [name, textIn(row, name)]).filter(([, text]) => text !== ''),
                        ),
                        ...props.corrected?.(row),
                      });
                    }}
                  >
                    {acts?.(row)}
                  </Acts>
                ),
              },
            ]}
          />
        )}
      </ShownList>
    </Page>
  );
}

/** What the address narrows the list by, as the API is asked for it. */
function useNarrowing(fields: readonly FactField[]): Readonly<Record<string, string>> {
  const [params] = useSearchParams();
  const asked = [
    ['from', params.get('desde')],
    ['to', params.get('hasta')],
    ...fields.flatMap((field) =>
      field.kind === 'choice' && field.filter !== undefined ? [[field.name, params.get(field.filter)]] : [],
    ),
  ];
  return Object.fromEntries(asked.filter(([, value]) => value !== null && value !== ''));
}

function FactFilters({ fields }: { fields: readonly FactField[] }) {
  const [from, setFrom] = useFilter('desde');
  const [to, setTo] = useFilter('hasta');
  return (
    <Filters>
      <DayFilter label={say('forms.from')} value={from} onChoose={setFrom} />
      <DayFilter label={say('forms.to')} value={to} onChoose={setTo} />
      {fields.map((field) =>
        field.kind === 'choice' && field.filter !== undefined ? (
          <FactChoiceFilter
            key={field.name}
            label={field.label}
            name={field.filter}
            choices={field.choices}
            none={field.none ?? say('forms.allHe')}
          />
        ) : null,
      )}
    </Filters>
  );
}

function FactChoiceFilter({
  name,
  ...shown
}: { name: string } & Omit<Parameters<typeof ChoiceFilter>[0], 'value' | 'onChoose'>) {
  const [value, choose] = useFilter(name);
  return <ChoiceFilter {...shown} value={value} onChoose={choose} />;
}

function NewFact<Path extends FactPath>({
  path,
  act,
  send = act,
  fields,
  letter,
  row,
  beneath,
  first,
  onDone,
}: FactPageProps<Path> & { first: Readonly<Record<string, string>>; onDone: () => void }) {
  const { timezone } = useWho().coop;
  const { record, busy, problem } = useRecord(path);
  const today = dayIn(timezone, serverNow());
  const isBlank = Object.keys(first).length === 0;
  return (
    <div className="card">
      <Form
        problem={problem}
        busy={busy}
        send={send}
        {...(isBlank ? { draft: path } : {})}
        onSend={async (typed) => {
          const isDone = await record(row(typed, typed.text('code') || recordCode(letter, today)));
          if (isDone) onDone();
          return isDone;
        }}
      >
        <div className="fields">
          {[...fields.filter(({ asked }) => asked !== false), codeField()].map((field) => (
            <FactInput
              key={field.name}
              field={field}
              first={first[field.name] ?? (field.kind === 'day' && field.optional !== true ? today : undefined)}
            />
          ))}
        </div>
        {beneath}
      </Form>
    </div>
  );
}

/** Whether a record stands; while it does, it can be taken back or corrected. */
function Acts({
  path,
  row: { code, reversal },
  name,
  onCorrect,
  children,
}: {
  path: FactPath;
  row: { readonly code: string; readonly reversal: string | null };
  name: string;
  onCorrect: () => void;
  children: ReactNode;
}) {
  const [asking, setAsking] = useState<'reverse' | 'correct'>();
  if (reversal !== null)
    return (
      <span>
        <Pill kind="refused">{say('states.reversed')}</Pill> {reversal}
      </span>
    );
  return (
    <div className="row tight acts no-print">
      {children}
      <Button aria-label={`${say('forms.edit')}: ${name}`} onClick={() => setAsking('correct')}>
        {say('forms.edit')}
      </Button>
      <Button aria-label={`${say('states.reverse')}: ${name}`} onClick={() => setAsking('reverse')}>
        {say('states.reverse')}
      </Button>
      {asking === undefined ? null : (
        <Reversal
          route={routesOf(path).reversal}
          name={name}
          sent={(body) => ({ path: { code }, body })}
          {...(asking === 'correct' ? { text: say('facts.correctText'), onDone: onCorrect } : {})}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}
