import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const start = promisify(execFile);
const OUTPUT_MAX = 64 * 2 ** 20;
const PROJECT_MANIFEST = /^[a-z]+\/[^/]+\/package\.json$/;

/** A copy of the workspace as git sees it, with what is compiled of it, where a test may change everything. */
export class ScratchWorkspace {
  private constructor(
    readonly folder: string,
    /** Its files, as paths within it. */
    readonly files: readonly string[],
  ) {}

  static async of(workspace: string, folder: string): Promise<ScratchWorkspace> {
    const { stdout } = await start('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: workspace,
      maxBuffer: OUTPUT_MAX,
    });
    const files = [...new Set(stdout.split('\0'))].filter((file) => file !== '' && existsSync(join(workspace, file)));
    for (const file of files) await cp(join(workspace, file), join(folder, file));
    // the compiler holds each source against what it had compiled, and does again what differs
    for (const project of files.filter((path) => PROJECT_MANIFEST.test(path)).map((path) => dirname(path)))
      for (const compiled of ['dist', 'dist-spec'].map((name) => join(project, name)))
        if (existsSync(join(workspace, compiled)))
          await cp(join(workspace, compiled), join(folder, compiled), { recursive: true, preserveTimestamps: true });
    await linkPackages(join(workspace, 'node_modules'), join(folder, 'node_modules'));
    for (const file of files.filter((path) => PROJECT_MANIFEST.test(path))) {
      const { name }: { name: string } = JSON.parse(await readFile(join(folder, file), 'utf8'));
      if (name.startsWith('@ayni/')) await symlink(join(folder, dirname(file)), join(folder, 'node_modules', name));
    }
    return new ScratchWorkspace(folder, files);
  }

  read(file: string): Promise<string> {
    return readFile(join(this.folder, file), 'utf8');
  }

  async write(file: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.folder, file)), { recursive: true });
    await writeFile(join(this.folder, file), text);
  }

  /** Runs a program of Node there. @throws Error with all that it said, where it fails */
  async run(...args: readonly string[]): Promise<void> {
    try {
      await start(process.execPath, [...args], { cwd: this.folder, maxBuffer: OUTPUT_MAX });
    } catch (error) {
      const said = (name: string): string => String(Reflect.get(Object(error), name) ?? '');
      throw new Error(`${args.join(' ')}\n${said('stdout')}${said('stderr')}`, { cause: error });
    }
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

/** What is installed, by links; the workspace's own packages are left out. */
async function linkPackages(installed: string, into: string): Promise<void> {
  await mkdir(join(into, '@ayni'), { recursive: true });
  for (const name of await readdir(installed))
    if (name !== '@ayni') await symlink(join(installed, name), join(into, name));
}
