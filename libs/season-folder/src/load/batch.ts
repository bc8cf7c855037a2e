/** What one request carries at most: records (or lines of receipts) and characters. */
const MOST_RECORDS = 500;
const MOST_CHARACTERS = 500_000;

/** Gathers rows into requests that are neither many small ones nor too large to take in at once. */
export class Batch<Row> {
  #rows: Row[] = [];
  #weight = 0;
  #characters = 0;

  /**
   * @param sent what of it travels
   * @returns the rows to send before this one, where it does not fit with them
   */
  add(row: Row, sent: object, weight: number): Row[] | undefined {
    const characters = JSON.stringify(sent).length;
    const full = this.#weight + weight > MOST_RECORDS || this.#characters + characters > MOST_CHARACTERS;
    const rows = full && this.#rows.length > 0 ? this.take() : undefined;
    this.#rows.push(row);
    this.#weight += weight;
    this.#characters += characters;
    return rows;
  }

  /** What has not been sent yet. */
  take(): Row[] {
    const rows = this.#rows;
    this.#rows = [];
    this.#weight = 0;
    this.#characters = 0;
    return rows;
  }
}
