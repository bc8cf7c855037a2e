import { describe, expect, test } from '@jest/globals';
import { Loop } from './loop.js';

const LONG_MS = 3_600_000;

/** Steps that a test lets come, go on and fail one by one. */
class Steps {
  readonly faults: unknown[] = [];
  begun = 0;
  atOnce = 0;
  most = 0;
  private came: () => void = () => undefined;
  /** Settles when the next step begins. */
  next = this.expectNext();

  readonly loop = new Loop(
    async () => {
      this.begun += 1;
      this.most = Math.max(this.most, (this.atOnce += 1));
      this.came();
      try {
        await this.step(this.begun);
      } finally {
        this.atOnce -= 1;
      }
    },
    (error) => this.faults.push(error),
    LONG_MS,
  );

  constructor(private readonly step: (count: number, loop?: Loop) => Promise<void>) {}

  expectNext(): Promise<void> {
    this.next = new Promise((resolve) => (this.came = resolve));
    return this.next;
  }
}

describe('a loop', () => {
  test('that is told to stop ends at once, whatever it waits for', async () => {
    for (const rest of [(loop: Loop) => loop.wait(LONG_MS), (loop: Loop) => loop.pause(LONG_MS)]) {
      const steps: Steps = new Steps(async () => void (await rest(steps.loop)));
      steps.loop.start();
      await steps.next;
      await steps.loop.stop();
      expect(steps.begun).toBe(1);
      await rest(steps.loop);
    }
  });

  test('that is told to stop lets the step at hand end first, and takes no other', async () => {
    let end = (): void => undefined;
    const steps = new Steps(() => new Promise((resolve) => (end = resolve)));
    steps.loop.start();
    await steps.next;
    let stopped = false;
    const stopping = steps.loop.stop().then(() => (stopped = true));
    await Promise.resolve();
    expect(stopped).toBe(false);
    end();
    await stopping;
    expect(steps.begun).toBe(1);
  });

  test('goes on after a fault, and tells of it', async () => {
    const fault = new Error('the log is away');
    const steps: Steps = new Steps(async (count) => {
      if (count === 1) throw fault;
      await steps.loop.wait(LONG_MS);
    });
    steps.loop.start();
    await steps.next;
    const second = steps.expectNext();
    steps.loop.ring();
    await second;
    await steps.loop.stop();
    expect(steps.faults).toEqual([fault]);
  });

  test('tells of no fault that stopping it has made', async () => {
    const steps: Steps = new Steps(async () => {
      await steps.loop.wait(LONG_MS);
      throw new Error('the connection was closed');
    });
    steps.loop.start();
    await steps.next;
    await steps.loop.stop();
    expect(steps.faults).toEqual([]);
  });

  test('takes one step at a time, however often it is started and rung', async () => {
    const steps: Steps = new Steps(async (count) => {
      await Promise.resolve();
      if (count > 20) await steps.loop.wait(LONG_MS);
      else steps.loop.ring();
    });
    steps.loop.start();
    steps.loop.start();
    while (steps.begun <= 20) {
      const next = steps.expectNext();
      steps.loop.ring();
      await next;
    }
    await steps.loop.stop();
    expect(steps.most).toBe(1);
  });

  test('takes a ring with it that comes before it waits', async () => {
    const steps: Steps = new Steps(async () => void (await steps.loop.wait(LONG_MS)));
    steps.loop.ring();
    steps.loop.start();
    await steps.next;
    await steps.expectNext();
    await steps.loop.stop();
    expect(steps.begun).toBe(2);
  });
});
