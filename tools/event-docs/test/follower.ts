import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** How a program is run, without its options. */
export type Command = { readonly program: string; readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv };

/** A consumer as an integrator runs it: a process with a table on its standard output. */
export class Follower {
  private said = '';
  private complaints = '';
  private readonly child: ChildProcess;

  constructor({ program, args, env }: Command, options: Readonly<Record<string, string>>) {
    const all = [...args, ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])];
    const environment = { ...process.env, NODE_OPTIONS: '', ...env };
    this.child = spawn(program, all, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.complaints += text));
  }

  /** The rows of the last table that was printed whole, parted by ` | `. */
  get table(): string[] {
    const tables = this.said.split(/^co-op .*$/m).slice(1);
    const rows = (tables.at(-1) ?? '').split('\n').filter((line) => /^[0-9a-f]{8}-/.test(line));
    return rows.map((line) => line.trim().split(/ {2,}/).join(' | ')).sort();
  }

  /** How many records it says that it has set aside. */
  get aside(): number {
    const tables = this.said.split(/^co-op .*$/m);
    return Number(/^(\d+) set aside$/m.exec(tables.at(-1) ?? '')?.[1] ?? 0);
  }

  /** What it wrote to standard error, and whether it has ended by itself. */
  get state(): string {
    return `${this.child.exitCode === null ? 'running' : `ended with ${this.child.exitCode}`}\n${this.complaints}`;
  }

  /** @returns how it ended: its status, or the signal that killed it */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | string | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = once(this.child, 'close');
      this.child.kill(signal);
      await ended;
    }
    return this.child.exitCode ?? this.child.signalCode;
  }
}
