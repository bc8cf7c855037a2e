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
  const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\],]/g;
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    const [word, isName] = token;
    const inside = open.at(-1);
    if (word === '{' || word === '[') {
      const pointer = inside ? pointerTo(inside.pointer, inside.names ? inside.name : inside.items) : '';
      open.push({ pointer, names: word === '{' ? new Set() : null, name: '', items: 0 });
    } else if (word === '}' || word === ']') {
      open.pop();
    } else if (word === ',' && inside) {
      inside.items += 1;
    } else if (isName && inside?.names) {
      inside.name = String(JSON.parse(word.slice(0, -isName.length)));
      if (inside.names.has(inside.name)) return pointerTo(inside.pointer, inside.name);
      inside.names.add(inside.name);
    }
  }
  return null;
}
