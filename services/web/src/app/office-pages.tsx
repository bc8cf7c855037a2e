import { Route, Switch } from 'wouter';
import { useWho } from '../hooks/use-who.js';
import { NotFound } from './not-found.js';
import { officePlaces } from './office-places.js';
import { placed } from './placed.js';

const pages = placed(officePlaces);

/** The pages that no phone needs without a line. */
export default function OfficePages() {
  const who = useWho();
  return (
    <Switch>
      {pages(who)}
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
