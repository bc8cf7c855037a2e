import { pointerTo } from './document.js';
import type { RefusedCase } from './refused-case.js';

type Open = { readonly pointer: string; readonly names: Set<string> | null; name: string; items: number };

/** Reads a JSON text, and refuses one in which an object has a name twice: readers differ in which of the two counts. */
export function parseJson(text: string): { readonly value: unknown } | RefusedCase {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const detail = `is no JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { code: 'bad-document', pointer: '', detail };
  }
  const twice = nameThereTwice(text);
  if (twice === null) return { value };
  return { code: 'bad-document', pointer: twice, detail: 'is there twice' };
}

/** The place of the first name that an object of a valid JSON text has for the second time. */
function nameThereTwice(text: string): string | null {
  const open: Open[] = [];
  const signs = /["{}[\],]/g;
  for (let match = signs.exec(text); match; match = signs.exec(text)) {
    const inside = open.at(-1);
    if (match[0] === '{' || match[0] === '[') {
      const pointer = inside ? pointerTo(inside.pointer, inside.names ? inside.name : inside.items) : '';
      open.push({ pointer, names: match[0] === '{' ? new Set() : null, name: '', items: 0 });
    } else if (match[0] === '}' || match[0] === ']') {
      open.pop();
    } else if (match[0] === ',') {
      if (inside) inside.items += 1;
    } else {
      const end = endOfString(text, match.index);
      signs.lastIndex = end;
      if (!inside?.names || !isName(text, end)) continue;
      inside.name = String(JSON.parse(text.slice(match.index, end)));
      if (inside.names.has(inside.name)) return pointerTo(inside.pointer, inside.name);
      inside.names.add(inside.name);
    }
  }
  return null;
}

/** Where the string that starts at `start` ends: behind the first quote with an even number of backslashes before it. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); ; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (text[quote - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
  }
}

function isName(text: string, end: number): boolean {
  const colon = /\s*:/y;
  colon.lastIndex = end;
  return colon.test(text);
}
