/** Wakes who waits in the same process; a ring that nobody waits for is kept for the next who comes. */
export class Doorbell {
  private rung = false;
  private closed = false;
  private readonly waiting = new Set<() => void>();

  /** Whether nobody is to wait any longer. */
  get isClosed(): boolean {
    return this.closed;
  }

  ring(): void {
    this.rung = this.waiting.size === 0;
    for (const wake of this.waiting) wake();
    this.waiting.clear();
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
        this.waiting.delete(wake);
        resolve(false);
      }, ms);
      this.waiting.add(wake);
    });
  }

  /** Sends everybody away who waits, now and from now on. */
  close(): void {
    this.closed = true;
    this.ring();
  }
}
