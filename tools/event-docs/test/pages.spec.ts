import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { events, topicOf } from '@ayni/contracts';
import { Type } from 'typebox';
import { fieldsOf } from '../src/fields.js';
import { allPages } from '../src/pages.js';
import { staleIn } from '../src/stale.js';

const folder = fileURLToPath(new URL('../../../docs/events', import.meta.url));

let pages: ReadonlyMap<string, string>;
beforeAll(async () => {
  pages = await allPages();
});

describe('the pages of the events', () => {
  test('say what the contracts say (else: npm run events)', async () => {
    expect(await staleIn(folder, pages)).toEqual([]);
  });

  test('a page that says something else, one that is missing and one too many are found', async () => {
    const others = new Map(pages).set('README.md', '# Events, otherwise\n').set('ayni.more.v1.md', '');
    others.delete('ayni.sales.sale-recorded.v1.md');
    expect(await staleIn(folder, others)).toEqual(['README.md', 'ayni.more.v1.md', 'ayni.sales.sale-recorded.v1.md']);
  });

  test.each(events.filter(({ audience }) => audience === 'public').map((event) => [event.type, event] as const))(
    '%s has a page with topic, audience and the whole sample, and the index names it',
    (type, event) => {
      const page = pages.get(`${type}.md`);
      expect(page).toContain(`\`${topicOf(event)}\``);
      expect(page).toContain(event.sentWhen);
      expect(page).toContain('"aggregateseq"');
      expect(pages.get('README.md')).toContain(`(${type}.md)`);
    },
  );

  test.each(events.filter(({ audience }) => audience === 'internal').map(({ type }) => type))(
    '%s is internal: no page, and no more of it in the index than that it exists',
    (type) => {
      expect(pages.has(`${type}.md`)).toBe(false);
      expect(pages.get('README.md')?.split(`\`${type}\``).length).toBe(2);
    },
  );

  test('who reads the records of a sale learns that they may be taken back, and by what', () => {
    expect(pages.get('ayni.sales.sale-recorded.v1.md')).toContain('(ayni.sales.sale-reversed.v1.md)');
    expect(pages.get('ayni.sales.sale-reversed.v1.md')).toContain('(ayni.sales.sale-recorded.v1.md)');
    expect(pages.get('ayni.inventory.lot-received.v1.md')).toContain('No event reverses it');
  });

  test('every link leads to a page that is there', async () => {
    const there = new Set(await readdir(folder));
    for (const [file, page] of pages)
      for (const [, target] of page.matchAll(/\]\(([^)#:]+\.md)/g))
        if (target?.startsWith('../')) await expect(readFile(`${folder}/${target}`, 'utf8')).resolves.toBeTruthy();
        else expect({ file, target, there: there.has(target ?? '') }).toEqual({ file, target, there: true });
  });
});

describe('a schema and its descriptions', () => {
  const schema = Type.Object({
    code: Type.String({ minLength: 1, maxLength: 64 }),
    lines: Type.Array(Type.Object({ line: Type.Integer({ minimum: 1 }) }), { minItems: 1 }),
    reason: Type.Optional(Type.String()),
  });
  const descriptions = { code: 'A code.', lines: { itself: 'Lines.', each: { line: 'Its place.' } }, reason: 'Why.' };

  test('become a row for each field, those of lists too', () => {
    expect(fieldsOf(schema, descriptions)).toEqual([
      { path: 'code', kind: 'text, 1 to 64 signs', always: true, says: 'A code.' },
      { path: 'lines', kind: 'list of objects, at least 1', always: true, says: 'Lines.' },
      { path: 'lines[].line', kind: 'whole number, at least 1', always: true, says: 'Its place.' },
      { path: 'reason', kind: 'text', always: false, says: 'Why.' },
    ]);
  });

  test('a field without a description and a description without a field are refused', () => {
    expect(() => fieldsOf(schema, { ...descriptions, code: undefined })).toThrow('no description for code');
    expect(() => fieldsOf(schema, { ...descriptions, lines: { ...descriptions.lines, each: {} } })).toThrow(
      'lines[].line',
    );
    expect(() => fieldsOf(schema, { ...descriptions, colour: 'Red.' })).toThrow('colour');
  });
});
