import { Link } from 'wouter';
import { say } from '../words/say.js';

/** The way to the page that brings what stands in spreadsheets. */
export function PasteLink({ what }: { what: string }) {
  return (
    <Link href={`/traer?que=${what}`} className="button">
      {say('paste.open')}
    </Link>
  );
}
