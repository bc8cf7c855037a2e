/** On the longer side, in dots: small print of a receipt stays readable. */
const SIDE_MAX = 2400;
/** Below it a photo is sent as it is. */
const LIGHT = 1024 * 1024;
const QUALITY = 0.85;

/** A photo light enough for a slow line and for the books; what is no picture, or cannot be drawn, stays as it is. */
export async function smallerPhoto(file: File): Promise<Blob> {
  if (file.size <= LIGHT || !file.type.startsWith('image/')) return file;
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (picture === undefined) return file;
  const scale = Math.min(1, SIDE_MAX / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  return smaller !== null && smaller.size < file.size ? smaller : file;
}
