/** Whether a field says something that may be left out: null says as little as nothing does. */
export const isThere = <Value>(value: Value | null | undefined): value is Value =>
  value !== null && value !== undefined;
