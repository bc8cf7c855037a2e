import { fieldOf } from '@ayni/kernel';
/** A part of what the API answered, read field by field; a part that is not what it should be is named by its path. */
export class Answer {
  constructor(
    readonly value: unknown,
    private readonly path: string,
  ) {}

  field(name: string): Answer {
    return new Answer(fieldOf(this.value, name), `${this.path}.${name}`);
  }

  get text(): string {
    return typeof this.value === 'string' ? this.value : this.#not('a text');
  }

  get number(): number {
    return typeof this.value === 'number' ? this.value : this.#not('a number');
  }

  get flag(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.#not('true or false');
  }

  get list(): Answer[] {
    if (!Array.isArray(this.value)) return this.#not('a list');
    return this.value.map((item: unknown, index) => new Answer(item, `${this.path}[${index}]`));
  }

  get entries(): [string, Answer][] {
    const { value } = this;
    if (typeof value !== 'object' || value === null) return this.#not('an object');
    return Object.entries(value).map(([name, part]: [string, unknown]) => [
      name,
      new Answer(part, `${this.path}.${name}`),
    ]);
  }

  #not(what: string): never {
    throw new Error(`The system answered something unexpected: ${this.path} is not ${what}`);
  }
}
