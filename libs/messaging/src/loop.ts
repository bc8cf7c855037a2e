import { Doorbell } from './doorbell.js';

/**
 * Takes one step after the other until it is stopped, never two at once. A step that fails is told of, and taken again
 * after `retryMs` or when somebody rings.
 */
export class Loop {
  private readonly bell = new Doorbell();
  private readonly stopping = new Doorbell();
  private running: Promise<void> | undefined;

  constructor(
    private readonly step: () => Promise<void>,
    private readonly onFault: (error: unknown) => void,
    private readonly retryMs: number,
  ) {}

  /** Whether the step at hand is to end as soon as it can. */
  get isStopped(): boolean {
    return this.stopping.isClosed;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** There is something to do: a step that waits goes on. */
  ring(): void {
    this.bell.ring();
  }

  /** For a step that has nothing to do: until somebody rings, `ms` at the longest. @returns whether somebody rang */
  wait(ms: number): Promise<boolean> {
    return this.bell.wait(ms);
  }

  /** For a step that is to do less: `ms`, whoever rings, unless the loop is stopped. */
  async pause(ms: number): Promise<void> {
    await this.stopping.wait(ms);
  }

  /** Ends all waiting, and returns when the step at hand has ended. */
  async stop(): Promise<void> {
    this.stopping.close();
    this.bell.close();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      try {
        await this.step();
      } catch (error) {
        if (this.isStopped) return;
        this.onFault(error);
        await this.wait(this.retryMs);
      }
    }
  }
}
