import type { CoopsPort } from '../../domain/coops.port.js';

/** What is to be known of a system before anybody signs in: whether it waits for its first co-op, and whether its books are an example. */
export class ShowSetUp {
  constructor(
    private readonly coops: CoopsPort,
    private readonly isExample: boolean,
  ) {}

  async run(): Promise<{ readonly isNew: boolean; readonly isExample: boolean }> {
    return { isNew: await this.coops.isNew(), isExample: this.isExample };
  }
}
