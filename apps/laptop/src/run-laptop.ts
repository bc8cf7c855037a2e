import { sentenceOf } from '@ayni/kernel';
import { issueSetupCode } from '@ayni/members';
import { collectAtRest } from '@ayni/processes/collect-at-rest';
import type { LaptopConfig } from './config.js';
import { Laptop } from './laptop.js';
import { speaker, type Say } from './translations.js';

/** The laptop form as a program sees it while it runs. */
export type RunningLaptop = {
  readonly laptop: Laptop;
  /** The one-time set-up code, while no co-op was made yet. */
  readonly setupCode: string | null;
  readonly say: Say;
  /** Aborted when the program is to end. */
  readonly signal: AbortSignal;
};

/** Starts the laptop form, does `work` with it, and runs until Ctrl-C or SIGTERM; then ends in order. */
export async function runLaptop(config: LaptopConfig, work: (running: RunningLaptop) => Promise<void>): Promise<void> {
  const say = speaker(config.language);
  const leaving = new AbortController();
  const left = new Promise<void>((resolve) => leaving.signal.addEventListener('abort', () => resolve()));
  const leave = (): void => leaving.abort();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, leave);
  if (config.endsWithParent) process.stdin.on('end', leave).on('error', leave).resume();
  let laptop: Laptop | undefined;
  try {
    laptop = await Laptop.start(config, (notice) => console.error(notice[config.language]), leave);
    collectAtRest();
    const setupCode = await issueSetupCode(laptop.operatorUrl('members'));
    await Promise.race([work({ laptop, setupCode, say, signal: leaving.signal }), left]);
    await left;
    if (!config.readyAsJson) console.log(`\n${say('stopping')}`);
  } catch (error) {
    console.error(sentenceOf(error, config.language));
    process.exitCode = 1;
  }
  await laptop?.stop();
  if (laptop && !config.readyAsJson) console.log(say('stopped'));
  // whatever is still open would keep the process; all that mattered has been closed
  process.exit();
}
