import { useEffect, useState } from 'react';
import { say } from '../words/say.js';

const PATIENCE_MS = 300;

/** Grey lines where rows will be, after a moment: what is there at once does not flicker. */
export function Loading() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="grey-lines" aria-busy="true">
      <p className="visually-hidden">{say('states.loading')}</p>
      {late ? [0, 1, 2, 3].map((line) => <span key={line} />) : null}
    </div>
  );
}
