import { Refusal } from '@ayni/kernel';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** What an address may ask in vain in a minute, where nobody has to be signed in; each process counts for itself. */
export class SourceBudget {
  private readonly limiter: RateLimiterMemory;

  constructor(perMinute: number) {
    this.limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  }

  /**
   * Does what was asked; what is found costs nothing.
   * @throws Refusal `too-many-attempts`, and whatever `work` throws
   */
  async spend<Result>(source: string, work: () => Promise<Result>): Promise<Result> {
    try {
      await this.limiter.consume(source);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new Refusal('too-many-attempts', '', {
        seconds: String(Math.max(1, Math.ceil(error.msBeforeNext / 1000))),
      });
    }
    const result = await work();
    await this.limiter.reward(source);
    return result;
  }
}
