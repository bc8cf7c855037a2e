import { useEveryProduct } from '../hooks/use-every-product.js';
import { useProductPhoto } from '../hooks/use-product-photo.js';
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

/**
 * The picture of a product, beside its name: the co-op's own photo, or a drawing where there is none. Many know a product by it
 * before its word. It says nothing by itself.
 */
export function ProductPicture({ code, name = '', large = false }: ProductPictureProps) {
  const { data } = useEveryProduct();
  const photo = useProductPhoto(data?.value.items.find((product) => product.code === code)?.photo);
  const size = large ? 'picture large' : 'picture';
  if (photo !== undefined) return <img src={photo} alt="" className={size} />;
  const words = plain(`${name} ${code}`)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return (
    <svg viewBox="0 0 32 32" className={size} aria-hidden="true" focusable="false">
      {cropOf(words)?.drawing ?? sprout}
    </svg>
  );
}

/** A product as it is drawn and called, in a line. */
export const PicturedProduct = ({ code, name }: { code: string; name: string }) => (
  <span className="row tight">
    <ProductPicture code={code} name={name} />
    {name}
  </span>
);
