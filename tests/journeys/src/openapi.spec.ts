import { mkdirSync, symlinkSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SERVICES } from '@ayni/contracts';
import { Answer } from '@ayni/api-client/answer';
import { catalogue, wordFor } from '@ayni/kernel';
import { testFolder } from '@ayni/testing/test-folder';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { startSystem } from './start-system.js';

const GENERATOR = join(WORKSPACE, 'node_modules/@hey-api/openapi-ts/bin/run.js');
const COMPILER = join(WORKSPACE, 'node_modules/typescript-native/bin/tsc');

/** A stranger's program, which reads answers, errors and rules as the documents have them. */
const PROGRAM = `
import type { RunsListResponse } from './profit-sharing/types.gen';
import type { SalesRecordData, SalesRecordErrors, SalesRecordResponses } from './sales/types.gen';
import type { SeasonsOpenData } from './profit-sharing/types.gen';

export const recorded = (answer: SalesRecordResponses[201]): number => answer.recorded;
export const isShut = (problem: SalesRecordErrors[409]): boolean => problem.code === 'season-closed';
export const sale: SalesRecordData['body'] = {
  rows: [
    {
      receipt: 'R1',
      soldAt: '2025-07-04T10:15:00-04:00',
      market: 'Villa Dolores',
      payment: 'cash',
      lines: [{ product: 'LETTUCE', quantity: '2', unit: 'amarro', unitPrice: '24.00' }],
    },
  ],
};
export const rules: SeasonsOpenData['body']['rows'][number]['ruleSet'] = {
  code: 'by-work',
  steps: [{ kind: 'fund', fund: 'legal-reserve', percent: '10.00', of: 'result', rounding: 'up' }],
  bases: [{ basis: 'work-minutes', percent: '100.00' }],
};
export const next = (page: RunsListResponse): string | null => (typeof page === 'string' ? null : page.next);
`;

/** Fields that standards name: CloudEvents, and RFC 9457 with what stands beside it in every problem. */
const STANDARD = new Set(
  'specversion id source type subject time datacontenttype dataschema data coopid commandid aggregate aggregateseq traceparent'
    .split(' ')
    .concat('status title detail pointer errors requestId'.split(' ')),
);

/** What must not compile, each by itself. */
const WRONG: readonly (readonly [right: string, wrong: string])[] = [
  ['answer.recorded', 'answer.recordet'],
  ["'season-closed'", "'season-clothed'"],
  ["payment: 'cash'", "payment: 'barter'"],
  ["rounding: 'up'", "rounding: 'upwards'"],
  ["basis: 'work-minutes'", "basis: 'work'"],
];

let system: SystemProcess;
let folder: string;
const documents = new Map<string, Answer>();

beforeAll(async () => {
  system = await startSystem();
  folder = testFolder();
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(WORKSPACE, 'node_modules'), join(folder, 'node_modules'));
  for (const service of SERVICES) {
    const text = await (await fetch(`${system.url}/docs/${service}.json`)).text();
    documents.set(service, new Answer(JSON.parse(text), service));
    await writeFile(join(folder, `${service}.json`), text);
  }
});

afterAll(() => system.remove());

const operations = (): { readonly name: string; readonly operation: Answer }[] =>
  [...documents.values()].flatMap((document) =>
    document
      .field('paths')
      .entries.flatMap(([path, verbs]) =>
        verbs.entries.map(([verb, operation]) => ({ name: `${verb} ${path}`, operation })),
      ),
  );

const NAME = /^[a-z]+(?:-[a-z]+)*\.[a-z]+$/;

/** Whether an answer that goes well says what it holds. */
const saysWhat = (answer: Answer): boolean =>
  answer.field('content').value !== undefined &&
  answer.field('content').entries.every(([, { value }]) => JSON.stringify(value).length > '{"schema":{}}'.length);

test.each(SERVICES)(
  'every operation of %s has a name of its own, such as losses.record, and says what it answers',
  (service) => {
    const names = new Map<string, string>();
    const lacking: string[] = [];
    for (const [path, verbs] of documents.get(service)?.field('paths').entries ?? [])
      for (const [verb, operation] of verbs.entries) {
        const route = `${verb.toUpperCase()} ${path}`;
        const name = String(operation.field('operationId').value);
        const other = names.get(name);
        names.set(name, route);
        if (!NAME.test(name)) lacking.push(`${route}: the name ${name}`);
        if (other !== undefined) lacking.push(`${route}: a name that ${other} has not`);
        const well = operation.field('responses').entries.filter(([status]) => status.startsWith('2'));
        if (well.length === 0 || !well.every(([, answer]) => saysWhat(answer)))
          lacking.push(`${route}: what it answers`);
      }
    expect(names.size).toBeGreaterThan(0);
    expect(lacking).toEqual([]);
  },
);

