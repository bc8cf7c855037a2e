import { Refusal } from '@ayni/kernel';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { SourceBudgetPort } from '../domain/brake.port.js';
import { answerLate } from './answer-late.js';

/** What an address may fail in a minute. */
const LIMIT = { points: 30, duration: 60 };

/** The budgets of addresses: in memory where one process has the door, in PostgreSQL where several share it. */
export class SourceBudget extends SourceBudgetPort {
  private constructor(private readonly limiter: RateLimiterAbstract) {
    super();
  }

  static inMemory(): SourceBudget {
    return new SourceBudget(new RateLimiterMemory(LIMIT));
  }

  static shared(source: DataSource): SourceBudget {
    const table = { storeType: 'typeorm', tableName: 'source_budgets', tableCreated: true };
    // who is over the limit costs the database nothing more
    const over = { inMemoryBlockOnConsumed: LIMIT.points + 1 };
    return new SourceBudget(new RateLimiterPostgres({ ...LIMIT, ...table, ...over, storeClient: source }));
  }

  async spend(source: string): Promise<void> {
    try {
      await this.limiter.consume(source);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      await answerLate();
      throw new Refusal('too-many-attempts', '', { seconds: String(seconds) });
    }
  }

  async refund(source: string): Promise<void> {
    await this.limiter.reward(source);
  }
}
