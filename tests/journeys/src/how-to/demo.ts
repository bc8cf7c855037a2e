import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { WORKSPACE } from '@ayni/testing/run-program';

/** `npm run demo` on a folder of its own. */
export class Demo {
  private constructor(
    private readonly child: ChildProcess,
    readonly folder: string,
    readonly output: string,
    readonly url: string,
    readonly coop: string,
  ) {}

  /** Returns when it has said where to look. */
  static async start(folder: string): Promise<Demo> {
    const child = spawn(
      process.execPath,
      [join(WORKSPACE, 'apps/laptop/dist/demo.js'), '--data', folder, '--port', '0'],
      {
        env: { ...process.env, AYNI_LANG: 'en', AYNI_LOG_LEVEL: 'warn' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let output = '';
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      output += chunk.toString();
      const [, url, coop] = /ready at (\S+)[\s\S]*"coop":"([^"]+)"[\s\S]*Ctrl-C to stop/.exec(output) ?? [];
      if (url !== undefined && coop !== undefined) return new Demo(child, folder, output, url, coop);
    }
    throw new Error(`The demo ended: ${output}`);
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}
