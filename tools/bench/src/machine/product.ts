import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fieldOf, jsonOf } from '@ayni/kernel';
import type { CarrierName } from '../row.js';
import { profileOf, type Profile } from './profile.js';
import { postmasterOf, workersOf, type Worker } from './processes.js';
import { Program, PROJECT } from './program.js';

type Ready = { readonly url: string; readonly setupCode: string | null };

const SCRIPTS: Readonly<Record<CarrierName, string>> = { local: 'start', kafka: 'cluster' };

/** What Node is given by the script that people start: what they get is what is measured. */
async function argumentsOf(carrier: CarrierName): Promise<string[]> {
  const script = fieldOf(
    fieldOf(jsonOf(await readFile(join(PROJECT, 'package.json'), 'utf8')), 'scripts'),
    SCRIPTS[carrier],
  );
  const [, given] = /&& node (.+)$/.exec(typeof script === 'string' ? script : '') ?? [];
  if (given === undefined) throw new Error(`package.json does not say how \`npm run ${SCRIPTS[carrier]}\` starts Node`);
  return given.split(' ');
}

/** The product on a folder: the laptop form, or that of processes over Kafka. */
export class Product {
  private constructor(
    readonly folder: string,
    private readonly program: Program<Ready>,
    private readonly postmaster: number,
    private readonly profiles: string | undefined,
  ) {}

  static async start(
    folder: string,
    env: NodeJS.ProcessEnv,
    carrier: CarrierName = 'local',
    profiled = false,
  ): Promise<Product> {
    const profiles = profiled ? join(folder, 'profiles') : undefined;
    const options = profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`];
    const program = await Program.start(
      process.execPath,
      [...options, ...(await argumentsOf(carrier)), '--data', folder, '--port', '0'],
      { ...env, AYNI_READY: 'json' },
      readyLine,
    );
    return new Product(folder, program, await postmasterOf(folder), profiles);
  }

  get url(): string {
    return this.program.said.url;
  }

  get pid(): number {
    return this.program.pid;
  }

  /** From the start of the process until it was ready. */
  get startSeconds(): number {
    return this.program.seconds;
  }

  /** @throws Error where a co-op was made before */
  get setupCode(): string {
    const { setupCode } = this.program.said;
    if (setupCode === null) throw new Error('the system has its first co-op already');
    return setupCode;
  }

  /** The program and the processes of its database, with the processor time that each has used so far. */
  workers(): Promise<Worker[]> {
    return workersOf([this.program.pid, this.postmaster]);
  }

  /** Ends it in order. @returns where it spent its time, if it was started to tell that */
  async stop(): Promise<Profile | undefined> {
    await this.program.stop();
    if (this.profiles === undefined) return undefined;
    const [file] = await readdir(this.profiles);
    if (file === undefined) throw new Error('the system left no profile');
    return profileOf(join(this.profiles, file));
  }
}

/** What the line says by which a system is ready; nothing for any other line. */
export function readyLine(line: string): Ready | undefined {
  if (!line.startsWith('{')) return undefined;
  const said: unknown = JSON.parse(line);
  if (typeof said !== 'object' || said === null || !('url' in said) || typeof said.url !== 'string') return undefined;
  return {
    url: said.url,
    setupCode: 'setupCode' in said && typeof said.setupCode === 'string' ? said.setupCode : null,
  };
}