describe('the documents of the API', () => {
  test('say of every operation what it does, and with which codes it refuses', () => {
    const silent = operations().filter(({ operation }) => {
      const refusals = operation.field('responses').entries.filter(([status]) => /^[45]/.test(status));
      const codes = refusals.flatMap(([, { value }]) => JSON.stringify(value).match(/"enum":\[[^\]]+\]/g) ?? []);
      return operation.field('summary').value === '' || codes.length < refusals.length || refusals.length < 3;
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test('name no refusal that the catalogue has not', () => {
    const named = operations().flatMap(({ operation }) =>
      operation
        .field('responses')
        .entries.filter(([status]) => /^[45]/.test(status))
        .flatMap(([, response]) => response.field('description').text.split(', ')),
    );
    expect([...new Set(named)].filter((code) => !Object.hasOwn(catalogue, code))).toEqual([]);
    expect(new Set(named).size).toBeGreaterThan(50);
  });

  test('name no field for which the catalogue has no words', () => {
    const named = [...documents.values()].flatMap((document) => {
      const schemas = document.field('components').field('schemas').entries;
      const fields = schemas.flatMap(([, schema]) => schema.field('properties').entries.map(([field]) => field));
      const asked = JSON.stringify(document.field('paths').value).matchAll(
        /\{"name":"(\w+)","required":\w+,"in":"query"/g,
      );
      return [...fields, ...[...asked].map(([, name = '']) => name)];
    });
    expect(new Set(named).size).toBeGreaterThan(150);
    const unsaid = [...new Set(named)].filter(
      (field) => (wordFor('field', field, 'es') ?? wordFor('list', field, 'es')) === undefined,
    );
    expect(unsaid.filter((field) => !STANDARD.has(field)).sort()).toEqual([]);
  });

  test('say what people call a field in both languages', () => {
    const schemas = documents.get('profit-sharing')?.field('components').field('schemas');
    const described = (schema: string, field: string): unknown =>
      schemas?.field(schema).field('properties').field(field).field('description').value;
    expect(described('SentAdvance', 'paidOn')).toBe('pagado el · paid on');
    expect(described('ExpenseRow', 'fundedBy')).toMatch(/^pagado con · paid from: `own`/);
  });

  test('say every text in both languages', () => {
    const lonely = new Set<string>();
    const walk = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) return;
      for (const [name, value] of Object.entries(part))
        if ((name === 'description' || name === 'summary') && typeof value === 'string') {
          // a list of codes is no text, and one word may be the same in both
          const isText = / /.test(value) && !/^[a-z-]+(?:, [a-z-]+)*$/.test(value);
          const [, note] = /^[^:]* · [^:]*?: (.*)$/s.exec(value) ?? [];
          if (isText && !(note ?? value).includes(' · ')) lonely.add(value);
        } else walk(value);
    };
    for (const document of documents.values()) walk(document.value);
    expect([...lonely]).toEqual([]);
  });

  test('have the rules of an assembly field by field, sent and answered', () => {
    const schemas = documents.get('profit-sharing')?.field('components').field('schemas');
    for (const schema of ['SeasonRequest', 'RulesRequest', 'SeasonRow', 'CaseDocument']) {
      const rules = schemas?.field(schema).field('properties').field('ruleSet');
      const bases = rules?.field('properties').field('bases').field('items').field('type');
      expect([schema, bases?.value]).toEqual([schema, 'object']);
    }
  });

  test('are what the pages were written against', async () => {
    const told = await runProgram(process.execPath, ['tools/api-types/dist/main.js', system.url, '--check']);
    expect(told).toMatchObject({ status: 0, output: '' });
  });

  test('give a stranger a client whose program compiles, and does not with a wrong field', async () => {
    for (const service of SERVICES) {
      const words = [
        '-i',
        join(folder, `${service}.json`),
        '-o',
        join(folder, service),
        '-p',
        '@hey-api/typescript',
        '-s',
      ];
      const { status, errors } = await runProgram(process.execPath, [GENERATOR, ...words]);
      expect({ service, status, errors: status === 0 ? '' : errors }).toEqual({ service, status: 0, errors: '' });
    }
    const wrongs = WRONG.map(([right, wrong], i) => {
      expect(PROGRAM).toContain(right);
      return { file: `wrong-${i}.ts`, program: PROGRAM.replace(right, wrong) };
    });
    const all = [{ file: 'program.ts', program: PROGRAM }, ...wrongs];
    for (const { file, program } of all) await writeFile(join(folder, file), program);
    const options = { strict: true, noEmit: true, skipLibCheck: true, module: 'esnext', moduleResolution: 'bundler' };
    const files = all.map(({ file }) => file);
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...options, types: [] }, files }),
    );
    const { output } = await runProgram(process.execPath, [COMPILER, '-p', folder]);
    // each has its own fault, and what is right, and what was generated, has none
    const faulty = [...output.matchAll(/([\w.-]+\.ts)\(\d+,\d+\): error/g)].map(([, file]) => file);
    expect([...new Set(faulty)].sort()).toEqual(wrongs.map(({ file }) => file));
  });
});

test('the schemas of events have an index that names every one of them', async () => {
  const index = new Answer(await (await fetch(`${system.url}/schemas`)).json(), '/schemas');
  const text = JSON.stringify(index.value);
  expect(text).toContain('ayni.sales.sale-recorded.v1');
  expect(await readFile(join(WORKSPACE, 'docs/events/README.md'), 'utf8')).toContain('sale-recorded');
});
