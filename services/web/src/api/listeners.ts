/** Who is told when something has changed that React does not know of. */
export class Listeners {
  readonly #acts = new Set<() => void>();

  /** Calls `act` each time. @returns what ends it */
  readonly add = (act: () => void): (() => void) => {
    this.#acts.add(act);
    return () => {
      this.#acts.delete(act);
    };
  };

  tell(): void {
    for (const act of this.#acts) act();
  }
}
