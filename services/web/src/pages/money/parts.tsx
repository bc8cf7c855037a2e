import { Link, useLocation } from 'wouter';
import { say, type PlainWord } from '../../words/say.js';

const PARTS: readonly { readonly path: string; readonly word: Extract<PlainWord, `money.${string}`> }[] = [
  { path: '/gastos', word: 'money.expenses' },
  { path: '/gastos/donaciones', word: 'money.grants' },
  { path: '/gastos/fondos', word: 'money.funds' },
];

/** The pages about money that is spent and set apart, one beside the other. */
export function Parts() {
  const [at] = useLocation();
  return (
    <nav aria-label={say('money.parts')} className="row">
      {PARTS.map(({ path, word }) => (
        <Link key={path} href={path} className="button plain" aria-current={at === path ? 'page' : undefined}>
          {say(word)}
        </Link>
      ))}
    </nav>
  );
}
