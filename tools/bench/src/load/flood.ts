import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** Loops of sign-ins with made-up names, in a thread of their own so that they do not slow those down who sell. */
export class Flood {
  private constructor(private readonly worker: Worker) {}

  static begin(url: string, loops: number): Flood {
    return new Flood(new Worker(new URL(import.meta.url), { workerData: { url, loops } }));
  }

  /** Ends it. @returns how often somebody tried */
  async end(): Promise<number> {
    const told = once(this.worker, 'message');
    this.worker.postMessage('end');
    const [tries]: unknown[] = await told;
    await this.worker.terminate();
    return Number(tries);
  }
}

/** Tries again as soon as it was answered, whatever the answer. */
async function loop(url: string, agent: Agent, own: number, isOn: () => boolean, tried: () => void): Promise<void> {
  for (let n = 0; isOn(); n += 1) {
    const body = JSON.stringify({ coop: 'bench', user: `nobody-${own}-${n}`, password: 'a password that is wrong' });
    await new Promise<void>((resolve) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const sent = request(new URL('/api/members/v1/sessions', url), { agent, method: 'POST', headers }, (answer) =>
        answer.resume().once('close', resolve),
      );
      sent.once('error', () => resolve()).end(body);
    });
    tried();
  }
}

if (!isMainThread) {
  const { url, loops }: { url: string; loops: number } = workerData;
  const agent = new Agent({ keepAlive: true });
  let [isOn, tries] = [true, 0];
  parentPort?.once('message', () => {
    isOn = false;
    parentPort?.postMessage(tries);
  });
  for (let own = 0; own < loops; own += 1)
    void loop(
      url,
      agent,
      own,
      () => isOn,
      () => (tries += 1),
    );
}
