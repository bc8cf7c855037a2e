/** Tells who waits that the inbox has applied something, and which events it declares. */
export class Arrivals {
  private readonly waiting = new Set<() => void>();
  private types: () => ReadonlySet<string> = () => new Set();
  private over = false;

  /** Whether the service is to stop, and nobody is to wait any longer. */
  get isOver(): boolean {
    return this.over;
  }

  /** Sends everybody who waits away with what there is. */
  end(): void {
    this.over = true;
    this.ring();
  }

  /** The types are known once the application has found its handlers. */
  declare(types: () => ReadonlySet<string>): void {
    this.types = types;
  }

  declared(): ReadonlySet<string> {
    return this.types();
  }

  ring(): void {
    for (const wake of this.waiting) wake();
  }

  /** Until something was applied (also by another process of this service: half a second at the longest) or `ms` are over. */
  next(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, Math.min(ms, 500));
      this.waiting.add(wake);
    });
  }
}
