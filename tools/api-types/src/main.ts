import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';
import { Answer } from '@ayni/api-client/answer';
import { SERVICES, type ServiceName } from '@ayni/contracts';
import { Command } from 'commander';
import { format, resolveConfig } from 'prettier';
import { operationsFile } from './operations.js';

const GENERATED = fileURLToPath(new URL('../../../services/web/src/api/generated', import.meta.url));

/** The files of types that the documents of a running system ask for, by name. */
async function typesOf(url: string): Promise<ReadonlyMap<string, string>> {
  const documents = new Map<ServiceName, Answer>();
  const files = new Map<string, string>();
  const folder = await mkdtemp(join(tmpdir(), 'ayni-api-types-'));
  try {
    for (const service of SERVICES) {
      const text = await (await fetch(new URL(`/docs/${service}.json`, url))).text();
      documents.set(service, new Answer(JSON.parse(text), service));
      const input = join(folder, `${service}.json`);
      const output = join(folder, service);
      await writeFile(input, text);
      await createClient({ input, output, plugins: ['@hey-api/typescript'], logs: { level: 'silent' } });
      files.set(`${service}.ts`, await readFile(join(output, 'types.gen.ts'), 'utf8'));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  files.set('operations.ts', operationsFile(documents));
  const style = (await resolveConfig(join(GENERATED, 'operations.ts'))) ?? {};
  for (const [name, text] of files) files.set(name, await format(text, { ...style, parser: 'typescript' }));
  return files;
}

await new Command('api-types')
  .description("Write the types of the API, as a running system describes it, to the pages' sources")
  .argument('<url>', 'where the system is, such as http://127.0.0.1:4500')
  .option('--check', 'only say which of the files that are there differ')
  .action(async (url: string, { check }: { check?: true }) => {
    const files = await typesOf(url);
    await mkdir(GENERATED, { recursive: true });
    for (const [name, text] of files) {
      const path = join(GENERATED, name);
      const there = await readFile(path, 'utf8').catch(() => '');
      if (there === text) continue;
      if (check === undefined) await writeFile(path, text);
      else process.exitCode = 1;
      process.stdout.write(`${check === undefined ? 'written' : 'differs'}: ${name}\n`);
    }
  })
  .parseAsync();
