import { Refusal } from '@ayni/kernel';

/** Lets in a few at a time; the others wait, and where too many wait already, the next is sent away. */
export class Turnstile {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly width: number,
    private readonly waitingMax: number,
  ) {}

  /** @throws Refusal `not-ready` */
  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.inside < this.width) this.inside += 1;
    else if (this.waiting.length >= this.waitingMax) throw new Refusal('not-ready');
    else await new Promise<void>((enter) => this.waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.inside -= 1;
    }
  }
}
