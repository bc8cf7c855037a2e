import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The workspace's root, where people type commands. */
export const WORKSPACE = fileURLToPath(new URL('../../../', import.meta.url));

/** Starts a program of the product and gathers what it says until it ends. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: { readonly input?: string; readonly environment?: NodeJS.ProcessEnv } = {},
): Promise<{ status: number | null; output: string; errors: string }> {
  const child = spawn(program, args, { cwd: WORKSPACE, env: { ...process.env, ...options.environment } });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdin.end(options.input ?? '');
  await once(child, 'close');
  return { status: child.exitCode, output, errors };
}
