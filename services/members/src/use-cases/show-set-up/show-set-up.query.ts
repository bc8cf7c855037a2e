import type { CoopsPort } from '../../domain/coops.port.js';

/** Whether the system waits for its first co-op. */
export class ShowSetUp {
  constructor(private readonly coops: CoopsPort) {}

  async run(): Promise<{ readonly isNew: boolean }> {
    return { isNew: await this.coops.isNew() };
  }
}
