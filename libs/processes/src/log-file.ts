import { constants } from 'node:fs';
import { open, rename, type FileHandle } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** The log itself and those before it, by default. */
const FILES_MAX = 10;
const BYTES_MAX = 10_000_000;
/** So much waits in memory for a disk that takes nothing; what comes then is counted and let go. */
const WAITING_MAX = 1_000_000;
const RETRY_MS = 1_000;
/** Lines that come while one is written gather so long: many small writes would cost a busy process more than its work. */
const GATHER_MS = 50;
const CLOSE_MS = 1_000;
/** Not to stand still at the end of a pipe that nobody reads. */
const FLAGS = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK;
const OWNER_ONLY = 0o600;

/** How large a log grows. */
export type LogSize = { readonly files?: number; readonly bytes?: number };

/**
 * A log in a file, with the ones before it as `<path>.1` (the latest) up to `<path>.9`; readable by its owner only.
 * Whatever is wrong with the file or its disk, whoever writes never hears of it and never waits: lines wait in memory
 * until it is well again, and where those are too many, the log says how many were let go.
 */
export class LogFile {
  private waiting: string[] = [];
  private waitingBytes = 0;
  private lost = 0;
  private file: { readonly handle: FileHandle; readonly rotates: boolean; size: number } | undefined;
  /** Whether a write failed, perhaps in the middle of a line. */
  private torn = false;
  private writing: Promise<void> | undefined;
  private readonly closing = new AbortController();

  constructor(
    readonly path: string,
    private readonly size: LogSize = {},
  ) {}

  /** Takes a line (or several) with its line break. */
  write(text: string): void {
    if (this.waitingBytes > WAITING_MAX) {
      this.lost++;
      return;
    }
    this.waiting.push(text);
    this.waitingBytes += text.length;
    this.writing ??= this.writeAll().finally(() => (this.writing = undefined));
  }

  /** Writes what still waits, as far as the disk takes it within a second. */
  async close(): Promise<void> {
    this.closing.abort();
    await Promise.race([this.writing, pause(CLOSE_MS, undefined, { ref: false })]);
    await Promise.race([this.leave(), pause(CLOSE_MS, undefined, { ref: false })]);
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      try {
        await this.writeSome();
        // a process that ends meanwhile still writes what it said
        await this.rest(GATHER_MS, true);
      } catch {
        this.torn = true;
        await this.leave();
        if (this.closing.signal.aborted) return;
        await this.rest(RETRY_MS, false);
      }
    }
  }

  /** So long, or until the log is closed. @param ref whether the process stays for it */
  private async rest(ms: number, ref: boolean): Promise<void> {
    await pause(ms, undefined, { ref, signal: this.closing.signal }).catch(() => undefined);
  }

  private async writeSome(): Promise<void> {
    this.file ??= await openLog(this.path);
    const { file, waiting, lost } = this;
    const count = waiting.length;
    const told = lost === 0 ? '' : `{"level":40,"time":${Date.now()},"msg":"${lost} lines of the log were lost"}\n`;
    const text = Buffer.from((this.torn ? '\n' : '') + told + waiting.join(''));
    await file.handle.appendFile(text);
    this.torn = false;
    this.lost -= lost;
    for (const written of waiting.splice(0, count)) this.waitingBytes -= written.length;
    file.size += text.length;
    if (file.rotates && file.size >= (this.size.bytes ?? BYTES_MAX)) await this.rotate();
  }

  /** What cannot be renamed stays, and the log goes on in the file that it has. */
  private async rotate(): Promise<void> {
    await this.leave();
    for (let n = (this.size.files ?? FILES_MAX) - 1; n > 0; n--)
      await rename(n === 1 ? this.path : `${this.path}.${n - 1}`, `${this.path}.${n}`).catch(() => undefined);
  }

  private async leave(): Promise<void> {
    const { file } = this;
    this.file = undefined;
    await file?.handle.close().catch(() => undefined);
  }
}

async function openLog(path: string): Promise<{ handle: FileHandle; rotates: boolean; size: number }> {
  const handle = await open(path, FLAGS, OWNER_ONLY);
  try {
    const found = await handle.stat();
    const rotates = found.isFile();
    if (rotates && (found.mode & 0o777) !== OWNER_ONLY) await handle.chmod(OWNER_ONLY).catch(() => undefined);
    return { handle, rotates, size: found.size };
  } catch (error) {
    await handle.close();
    throw error;
  }
}
