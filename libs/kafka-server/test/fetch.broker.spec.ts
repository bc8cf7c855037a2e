import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from '@ayni/testing/until';

import { Workbench } from './workbench.js';

let bench: Workbench;
let cache: string;

beforeEach(() => {
  bench = new Workbench();
  cache = join(tmpdir(), `ayni-spec-cache-${process.pid}-${randomBytes(4).toString('hex')}`);
});

afterEach(async () => {
  await bench.clear();
  await rm(cache, { recursive: true, force: true, maxRetries: 3 });
});

const which = async (program: string): Promise<string | undefined> =>
  (await promisify(execFile)('which', [program]).catch(() => undefined))?.stdout.trim();
const maven = await which('mvn');

describe('on a machine that has nothing of Kafka yet', () => {
  test('without Java, a start says what to install, in both languages', async () => {
    const holder = bench.startHolder({ AYNI_CACHE: cache, JAVA_HOME: join(cache, 'nowhere') });
    await holder.ended;
    const said = await holder.complaint;
    expect(said).toContain('Kafka needs Java, and there is none');
    expect(said).toContain('Install Java 17 or later and Maven');
    expect(said).toContain('Instale Java 17 o posterior y Maven');
  });

  test('without Maven, a start says what to install', async () => {
    const java = process.env['JAVA_HOME'] ? join(process.env['JAVA_HOME'], 'bin', 'java') : await which('java');
    await mkdir(join(cache, 'bin'), { recursive: true });
    await symlink(java ?? '', join(cache, 'bin', 'java'));
    const holder = bench.startHolder({ AYNI_CACHE: cache, PATH: join(cache, 'bin') });
    await holder.ended;
    expect(await holder.complaint).toContain("Kafka's jars are fetched by Maven, and there is none (mvn). Install");
  });

  (maven ? test : test.skip)('fetches that are cut short, or two at once, leave nothing half', async () => {
    for (const milliseconds of [1_500, 6_000]) {
      const holder = bench.startHolder({ AYNI_CACHE: cache });
      await Promise.race([pause(milliseconds), holder.pid]);
      holder.process.kill('SIGKILL');
      await holder.ended;
    }
    const [other, third] = [new Workbench(), new Workbench()];
    try {
      const pids = await Promise.all([bench, other].map(async (each) => each.startHolder({ AYNI_CACHE: cache }).pid));
      expect(pids.every(Number.isInteger)).toBe(true);
      await until(async () => {
        // the Maven of a start that was killed may outlive it, and what it writes is swept by a later one
        await third.startHolder({ AYNI_CACHE: cache }).pid;
        await third.clear();
        return (await readdir(cache)).every((name) => /^kafka-[0-9a-f]{12}$/.test(name));
      });
    } finally {
      await Promise.all([other.clear(), third.clear()]);
    }
  });
});
