import { useState } from 'react';
import { Button } from '../../design/button.js';
import { Dialog } from '../../design/dialog.js';
import { PhotoField } from '../../design/photo-field.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { useAct } from '../../hooks/use-act.js';
import { useProductPhoto } from '../../hooks/use-product-photo.js';
import { say } from '../../words/say.js';
import type { Product } from './stock-unit.js';

/** The co-op's own photo of a product, in the place of the drawing: taken or chosen, another one, or none again. */
export function ProductPhoto({ product }: { product: Product }) {
  const [isOpen, setOpen] = useState(false);
  const { send, busy, problem } = useAct('PATCH /api/inventory/v1/products/{code}');
  const keep = async (photo: string | null): Promise<void> => {
    const sent = { path: { code: product.code }, body: { photo } };
    if ((await send(sent, `"${product.version}"`)) !== undefined) setOpen(false);
  };
  return (
    <div className="stack small no-print">
      <div className="row">
        <Button onClick={() => setOpen(true)}>
          {say(product.photo === null ? 'products.addPhoto' : 'products.changePhoto')}
        </Button>
        {product.photo === null ? null : (
          <Button busy={busy} onClick={() => void keep(null)}>
            {say('products.dropPhoto')}
          </Button>
        )}
      </div>
      {problem === undefined || isOpen ? null : <ProblemNotice problem={problem} />}
      {isOpen ? (
        <Dialog title={say('products.photoOf', { product: product.name })} onClose={() => setOpen(false)}>
          <PhotoChoice busy={busy} onKeep={(hash) => void keep(hash)} />
          {problem === undefined ? null : <ProblemNotice problem={problem} />}
        </Dialog>
      ) : null}
    </div>
  );
}

function PhotoChoice({ busy, onKeep }: { busy: boolean; onKeep: (hash: string) => void }) {
  const [hash, setHash] = useState<string>();
  return (
    <>
      <p>{say('products.photoText')}</p>
      <PhotoField
        route="POST /api/inventory/v1/attachments"
        of="product"
        label={say('products.photo')}
        there={say('products.photoThere')}
        hash={hash}
        onPhoto={setHash}
      />
      {hash === undefined ? null : (
        <>
          <Photo hash={hash} />
          <Button kind="main" busy={busy} onClick={() => onKeep(hash)}>
            {say('forms.save')}
          </Button>
        </>
      )}
    </>
  );
}

/** A photo that is one, or was. */
export function Photo({ hash }: { hash: string }) {
  const photo = useProductPhoto(hash);
  return photo === undefined ? (
    say('products.photo')
  ) : (
    <img className="picture large" src={photo} alt={say('products.photo')} />
  );
}
