import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Which suites can run on this machine, decided once a process and in a moment. `*.kafka.spec.ts` need a broker: the one
 * of KAFKA_BROKERS or one of our own; `*.broker.spec.ts` stop, wipe or secure a broker and always start their own.
 */
const { AYNI_CACHE, JAVA_HOME, KAFKA_BROKERS, PATH = '', XDG_CACHE_HOME } = process.env;

const missing = [...(javaIsHere() ? [] : ['Java 17 or later']), ...(jarsAreHere() ? [] : ['Maven'])];

/** The suites that cannot run here, as patterns of their files. */
export const leftOut = [
  ...(missing.length > 0 ? ['\\.broker\\.spec\\.ts$'] : []),
  ...(missing.length > 0 && !KAFKA_BROKERS ? ['\\.kafka\\.spec\\.ts$'] : []),
];

/** What to do about it, as one line. */
export const advice =
  `install ${missing.join(' and ')} (Debian: apt install openjdk-17-jre-headless maven; macOS: brew install openjdk maven)` +
  (KAFKA_BROKERS ? '' : ', or name a broker that runs: KAFKA_BROKERS=host:port');

function javaIsHere() {
  const java = JAVA_HOME ? join(JAVA_HOME, 'bin', 'java') : 'java';
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8', timeout: 120_000 });
  return Number(/version "(?:1\.)?(\d+)/.exec(stderr ?? '')?.[1]) >= 17;
}

/** As libs/kafka-server looks for them. */
function jarsAreHere() {
  const pom = readFileSync(new URL('../../infra/kafka/pom.xml', import.meta.url));
  const version = createHash('sha256').update(pom).digest('hex').slice(0, 12);
  const ofUser =
    process.platform === 'darwin'
      ? join(homedir(), 'Library', 'Caches', 'ayni')
      : join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'ayni');
  return existsSync(join(AYNI_CACHE || ofUser, `kafka-${version}`)) || PATH.split(delimiter).some(holdsMaven);
}

function holdsMaven(folder) {
  try {
    accessSync(join(folder, 'mvn'), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
