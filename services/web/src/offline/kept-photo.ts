/** Where the service that keeps what names a photo takes it. */
export type PhotoRoute =
  | 'POST /api/production/v1/attachments'
  | 'POST /api/inventory/v1/attachments'
  | 'POST /api/profit-sharing/v1/attachments';

/** A photo or PDF on this device that is not in the books yet. What is recorded names it by its hash, here as there. */
export type KeptPhoto = {
  /** Its Idempotency-Key. */
  readonly key: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
  readonly route: PhotoRoute;
  readonly photo: Blob;
  /** Whose it is: it is shown to and sent under nobody else. */
  readonly coop: string;
  readonly user: string;
};
