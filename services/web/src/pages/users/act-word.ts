import { acts } from '../../words/es/acts.js';
import { say } from '../../words/say.js';
import { wordOf } from '../../words/word-of.js';

const isKnown = (key: string): key is Exclude<keyof typeof acts, 'reversed'> => Object.hasOwn(acts, key);

/** What somebody did, in words, by the name of its operation; the name itself where there is no word for it. */
export function actWord(operation: string): string {
  const key = operation.replace('.', '-');
  if (isKnown(key)) return say(`acts.${key}`);
  const [of = '', act] = operation.split('.');
  return act === 'reverse' ? say('acts.reversed', { what: wordOf('thing', kindOf(of)) }) : operation;
}

/** Operations are named by the plural of what they are of. */
const kindOf = (plural: string): string =>
  plural
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/(?<!s)s$/, '');
