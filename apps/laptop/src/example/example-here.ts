import type { AskedExample } from './answer-example.js';
import type { ExampleState } from './example-books.js';

/** Books that are an example themselves: there is nothing to open, and who deletes them ends the system first. */
export class ExampleHere implements AskedExample {
  private removal = false;

  /** @param onRemoval ends the system in order */
  constructor(private readonly onRemoval: () => void) {}

  get state(): ExampleState {
    return { state: this.removal ? 'none' : 'here' };
  }

  /** Whether its folder is to be deleted once the system has ended. */
  get isRemoved(): boolean {
    return this.removal;
  }

  open(): void {
    // it is open
  }

  remove(): Promise<void> {
    this.removal = true;
    this.onRemoval();
    return Promise.resolve();
  }
}
