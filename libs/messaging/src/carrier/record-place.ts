/** Where a broker keeps a record. */
export type RecordPlace = { readonly topic: string; readonly partition: number; readonly offset: bigint };
