import { hash } from 'node:crypto';
import { PICTURE_DOTS_MAX, Refusal } from '@ayni/kernel';
import { lockEach } from '@ayni/database/lock-each';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { mediaTypeOf, type MediaType } from './media-type.js';
import { pictureSize } from './picture-size.js';

const MEGABYTE = 1024 * 1024;
/** What one file may weigh: a photo of a sheet has a tenth of it. */
export const FILE_MAX = 5 * MEGABYTE;
/** What one user may add within a day, in bytes. */
export const DAILY_MAX = 100 * MEGABYTE;
/** What a co-op may keep in one service, in bytes: it goes into every backup. */
export const COOP_MAX = 2048 * MEGABYTE;

const DAY_MS = 86_400_000;
const RETRY_S = '3600';

/** A file as it is kept. */
export type Attachment = { readonly type: MediaType; readonly content: Buffer };

/** What is said of a file that was added. */
export type Added = { readonly hash: string; readonly type: MediaType; readonly bytes: number };

const OWN = `coop_id = current_setting('app.coop')::uuid`;

const readRoom = statement(
  'room for attachments',
  `SELECT
     EXISTS (SELECT FROM attachments WHERE ${OWN} AND hash = $1) AS known,
     EXISTS (SELECT FROM attachment_additions WHERE ${OWN} AND hash = $1 AND added_by = $2) AS added,
     (SELECT COALESCE(sum(bytes), 0)::float8 FROM attachments WHERE ${OWN}) AS "ofCoop",
     (SELECT COALESCE(sum(f.bytes), 0)::float8 FROM attachment_additions a
        JOIN attachments f ON f.coop_id = a.coop_id AND f.hash = a.hash
        WHERE a.coop_id = current_setting('app.coop')::uuid AND a.added_by = $2 AND a.added_at > $3) AS "ofHer"`,
);

const insertFile = statement(
  'keep an attachment',
  `INSERT INTO attachments (coop_id, hash, type, bytes, content)
   VALUES (current_setting('app.coop')::uuid, $1, $2, $3, $4)`,
);

const insertAddition = statement(
  'note who added an attachment',
  `INSERT INTO attachment_additions (coop_id, hash, added_by, added_at)
   VALUES (current_setting('app.coop')::uuid, $1, $2, $3)`,
);

const readFile = statement(
  'read an attachment',
  `SELECT type, content FROM attachments f WHERE ${OWN} AND hash = $1 AND ($2::text IS NULL OR EXISTS (
     SELECT FROM attachment_additions a WHERE a.coop_id = f.coop_id AND a.hash = f.hash AND a.added_by = $2))`,
);

const readType = statement('read the type of an attachment', `SELECT type FROM attachments WHERE ${OWN} AND hash = $1`);

const readAdders = statement(
  'who added attachments',
  `SELECT hash, array_agg(added_by) AS by FROM attachment_additions WHERE ${OWN} AND hash = ANY($1::text[]) GROUP BY hash`,
);

/**
 * Keeps a file under the hash of its bytes (SHA-256); the same again changes nothing.
 * @throws Refusal `attachment-type`, `picture-too-large`, `too-many-attachments`, `attachments-full`
 */
export async function addAttachment(tx: Transaction, content: Buffer, by: string): Promise<Added> {
  const type = typeToKeep(content);
  const added = { hash: hash('sha256', content), type, bytes: content.length };
  // of two who add at once the second sees what the first took
  await lockEach(tx, 'attachments', ['']);
  const since = new Date(tx.now.getTime() - DAY_MS).toISOString();
  const room = await tx.one<{ known: boolean; added: boolean; ofCoop: number; ofHer: number }>(readRoom, [
    ...[added.hash, by, since],
  ]);
  if (room.added) return added;
  if (room.ofHer + added.bytes > DAILY_MAX)
    throw new Refusal('too-many-attachments', '', { limit: megabytes(DAILY_MAX), seconds: RETRY_S });
  if (!room.known) {
    if (room.ofCoop + added.bytes > COOP_MAX) throw new Refusal('attachments-full', '', { limit: megabytes(COOP_MAX) });
    await tx.query(insertFile, [added.hash, type, added.bytes, content]);
  }
  await tx.query(insertAddition, [added.hash, by, tx.now.toISOString()]);
  return added;
}

/** A file by its hash. @param by whose alone it may be, where she sees no others' */
export async function readAttachment(tx: Transaction, of: string, by: string | null): Promise<Attachment | undefined> {
  const [found] = await tx.query<Attachment>(readFile, [of, by]);
  return found;
}

/** What a file is, by its hash; undefined where there is none. */
export async function typeOf(tx: Transaction, hash: string): Promise<MediaType | undefined> {
  return (await tx.query<{ type: MediaType }>(readType, [hash]))[0]?.type;
}

/** Of each hash that is known, who added the file. */
export async function addersOf(
  tx: Transaction,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx.query<{ hash: string; by: string[] }>(readAdders, [[...new Set(hashes)]]);
  return new Map(rows.map((row) => [row.hash, row.by]));
}

/** @throws Refusal `attachment-type`, `picture-too-large` */
function typeToKeep(content: Buffer): MediaType {
  const type = mediaTypeOf(content);
  if (type === undefined) throw new Refusal('attachment-type');
  if (type === 'application/pdf') return type;
  const size = pictureSize(content, type);
  if (size === undefined) throw new Refusal('attachment-type');
  if (size.width * size.height > PICTURE_DOTS_MAX)
    throw new Refusal('picture-too-large', '', {
      ...{ width: String(size.width), height: String(size.height) },
      limit: String(PICTURE_DOTS_MAX / 1_000_000),
    });
  return type;
}

const megabytes = (bytes: number): string => `${bytes / MEGABYTE} MB`;
