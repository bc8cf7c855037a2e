import type { ComponentType } from 'react';
import { fetchedOnce, useFetched } from '../hooks/use-fetched.js';
import { Loading } from './loading.js';

type FetchedPart<Props> = ComponentType<Props> & {
  /** Fetches it before it is shown. */
  readonly load: () => Promise<unknown>;
};

/**
 * A part of a page that is fetched when it is first shown. React's `lazy` is not used: what comes within 300 ms after
 * something stood in its place is held back until they are over, which is a quarter of what a phone needs to open.
 */
export function fetched<Props extends object = object>(
  fetch: () => Promise<{ readonly default: ComponentType<Props> }>,
): FetchedPart<Props> {
  const part = fetchedOnce(async () => (await fetch()).default);
  function Fetched(props: Props) {
    const Part = useFetched(part);
    return Part === undefined ? <Loading /> : <Part {...props} />;
  }
  return Object.assign(Fetched, { load: part.load });
}
