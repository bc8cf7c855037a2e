/** A few tasks under way at once; the first that fails fails whoever adds or awaits the next. */
export class Flight {
  readonly #under = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;

  constructor(private readonly limit: number) {}

  /** Starts `task` as soon as there is room for it. */
  async add(task: () => Promise<void>): Promise<void> {
    while (this.#under.size >= this.limit) await Promise.race(this.#under);
    this.#failed();
    const running: Promise<void> = task()
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#under.delete(running));
    this.#under.add(running);
  }

  /** Waits for all that were added. */
  async landed(): Promise<void> {
    await Promise.all(this.#under);
    this.#failed();
  }

  #failed(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
