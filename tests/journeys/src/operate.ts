import { join } from 'node:path';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';

const OPS = join(WORKSPACE, 'apps/ops/dist/main.js');

/** Runs an operator's command, in English. */
export const operate = (args: readonly string[], input?: string): ReturnType<typeof runProgram> =>
  runProgram(process.execPath, [OPS, ...args], {
    environment: { AYNI_LANG: 'en' },
    ...(input === undefined ? {} : { input }),
  });
