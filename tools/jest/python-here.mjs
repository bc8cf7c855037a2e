import { spawnSync } from 'node:child_process';

import { leftOut as withoutKafka } from './kafka-here.mjs';

/** `*.python.kafka.spec.ts` run a program in Python beside a broker. Decided once a process and in a moment. */
const KAFKA_TOO = '\\.kafka\\.spec\\.ts$';
const { PYTHON = 'python3' } = process.env;

/** The suites that cannot run here though a broker is to be had, as patterns of their files. */
export const leftOut = withoutKafka.includes(KAFKA_TOO) || pythonIsHere() ? [] : ['\\.python\\.kafka\\.spec\\.ts$'];

/** What to do about it, as one line. */
export const advice =
  'install Python 3.9 or later with pip (Debian: apt install python3 python3-pip; macOS: brew install python), ' +
  'or name one: PYTHON=/path/to/python3';

function pythonIsHere() {
  const asked = 'import sys, sqlite3, ssl, pip; sys.exit(sys.version_info < (3, 9))';
  return spawnSync(PYTHON, ['-c', asked], { timeout: 120_000 }).status === 0;
}
