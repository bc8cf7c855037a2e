import { useEffect } from 'react';
import { Route, Switch } from 'wouter';
import { useNamesAhead } from '../hooks/use-names.js';
import { holds, useWho } from '../hooks/use-who.js';
import { NotFound } from './not-found.js';
import { officePlaces } from './office-places.js';
import { placed } from './placed.js';

const pages = placed(officePlaces);

/** The pages that no phone needs without a line. */
export default function OfficePages() {
  const who = useWho();
  const notes = holds(who, 'manager');
  useNamesAhead(notes);
  useEffect(() => {
    // what the service worker has seen pass opens without a line, too; what cannot be had now is had when somebody comes
    if (notes) for (const { ahead, page } of officePlaces) if (ahead) void page().catch(() => undefined);
  }, [notes]);
  return (
    <Switch>
      {pages.routesFor(who)}
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
