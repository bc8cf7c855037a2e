import { PICTURE_DOTS_MAX } from '@ayni/kernel';

/**
 * What is on a photo, how long its longer side is at the most, in dots, and below which weight it is sent as it is. Small print
 * of a receipt stays readable; a product stands on every phone at a stall, beside its name.
 */
const LIMITS = {
  paper: { side: 2400, light: 1024 * 1024 },
  product: { side: 480, light: 0 },
} as const;

export type PhotoOf = keyof typeof LIMITS;

const QUALITY = 0.85;

/** A photo light and small enough for a slow line and for the books; what is no picture, or cannot be drawn, stays as it is. */
export async function smallerPhoto(file: File, of: PhotoOf): Promise<Blob> {
  const { side, light } = LIMITS[of];
  if (!file.type.startsWith('image/')) return file;
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (picture === undefined) return file;
  // a scan in black and white weighs little, however large it is
  const isTooLarge = picture.width * picture.height > PICTURE_DOTS_MAX;
  if (file.size <= light && !isTooLarge) {
    picture.close();
    return file;
  }
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const paint = canvas.getContext('2d');
  if (paint) {
    // what could be seen through would be black
    paint.fillStyle = '#fff';
    paint.fillRect(0, 0, canvas.width, canvas.height);
    paint.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }
  picture.close();
  const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  return smaller !== null && (isTooLarge || smaller.size < file.size) ? smaller : file;
}
