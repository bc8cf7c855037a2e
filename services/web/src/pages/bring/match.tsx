import { headsOf, type Matching, type Row, type Style } from '@ayni/spreadsheets';
import { ChoiceFilter } from '../../design/filter.js';
import { say } from '../../words/say.js';
import type { BroughtColumn } from './kind.js';

/** Which column of the sheet fills which field, and how its figures and days are written: found out, and changed here. */
export function Match({
  sheet,
  columns,
  matching,
  style,
  onMatch,
  onStyle,
}: {
  sheet: readonly Row[];
  columns: readonly BroughtColumn[];
  matching: Matching;
  style: Style;
  onMatch: (matching: Matching) => void;
  onStyle: (style: Style) => void;
}) {
  const heads = headsOf(sheet, matching);
  const unread = heads.filter((head, i) => head !== `${i + 1}` && !Object.values(matching.places).includes(i));
  const place = (name: string, at: string): void => {
    const others = Object.entries(matching.places).filter(([other]) => other !== name);
    onMatch({
      ...matching,
      places: Object.fromEntries([...others, ...(at === '' ? [] : [[name, Number(at)] as const])]),
    });
  };
  const has = (...kinds: BroughtColumn['kind'][]): boolean => columns.some(({ kind }) => kinds.includes(kind));
  return (
    <details className="card">
      <summary>{say('bring.match')}</summary>
      <div className="fields">
        {columns.map(({ name, label, isOpen }) => (
          <ChoiceFilter
            key={name}
            label={isOpen ? say('bring.mayBeLeft', { column: label }) : label}
            value={String(matching.places[name] ?? '')}
            onChoose={(at) => place(name, at)}
            none={say('bring.noColumn')}
            choices={heads.map((head, i) => ({ value: String(i), label: head }))}
          />
        ))}
        {has('amount') ? (
          <ChoiceFilter
            label={say('bring.decimals')}
            value={style.decimal === '.' ? '.' : ''}
            onChoose={(sign) => onStyle({ ...style, decimal: sign === '.' ? '.' : ',' })}
            none={say('bring.comma')}
            choices={[{ value: '.', label: say('bring.point') }]}
          />
        ) : null}
        {has('day', 'moment') ? (
          <ChoiceFilter
            label={say('bring.days')}
            value={style.first === 'month' ? 'month' : ''}
            onChoose={(first) => onStyle({ ...style, first: first === 'month' ? 'month' : 'day' })}
            none={say('bring.dayFirst')}
            choices={[{ value: 'month', label: say('bring.monthFirst') }]}
          />
        ) : null}
      </div>
      {unread.length === 0 ? null : <p className="hint">{say('paste.unknown', { heads: unread.join(', ') })}</p>}
    </details>
  );
}
