import type { Operations } from './generated/operations.js';

export type Route = keyof Operations;
export type Sent<R extends Route> = Operations[R]['sent'];
export type Answer<R extends Route> = Operations[R]['answer'];
export type ReadRoute = Extract<Route, `GET ${string}`>;
export type ActRoute = Exclude<Route, ReadRoute>;
/** Routes that also answer their table as a file. */
export type TableRoute = {
  [R in ReadRoute]: Sent<R> extends { readonly query?: { readonly format?: string } } ? R : never;
}[ReadRoute];

/** What a route is sent, as it is needed here: the types of {@link Sent} say which of it there is. */
export type Parts = {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
};

/** Where a route leads with what it is sent. */
export function addressOf(route: Route, { path = {}, query = {} }: Parts): string {
  const [, pattern = ''] = route.split(' ');
  const filled = pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return asked.length === 0 ? filled : `${filled}?${new URLSearchParams(asked).toString()}`;
}
