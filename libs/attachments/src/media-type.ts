const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** What is kept as evidence: photos as phones and scanners make them, and papers. */
export const MEDIA_TYPES = [...PICTURE_TYPES, 'application/pdf'] as const;

export type PictureType = (typeof PICTURE_TYPES)[number];

export type MediaType = (typeof MEDIA_TYPES)[number];

/** How the names of files of each type end. */
export const EXTENSIONS: Readonly<Record<MediaType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** Within so many of its last bytes a PDF says that it ends: readers look no further back. */
const END_OF_PDF = 1_024;

/**
 * The type of a file by its first bytes, whatever it is called; undefined for one that is not kept. A paper has its end as well:
 * what only calls itself one, or was cut off on its way, is none.
 */
export function mediaTypeOf(content: Buffer): MediaType | undefined {
  const says = (text: string, at: number): boolean => content.toString('latin1', at, at + text.length) === text;
  if (content.subarray(0, JPEG.length).equals(JPEG)) return 'image/jpeg';
  if (content.subarray(0, PNG.length).equals(PNG)) return 'image/png';
  if (says('RIFF', 0) && says('WEBP', 8)) return 'image/webp';
  return says('%PDF-', 0) && content.subarray(-END_OF_PDF).includes('%%EOF') ? 'application/pdf' : undefined;
}
