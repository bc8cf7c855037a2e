import { crops, sprout, type Crop } from './crops.js';

type ProductPictureProps = {
  readonly code: string;
  /** What the co-op calls it, where it is known: a code may say nothing. */
  readonly name?: string;
  readonly large?: boolean;
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');

/** The drawing of a product by what it is called; a sprout where none is known. */
function cropOf(words: readonly string[]): Crop | undefined {
  return crops.find((crop) => crop.words.some((start) => words.some((word) => word.startsWith(start))));
}

/** The picture of a product, beside its name: many know a product by it before its word. It says nothing by itself. */
export function ProductPicture({ code, name = '', large = false }: ProductPictureProps) {
  const words = plain(`${name} ${code}`)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return (
    <svg viewBox="0 0 32 32" className={large ? 'picture large' : 'picture'} aria-hidden="true" focusable="false">
      {cropOf(words)?.drawing ?? sprout}
    </svg>
  );
}
