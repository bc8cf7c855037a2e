/** Wakes who waits in the same process; a ring that nobody waits for is kept for the next who comes. */
export class Doorbell {
  private rung = false;
  private closed = false;
  // a list that is made anew: what a Set once held stays in memory longer than it lives
  private waiting: (() => void)[] = [];

  /** Whether nobody is to wait any longer. */
  get isClosed(): boolean {
    return this.closed;
  }

  ring(): void {
    const { waiting } = this;
    this.waiting = [];
    this.rung = waiting.length === 0;
    for (const wake of waiting) wake();
  }

  /** Until the next ring, `ms` at the longest. @returns whether somebody rang */
  wait(ms: number): Promise<boolean> {
    if (this.rung || this.closed) {
      this.rung = false;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        this.waiting = this.waiting.filter((other) => other !== wake);
        resolve(false);
      }, ms);
      this.waiting.push(wake);
    });
  }

  /** Sends everybody away who waits, now and from now on. */
  close(): void {
    this.closed = true;
    this.ring();
  }
}
