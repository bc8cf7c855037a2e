import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { fieldOf, jsonOf } from '@ayni/kernel';
import { WORKSPACE } from '@ayni/testing/run-program';
import { testFolder } from '@ayni/testing/test-folder';
import { parse } from 'yaml';
import { commandsOf } from './how-to/page.js';

const run = promisify(execFile);

const PAGE = 'docs/how-to/run-on-docker.md';
const text = (path: string): string => readFileSync(join(WORKSPACE, path), 'utf8');
const page = text(PAGE);
const written = text('docker-compose.yml');
const compose: unknown = parse(written, { merge: true });
const keysOf = (value: unknown): string[] => Object.keys(Object(value));
const found = (of: string, pattern: RegExp): string[] => [...of.matchAll(pattern)].map(([, first = '']) => first);

/** Every shell command of the page, one a line. */
const commands = commandsOf(PAGE).map((command) => command.text);
const services = keysOf(fieldOf(compose, 'services'));

/** The services that the `docker compose` commands of a line name. */
function servicesIn(command: string): string[] {
  return found(command, /docker compose ([^|#;\n]*)/g).flatMap((words) => {
    const [verb = '', ...rest] = words
      .replaceAll(/(?:--user|-v|-e) (?:"[^"]*"|\S+)/g, '')
      .split(/\s+/)
      .filter((word) => word !== '' && !word.startsWith('-'));
    const names = verb === 'run' || verb === 'exec' ? rest.slice(0, 1) : rest;
    return names.map((name) => name.replace(/=\d+$/, ''));
  });
}

describe('the page on Docker, where there is no Docker', () => {
  test('names the services, volumes and networks that docker-compose.yml has, each of them', () => {
    const named = commands.flatMap(servicesIn);
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((name) => !services.includes(name))).toEqual([]);
    const table = page.slice(page.indexOf('| container'), page.indexOf('PostgreSQL and Kafka are in'));
    const told = table.split('\n').flatMap((line) => found(line.split('|')[1] ?? '', /`([\w-]+)`/g));
    expect([...told, 'ops'].sort()).toEqual([...services].sort());
    for (const volume of found(page, /`([\w-]+-data)`/g)) expect(keysOf(fieldOf(compose, 'volumes'))).toContain(volume);
    expect(`${String(fieldOf(compose, 'name'))}_front`).toBe(found(page, /network `(\w+)`/g)[0]);
    expect(keysOf(fieldOf(compose, 'networks'))).toContain('front');
  });

  test('gives the variables that are read, and what they are where nobody sets them', () => {
    const rows = page.split('\n').filter((line) => /^\| `(?:AYNI|OTEL)/.test(line));
    expect(rows.length).toBe(6);
    for (const row of rows) {
      const [names = '', , without = ''] = row.split('|').slice(1);
      const defaults = found(without, /`([^`]+)`/g);
      found(names, /`(\w+)`/g).forEach((name, i) => {
        const [byDefault = ''] = found(written, new RegExp(`\\$\\{${name}:-([^}]*)\\}`, 'g'));
        expect(`${name} ${written.includes(`\${${name}:-`)}`).toBe(`${name} true`);
        if (defaults[i] !== undefined) expect(`${name} ${byDefault}`).toBe(`${name} ${defaults[i]}`);
      });
    }
    const more = text('infra/docker/integrators.yml');
    for (const name of ['AYNI_EVENTS', 'kafka.pem']) expect(page.includes(name) && more.includes(name)).toBe(true);
  });

  test('runs programs that the image has, under the tag that it is built with', async () => {
    const { version } = jsonOf(text('package.json')) as { version: string };
    expect(new Set(found(page + written + text('infra/docker/Dockerfile'), /ayni:(\d[\d.]*\d)/g))).toEqual(
      new Set([version]),
    );
    const programs = new Set(
      found(page + written + text('infra/docker/Dockerfile'), /\b((?:apps|services)\/[\w-]+\/dist\/[\w-]+\.js)/g),
    );
    expect(programs.size).toBe(7);
    for (const program of programs) await access(join(WORKSPACE, program));
    const paths = found(page, /(infra\/[\w./-]+)/g);
    for (const path of paths) await access(join(WORKSPACE, path));
  });

  test('leads people to the port on which the services listen', () => {
    const port = found(text('infra/docker/Dockerfile'), /AYNI_PORT=(\d+)/g)[0];
    const front = text('infra/docker/Caddyfile');
    expect(new Set(found(front, /dynamic a [\w-]+ (\d+)/g))).toEqual(new Set([port]));
    expect(new Set(found(front, /dynamic a ([\w-]+) \d+/g))).toEqual(
      new Set(['members', 'production', 'inventory', 'sales', 'profit-sharing']),
    );
    expect(page).toContain(`http://127.0.0.1:${port}/docs`);
    expect(page).toContain(`sales:${port}/metrics`);
  });

  test('makes with its command just the secrets that docker-compose.yml hands out, for all to read, in a folder for one', async () => {
    const folder = join(testFolder(), 'secrets');
    const command = commands.find((each) => each.includes('make-secrets.js')) ?? '';
    const program = found(command, /ayni:\S+ (\S+)/g)[0] ?? '';
    await run(process.execPath, [join(WORKSPACE, program), folder]);
    expect((await readdir(folder)).sort()).toEqual(keysOf(fieldOf(compose, 'secrets')).sort());
    for (const secret of keysOf(fieldOf(compose, 'secrets')))
      expect(fieldOf(fieldOf(fieldOf(compose, 'secrets'), secret), 'file')).toBe(`./secrets/${secret}`);
    // the operator's programs take them where a data folder has them
    const rotated = await run(process.execPath, [
      ...[join(WORKSPACE, 'apps/ops/dist/main.js'), 'keys', 'rotate', '--data', join(folder, '..')],
    ]);
    expect(rotated.stderr).toBe('');
  });
});
