/** A clock that stands where it is put. */
export class FixedClock {
  #now: Date;

  /** @param instant RFC 3339, as "2025-07-01T09:30:00-04:00" */
  constructor(instant: string) {
    this.#now = read(instant);
  }

  now(): Date {
    return new Date(this.#now);
  }

  moveTo(instant: string): void {
    this.#now = read(instant);
  }
}

function read(instant: string): Date {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) throw new Error(`"${instant}" is no instant.`);
  return date;
}
