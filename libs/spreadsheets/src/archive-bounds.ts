import { Refusal } from '@ayni/kernel';

/** What the parts of a workbook may come to once they are unpacked; the reader unpacks no part beyond what it declares. */
const UNPACKED_MAX = 64 * 1024 * 1024;
const PARTS_MAX = 1_000;

const END = 0x06054b50;
const END_LENGTH = 22;
const COMMENT_MAX = 65_535;
const PART = 0x02014b50;
const PART_LENGTH = 46;
const STORED = 0;
/** Signs of an archive beyond 4 GB, which no sheet of a co-op is. */
const BEYOND = new Set([0xffff, 0xffffffff]);

/**
 * Refuses an archive (PKWARE APPNOTE 6.3.9) that would unpack to more than a workbook of people does, before any of it is
 * unpacked. @throws Refusal `spreadsheet-expands`, `spreadsheet-unreadable`
 */
export function refuseBeyondBounds(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const parts = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (BEYOND.has(parts) || BEYOND.has(at) || parts > PARTS_MAX) throw new Refusal('spreadsheet-expands');
  let unpacked = 0;
  for (let i = 0; i < parts; i += 1) {
    if (at + PART_LENGTH > bytes.length || view.getUint32(at, true) !== PART)
      throw new Refusal('spreadsheet-unreadable');
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    // a part that does not say how large it becomes would be unpacked without end
    if (BEYOND.has(packed) || BEYOND.has(size) || (method !== STORED && (size === 0 || packed === 0)))
      throw new Refusal('spreadsheet-expands');
    unpacked += method === STORED ? packed : size;
    if (unpacked > UNPACKED_MAX) throw new Refusal('spreadsheet-expands');
    at += PART_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/** Where its directory ends; the last such sign counts, as for whoever unpacks it. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - COMMENT_MAX);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw new Refusal('spreadsheet-unreadable');
}
