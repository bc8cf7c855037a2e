import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVICES } from '@ayni/contracts';
import { refusalText } from '@ayni/kernel';
import { execute } from '@ayni/processes/execute';
import { removeBooks } from '@ayni/testing-systems/books-url';
import { testFolder } from '@ayni/testing/test-folder';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { DCLinter } from 'dclint';
import { propertiesOf } from './broker.js';
import { containerOf, readCompose, type Compose, type Container } from './compose.js';
import { build, readDockerfile } from './image.js';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const COMPOSE = join(project, 'docker-compose.yml');
const INTEGRATORS = join(project, 'infra/docker/integrators.yml');
const textOf = (path: string): Promise<string> => readFile(join(project, path), 'utf8');

let compose: Compose;
const container = (name: string): Container => containerOf(compose, name);

beforeAll(async () => {
  compose = await readCompose(COMPOSE);
});

describe('docker-compose.yml', () => {
  test('is a compose file by the published schema, and so is the door for integrators', () => {
    const linter = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] });
    const files: { messages: { rule: string; message: string }[] }[] = linter.lintFiles([COMPOSE, INTEGRATORS], false);
    expect(files).toHaveLength(2);
    // what else it says is of taste
    expect(files.flatMap(({ messages }) => messages.filter(({ rule }) => rule === 'invalid-schema'))).toEqual([]);
  });

  test('names each image by an exact version; ours is the version of the project', async () => {
    const { version }: { version: string } = JSON.parse(await textOf('package.json'));
    for (const { image } of Object.values(compose.services)) expect(image).toMatch(/^[\w/]+:\d+\.\d+/);
    for (const name of [...SERVICES, 'prepare', 'ops']) expect(container(name).image).toBe(`ayni:${version}`);
    const bases = (await textOf('infra/docker/Dockerfile')).match(/^FROM \S+:\S+/gm);
    expect(bases).toEqual([expect.stringMatching(/^FROM node:24\.\d+\.\d+-bookworm-slim$/)]);
  });

  test('runs the Kafka that infra/kafka names, set up as the one for people without Docker', async () => {
    const pom = await textOf('infra/kafka/pom.xml');
    const version = /<artifactId>kafka<\/artifactId>\s*<version>([\d.]+)</.exec(pom)?.[1];
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
      expect(container(name)).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        mem_limit: expect.stringMatching(/^\d+m$/),
        restart: 'unless-stopped',
        command: [`services/${name}/dist/main.js`],
        secrets: [`${name}-database.json`, 'public-keys.json', ...(name === 'members' ? ['signing-key.json'] : [])],
      });
      // the image's user and health check are not overruled
      for (const key of ['user', 'privileged', 'healthcheck', 'volumes'])
        expect(container(name)).not.toHaveProperty(key);
    }
    const steps = (await readDockerfile(project)).map((step) => `${step.getKeyword()} ${step.getArgumentsContent()}`);
    expect(steps).toEqual(expect.arrayContaining(['USER 1000:1000', 'ENTRYPOINT ["node"]']));
  });

  test('lets nobody from outside reach anything but the front', () => {
    const ports = Object.entries(compose.services).flatMap(([name, { ports }]) => (ports ? [[name, ports]] : []));
    expect(ports).toEqual([['caddy', ['127.0.0.1:4500:80', '127.0.0.1:4543:443']]]);
    expect(compose.networks).toMatchObject({ back: { internal: true } });
    for (const name of ['postgres', 'kafka', 'prepare', 'ops'])
      expect(container(name)).toMatchObject({ networks: ['back'] });
    expect(container('caddy')).toMatchObject({ networks: ['front'] });
  });

  test('keeps what must outlive a container in named volumes', () => {
    expect(container('postgres').volumes).toEqual(['postgres-data:/var/lib/postgresql']);
    expect(container('kafka').volumes).toEqual([`kafka-data:${container('kafka').environment['KAFKA_LOG_DIRS']}`]);
    expect(Object.keys(compose.volumes ?? {})).toEqual(
      expect.arrayContaining(['postgres-data', 'kafka-data', 'caddy-data']),
    );
  });

  test('names no file that is not there', async () => {
    const volumes = Object.values(compose.services).flatMap((service) => service.volumes ?? []);
    for (const volume of volumes.filter((name) => name.startsWith('.')))
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
});

test('the secrets that docker-compose.yml names are all made by the one command, and no others', async () => {
  const folder = testFolder();
  await execute(process.execPath, [join(project, 'apps/cluster/dist/make-secrets.js'), folder]);
  const named = Object.values(compose.secrets).map(({ file }) => file.replace('./secrets/', ''));
  expect((await readdir(folder)).sort()).toEqual(named.sort());
  const used = new Set(Object.values(compose.services).flatMap(({ secrets = [] }) => secrets));
  expect([...used].sort()).toEqual(Object.keys(compose.secrets).sort());
  await removeBooks(folder);
});

describe('the Caddyfile', () => {
  test('has a way to every service, and none to their metrics', async () => {
    const file = await textOf('infra/docker/Caddyfile');
    for (const name of SERVICES)
      for (const way of [
        `handle /api/${name}/* {`,
        `dynamic a ${name} 4500`,
        `forward_auth ${name}:4500`,
        `"${name}":true`,
      ])
        expect(file).toContain(way);
    const told = file.split('\n').filter((line) => /metrics/.test(line) && !/^\s*#/.test(line));
    expect(told.map((line) => line.trim())).toEqual(['@apart path /metrics /metrics/* /api /api/* /health /health/*']);
    expect(file).toMatch(/handle @apart \{\s+import own\s+header [^\n]+\s+respond [^\n]+ 404\s+\}/);
  });

  test('has browsers that came by TLS once come by nothing else', async () => {
    const [, site = ''] = (await textOf('infra/docker/Caddyfile')).split('{$AYNI_SITE::80} {');
    expect(site.slice(0, site.indexOf('handle'))).toContain('header Strict-Transport-Security "max-age=31536000"');
  });

  test('says what the catalogue says where a service is away', async () => {
    const file = await textOf('infra/docker/Caddyfile');
    for (const language of ['es', 'en'] as const)
      expect(file).toContain(`"detail":"${refusalText('not-ready', language)}"`);
  });
});

test.each([
  ['an instruction that is not rehearsed', 'FROM a\nADD x /x'],
  ['a flag that is not rehearsed', 'FROM a\nCOPY --chown=1 . .'],
  ['a pattern, which would be copied otherwise', 'FROM a\nCOPY lib* .'],
  ['a command that a shell would start, and no signal reach', 'FROM a\nENTRYPOINT node main.js'],
  ['a secret of the build', 'FROM a\nRUN --mount=type=secret,id=x cat x'],
  ['what stands before the first stage', 'ARG X=1\nFROM a'],
])('a Dockerfile is not rehearsed with %s', async (_what, text) => {
  const [place, folder] = [testFolder(), testFolder()];
  await mkdir(join(place, 'infra/docker'), { recursive: true });
  await writeFile(join(place, 'infra/docker/Dockerfile'), text);
  await writeFile(join(place, '.dockerignore'), '*');
  await expect(build(place, folder)).rejects.toThrow(/Not known|exec form/);
  await Promise.all([removeBooks(place), removeBooks(folder)]);
});
