/** Rows of the transaction's own co-op. */
export const OWN = `coop_id = current_setting('app.coop')::uuid`;
