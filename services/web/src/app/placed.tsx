import type { ReactElement } from 'react';
import { Route } from 'wouter';
import type { Who } from '../api/who.js';
import { fetched } from '../design/fetched.js';
import { holds } from '../hooks/use-who.js';
import type { Place } from '../pages/place.js';
import { NotFound } from './not-found.js';

type Placed = {
  /** What stands at each place, for her; where she may not come, nothing is found. */
  readonly routesFor: (who: Who) => ReactElement[];
  /** Fetches the page that stands at a path, where one does, before it is shown. */
  readonly load: (path: string) => Promise<unknown>;
};

/** Places with their pages, each fetched when somebody comes to it for the first time. */
export function placed(places: readonly Place[]): Placed {
  const pages = places.map(({ page, ...place }) => ({ ...place, Page: fetched(page) }));
  return {
    routesFor: (who) =>
      pages.map(({ path, roles, Page }) => (
        <Route key={path} path={path}>
          {roles === undefined || holds(who, ...roles) ? <Page /> : <NotFound />}
        </Route>
      )),
    load: (at) => Promise.all(pages.filter(({ path }) => path === at).map(({ Page }) => Page.load())),
  };
}
