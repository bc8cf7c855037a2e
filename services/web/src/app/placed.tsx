import { lazy, Suspense, type ReactElement } from 'react';
import { Route } from 'wouter';
import type { Who } from '../api/who.js';
import { Loading } from '../design/loading.js';
import { holds } from '../hooks/use-who.js';
import type { Place } from '../pages/place.js';
import { NotFound } from './not-found.js';

/** Places with their pages, each fetched when somebody comes to it for the first time; nothing where she may not come. */
export function placed(places: readonly Place[]): (who: Who) => ReactElement[] {
  const pages = places.map(({ page, ...place }) => ({ ...place, Page: lazy(page) }));
  return (who) =>
    pages.map(({ path, roles, Page }) => (
      <Route key={path} path={path}>
        {roles === undefined || holds(who, ...roles) ? (
          <Suspense fallback={<Loading />}>
            <Page />
          </Suspense>
        ) : (
          <NotFound />
        )}
      </Route>
    ));
}
