import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVICES } from '@ayni/contracts';
import { refusalText } from '@ayni/kernel';
import { run } from '@ayni/processes/run';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Ajv from 'ajv';
import { readCompose, readDocument, type Compose, type Container } from '../src/compose.js';
import { parseDockerfile } from '../src/dockerfile.js';
import { propertiesOf } from '../src/properties.js';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const COMPOSE = join(project, 'docker-compose.yml');
const textOf = (path: string): Promise<string> => readFile(join(project, path), 'utf8');

let compose: Compose;
const container = (name: string): Container => {
  const found = compose.services[name];
  if (!found) throw new Error(`no ${name}`);
  return found;
};
/** A field of a container as it stands in the file. */
const field = (name: string, key: string): unknown => Reflect.get(container(name), key);

beforeAll(async () => {
  compose = await readCompose(COMPOSE);
});

describe('docker-compose.yml', () => {
  test('is a compose file by the published schema', async () => {
    const schema: unknown = JSON.parse(await textOf('tools/rehearsal/test/compose-spec.json'));
    if (typeof schema !== 'object' || schema === null) throw new Error('no schema');
    // formats are of durations and ports, which its patterns and the rehearsal show as well
    const ajv = new Ajv.default({ strict: false, validateFormats: false, allErrors: true });
    const check = ajv.compile({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' });
    check(await readDocument(COMPOSE));
    expect(check.errors).toBeNull();
  });

  test('names each image by an exact version; ours is the version of the project', async () => {
    const { version }: { version: string } = JSON.parse(await textOf('package.json'));
    for (const { image } of Object.values(compose.services)) expect(image).toMatch(/^[\w/]+:\d+\.\d+/);
    for (const name of [...SERVICES, 'prepare', 'ops']) expect(container(name).image).toBe(`ayni:${version}`);
    const stages = parseDockerfile(await textOf('infra/docker/Dockerfile'));
    const named = stages.map(({ name }) => name);
    for (const { base } of stages) if (!named.includes(base)) expect(base).toMatch(/^node:24\.\d+\.\d+-bookworm-slim$/);
  });

  test('runs the Kafka that infra/kafka names, set up as the one for people without Docker', async () => {
    const version = /<artifactId>kafka<\/artifactId>\s*<version>([\d.]+)</.exec(
      await textOf('infra/kafka/pom.xml'),
    )?.[1];
    expect(container('kafka').image).toBe(`apache/kafka:${version}`);
    const settings = propertiesOf(container('kafka').environment);
    const own = [
      ...(await textOf('libs/kafka-server/src/settings.ts')).matchAll(/^([a-z]+(?:\.[a-z]+)+)=([\w,-]+)$/gm),
    ];
    expect(own.length).toBeGreaterThan(10);
    // what fits a laptop's memory, or is a default that a server may keep
    const ofTheLaptop =
      /^(?:ssl\.|sasl\.|num\.(?:network|io)\.threads|background\.threads|log\.cleaner|broker\.|group\.min|default\.|min\.|num\.partitions)/;
    for (const [, name = '', value] of own)
      if (!ofTheLaptop.test(name)) expect(`${name}=${settings.get(name)}`).toBe(`${name}=${value}`);
    expect(settings.get('offsets.retention.minutes')).toBe(String(365 * 24 * 60));
  });

  test('gives each service no more than it needs: no writing, no rights, no root, and its own secrets', async () => {
    for (const name of SERVICES) {
      expect(field(name, 'read_only')).toBe(true);
      expect(field(name, 'cap_drop')).toEqual(['ALL']);
      expect(field(name, 'security_opt')).toEqual(['no-new-privileges:true']);
      expect(field(name, 'mem_limit')).toMatch(/^\d+m$/);
      expect(field(name, 'restart')).toBe('unless-stopped');
      expect(field(name, 'user')).toBeUndefined();
      expect(field(name, 'privileged')).toBeUndefined();
      expect(container(name).healthcheck).toBeUndefined(); // the image's
      expect(container(name).volumes).toBeUndefined();
      const keys = name === 'members' ? ['public-keys.json', 'signing-key.json'] : ['public-keys.json'];
      expect(container(name).secrets).toEqual([`${name}-database.json`, ...keys]);
      expect(container(name).command).toEqual([`services/${name}/dist/main.js`]);
    }
    const steps = parseDockerfile(await textOf('infra/docker/Dockerfile')).at(-1)?.steps ?? [];
    expect(steps.find(({ kind }) => kind === 'user')).toEqual({ kind: 'user', user: '1000:1000' });
    expect(steps.some(({ kind }) => kind === 'healthcheck')).toBe(true);
    const entry = steps.find((step) => step.kind === 'entrypoint');
    expect(entry?.kind === 'entrypoint' && entry.words[0]).toBe('node');
  });

  test('lets nobody from outside reach anything but the front', () => {
    for (const [name, { ports }] of Object.entries(compose.services))
      if (name === 'caddy') expect(ports).toEqual(['127.0.0.1:4500:80', '127.0.0.1:4543:443']);
      else expect(ports).toBeUndefined();
    expect(compose.networks['back']).toEqual({ internal: true });
    for (const name of ['postgres', 'kafka', 'prepare', 'ops']) expect(container(name).networks).toEqual(['back']);
    expect(container('caddy').networks).toEqual(['front']);
  });

  test('keeps what must outlive a container in named volumes', () => {
    expect(container('postgres').volumes).toEqual(['postgres-data:/var/lib/postgresql']);
    expect(container('kafka').volumes).toEqual(['kafka-data:/var/lib/kafka/data']);
    expect(container('kafka').environment['KAFKA_LOG_DIRS']).toBe('/var/lib/kafka/data');
    expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(['postgres-data', 'kafka-data', 'caddy-data']));
  });

  test('names no file that is not there', async () => {
    for (const { volumes = [] } of Object.values(compose.services))
      for (const volume of volumes)
        if (volume.startsWith('.'))
          await expect(stat(join(project, volume.split(':')[0] ?? ''))).resolves.toBeDefined();
  });

  test('holds no secret', async () => {
    for (const { environment } of Object.values(compose.services))
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|KEY|SECRET/.test(name))
          expect([name, value]).toEqual([expect.stringMatching(/_FILE$/), expect.stringMatching(/^\/run\/secrets\//)]);
        expect(value).not.toMatch(/:\/\/[^/@\s]+:[^/@\s]+@/);
      }
    expect(await textOf('.gitignore')).toContain('/secrets/');
  });

  test('refuses a variable that the rehearsal would not fill in as Docker does', async () => {
    await expect(readCompose(join(project, 'tools/rehearsal/test/strange.yml'))).rejects.toThrow('Not known');
  });
});

describe('the secrets', () => {
  let folder: string;
  const make = (): Promise<string> =>
    run(process.execPath, [join(project, 'apps/cluster/dist/make-secrets.js'), folder]);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ayni-secrets-'));
    await make();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('that the compose file names are all made by the one command, and no others', async () => {
    const named = Object.values(compose.secrets).map(({ file }) => file.replace('./secrets/', ''));
    expect((await readdir(folder)).sort()).toEqual(named.sort());
    const used = new Set(Object.values(compose.services).flatMap(({ secrets = [] }) => secrets));
    expect([...used].sort()).toEqual(Object.keys(compose.secrets).sort());
  });

  test('are behind a folder that opens for its owner only, and can be read by a container’s user', async () => {
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o444);
  });

  test('are never made over', async () => {
    const before = await readFile(join(folder, 'signing-key.json'), 'utf8');
    await expect(make()).rejects.toThrow('not empty');
    expect(await readFile(join(folder, 'signing-key.json'), 'utf8')).toBe(before);
  });

  test('are all different', async () => {
    const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
    const passwords = texts.flatMap((text) => [...text.matchAll(/[\w-]{32,}/g)].map(([password]) => password));
    expect(new Set(passwords).size).toBe(passwords.length - 1); // the public half of the key stands in both its files
  });
});

describe('the Caddyfile', () => {
  test('has a way to every service, and none to their metrics', async () => {
    const file = await textOf('infra/docker/Caddyfile');
    for (const name of SERVICES) {
      expect(file).toContain(`handle /api/${name}/* {`);
      expect(file).toContain(`dynamic a ${name} 4500`);
      expect(file).toContain(`forward_auth ${name}:4500`);
      expect(file).toContain(`"${name}":true`);
    }
    expect(file.replaceAll(/^\s*#.*$/gm, '')).not.toContain('metrics');
  });

  test('says what the catalogue says where a service is away', async () => {
    const file = await textOf('infra/docker/Caddyfile');
    for (const language of ['es', 'en'] as const)
      expect(file).toContain(`"detail":"${refusalText('not-ready', language)}"`);
  });
});
