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
