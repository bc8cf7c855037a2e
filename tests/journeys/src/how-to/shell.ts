import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable } from 'node:stream';

/** What a command said, and its status. */
export type Outcome = { readonly status: number; readonly output: string; readonly errors: string };

/** A terminal in which commands are typed one after the other, each with what those before it left behind. */
export class Shell {
  private typed = 0;

  private constructor(
    readonly folder: string,
    private readonly bash: ChildProcess,
    private readonly statuses: Interface,
  ) {}

  /** @param folder where it stands, and keeps what commands say */
  static open(folder: string, environment: NodeJS.ProcessEnv): Shell {
    const bash = spawn('bash', ['--norc', '--noprofile'], {
      cwd: folder,
      env: { ...withoutNpm(process.env), ...environment },
      stdio: ['pipe', 'ignore', 'inherit', 'pipe'],
    });
    return new Shell(folder, bash, createInterface(bash.stdio[3] as Readable));
  }

  /** @throws Error where the command ended the shell */
  async type(command: string): Promise<Outcome> {
    this.typed += 1;
    const [output, errors] = ['output', 'errors'].map((name) => join(this.folder, `.${this.typed}-${name}`));
    const status = new Promise<string>((resolve, reject) => {
      const end = (): void => reject(new Error(`The shell ended with ${command}`));
      this.bash.once('exit', end);
      this.statuses.once('line', (line) => {
        this.bash.off('exit', end);
        resolve(line);
      });
    });
    this.bash.stdin?.write(`{ ${command}\n} > '${output}' 2> '${errors}' < /dev/null\nprintf '%s\\n' $? >&3\n`);
    return {
      status: Number(await status),
      output: await readFile(output ?? '', 'utf8'),
      errors: await readFile(errors ?? '', 'utf8'),
    };
  }

  close(): void {
    this.statuses.close();
    this.bash.stdin?.end();
  }
}

/** As in a shell of one's own: npm tells the programs that it starts where that was, and these tests may be started by it. */
const withoutNpm = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => name !== 'INIT_CWD' && !name.startsWith('npm_')));
