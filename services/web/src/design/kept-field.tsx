import { useEffect } from 'react';
import { useRestored } from './field.js';
import { useForm } from './form.js';

/** What a form has that nobody types, which lines there are or which photo: its draft keeps it with what was typed. */
export function KeptField({
  name,
  value,
  onRestored,
}: {
  name: string;
  value: string;
  onRestored: (kept: string) => void;
}) {
  const { draftOf, keep } = useForm();
  useRestored(draftOf(name), onRestored);
  useEffect(() => keep(), [value, keep]);
  return <input type="hidden" name={name} value={value} />;
}

/** The same for lines that a form has beside its own fields: their fields are kept by name, and this says which there are. */
export function KeptLines({
  name,
  lines,
  onRestored,
}: {
  name: string;
  lines: readonly { readonly id: string }[];
  onRestored: (ids: readonly string[]) => void;
}) {
  return (
    <KeptField
      name={name}
      value={lines.map(({ id }) => id).join(' ')}
      onRestored={(ids) => onRestored(ids.split(' ').filter(Boolean))}
    />
  );
}
