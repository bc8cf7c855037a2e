import { Link } from 'wouter';
import { Page } from '../design/page.js';
import { say } from '../words/say.js';

/** An address at which there is nothing for her. */
export function NotFound() {
  return (
    <Page title={say('frame.notFoundTitle')}>
      <p>{say('frame.notFoundText')}</p>
      <p>
        <Link href="/" className="button">
          {say('frame.home')}
        </Link>
      </p>
    </Page>
  );
}
