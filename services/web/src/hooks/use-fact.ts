import type { Route, Sent, TableRoute } from '../api/route.js';
import { useAct } from './use-act.js';
import { useList, type ItemOf, type List, type ListRoute } from './use-list.js';

/** A record as every dated fact is listed: by its code, with the reason for which it was taken back, null while it stands. */
type Listed = { readonly code: string; readonly reversal: string | null };

/** Where a dated fact is listed, recorded, and taken back by its code. */
export type FactPath = {
  [R in Route]: R extends `POST ${infer Path}/{code}/reversal`
    ? `GET ${Path}` extends ListRoute & TableRoute
      ? ItemOf<`GET ${Path}`> extends Listed
        ? Path
        : never
      : never
    : never;
}[Route];

/** A fact as it is listed. */
export type FactRow<Path extends FactPath> = ItemOf<`GET ${Path}`> & Listed;

type SentRows<S> = S extends { readonly body: { readonly rows: readonly (infer Row)[] } } ? Row : never;

/** A fact as it is entered. */
export type SentFact<Path extends FactPath> = SentRows<Sent<`POST ${Path}`>>;

type Representative = '/api/profit-sharing/v1/loans';

/** The routes of a fact. All facts have the same ones, and are sent alike: one of them stands for all in the types. */
export function routesOf(path: FactPath) {
  const one = path as Representative;
  return { list: `GET ${one}`, record: `POST ${one}`, reversal: `POST ${one}/{code}/reversal` } as const;
}

/** The records of a fact, as far as they were asked for. */
export function useFactList<Path extends FactPath>(
  path: Path,
  query: Readonly<Record<string, string>>,
): List<FactRow<Path>> {
  const list: unknown = useList(routesOf(path).list, { query });
  // what the route of a path lists is what its type says
  return list as List<FactRow<Path>>;
}

/** Recording a fact. */
export function useRecord<Path extends FactPath>(path: Path) {
  const { send, busy, problem } = useAct(routesOf(path).record);
  return {
    /** @returns whether it was recorded */
    record: async (row: SentFact<Path>): Promise<boolean> =>
      // what the route of a path takes is what its type says
      (await send({ body: { rows: [row as SentFact<Representative>] } })) !== undefined,
    ...{ busy, problem },
  };
}
