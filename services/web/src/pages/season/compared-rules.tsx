import { shippedName } from '@ayni/rule-sets';
import type { Answer } from '../../api/route.js';
import { Button } from '../../design/button.js';
import { Bars, sizeOf } from '../../design/chart.js';
import { Notice } from '../../design/notice.js';
import { Table, type Column } from '../../design/table.js';
import { useFundNames } from '../../hooks/use-fund-names.js';
import { useHouseholdNames } from '../../hooks/use-household-names.js';
import { useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { language } from '../../words/language.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import '../../design/wall.css';

/** What several rules come to on the same books. */
export type Compared = Answer<'POST /api/profit-sharing/v1/seasons/{code}/scenarios'>;

type Shown = NonNullable<Answer<'GET /api/profit-sharing/v1/seasons/{code}/shown-scenarios'>['shown']>;
type FamilyGets = Compared['families'][number];

/** The same as everybody sees it: of the families her own alone. */
export type SideBySide = Pick<Compared, 'ruleSets' | 'families' | 'groups' | 'forAssembly'> & {
  /** Null where the books do not move any more. */
  readonly asOf: Compared['asOf'] | null;
};
export const asSeen = (shown: Shown): SideBySide => ({ ...shown, forAssembly: true });

type Amounts = readonly (string | null)[];

/** Rules side by side: what is left for the families, each fund, and what families and groups would get. */
export function ComparedRules({ compared, nameOf }: { compared: SideBySide; nameOf: (code: string) => string }) {
  const { currency, timezone } = useWho().coop;
  const registered = useFundNames();
  // a shipped rule may name a fund that the co-op has not registered
  const fundOf = (code: string): string =>
    registered(code) === code ? shippedName(code)[language() === 'es' ? 'es' : 'en'] : registered(code);
  const { ruleSets, families, groups, forAssembly, asOf } = compared;
  const names = ruleSets.map(({ code }) => nameOf(code));
  const money = (amount: string | null | undefined) =>
    amount === null || amount === undefined ? '–' : inMoney(amount, currency);
  const funds = [...new Set(ruleSets.flatMap(({ funds: own }) => own.map(({ fund }) => fund)))];
  /** A column for each rule set: the amount, and how much it is more or less than by the present one. */
  const columns = names.map((head, i) => ({
    head,
    number: true,
    cell: ({ shares, differences }: { readonly shares: Amounts; readonly differences: Amounts }) => (
      <span>
        {money(shares[i])}
        {i === 0 ? null : <Difference amount={differences[i] ?? null} />}
      </span>
    ),
    by: ({ shares }: { readonly shares: Amounts }) => shares[i] ?? null,
  }));
  const kinds = [...new Set(groups.map(({ by }) => by))];
  return (
    <section className={forAssembly ? 'stack wall' : 'stack'}>
      <div className="row">
        {asOf === null ? null : <p className="soft">{say('scenarios.asOf', { time: moment(asOf, timezone) })}</p>}
        <Button onClick={() => window.print()}>{say('scenarios.print')}</Button>
      </div>
      {ruleSets
        .filter(({ unshared }) => unshared !== null)
        .map(({ code, unshared }) => (
          <Notice key={code} kind="waiting" title={nameOf(code)}>
            <p>{say('season.unsharedText', { detail: unshared ?? '' })}</p>
          </Notice>
        ))}
      <h2>{say('scenarios.left')}</h2>
      <Bars
        caption={say('scenarios.left')}
        heads={[say('scenarios.rules'), say('scenarios.left')]}
        parts={ruleSets.map(({ code, pool }) => ({
          key: code,
          label: nameOf(code),
          size: sizeOf(pool ?? '0'),
          figure: money(pool),
        }))}
      />
      {forAssembly ? <OwnFamily families={families} columns={columns} /> : null}
      <h2>{say('scenarios.funds')}</h2>
      <Table
        caption={say('scenarios.funds')}
        rows={funds}
        keyOf={(fund) => fund}
        columns={[
          { head: say('scenarios.fund'), cell: (fund) => fundOf(fund), by: fundOf },
          ...ruleSets.map(({ code, funds: own }) => ({
            head: nameOf(code),
            number: true,
            cell: (fund: string) => money(own.find((one) => one.fund === fund)?.amount),
            by: (fund: string) => own.find((one) => one.fund === fund)?.amount ?? null,
          })),
        ]}
      />
      {kinds.map((by) => (
        <section key={by} className="stack">
          <h2>{by}</h2>
          <Table
            caption={by}
            rows={groups.filter((one) => one.by === by)}
            keyOf={({ group }) => group}
            columns={[
              {
                head: say('scenarios.group'),
                cell: ({ group, members, hidden }) =>
                  `${group === '–' ? say('scenarios.others') : group} (${hidden || members === null ? say('scenarios.hidden') : members})`,
                by: ({ group }) => (group === '–' ? say('scenarios.others') : group),
              },
              ...columns,
            ]}
          />
        </section>
      ))}
      {groups.some(({ hidden }) => hidden) ? <p className="soft">{say('scenarios.hiddenText')}</p> : null}
      {forAssembly ? null : <Families families={families} columns={columns} />}
    </section>
  );
}

type FamiliesProps = { readonly families: readonly FamilyGets[]; readonly columns: readonly Column<FamilyGets>[] };

/** Every family by its name, for the officers. */
function Families({ families, columns }: FamiliesProps) {
  const familyOf = useHouseholdNames();
  return (
    <>
      <h2>{say('season.families')}</h2>
      <Table
        caption={say('season.families')}
        rows={families}
        keyOf={({ household }) => household}
        columns={[
          {
            head: say('season.family'),
            cell: ({ household }) => familyOf(household),
            by: ({ household }) => familyOf(household),
          },
          ...columns,
        ]}
      />
    </>
  );
}

/** The family of who looks, where she is a member; on a wall there is none. */
function OwnFamily({ families, columns }: FamiliesProps) {
  if (families.length === 0) return null;
  return (
    <>
      <h2>{say('scenarios.yours')}</h2>
      <Table
        caption={say('scenarios.yours')}
        rows={families}
        keyOf={({ household }) => household}
        columns={[
          { head: say('season.family'), cell: ({ household }) => household, by: ({ household }) => household },
          ...columns,
        ]}
      />
      <p className="soft no-print">{say('scenarios.yoursText')}</p>
    </>
  );
}

/** More with a plus, less with a minus: never by colour alone. */
function Difference({ amount }: { amount: string | null }) {
  const { currency } = useWho().coop;
  if (amount === null) return null;
  const words = amount.startsWith('-') ? `− ${inMoney(amount.slice(1), currency)}` : `+ ${inMoney(amount, currency)}`;
  return <small className="difference">{words}</small>;
}
