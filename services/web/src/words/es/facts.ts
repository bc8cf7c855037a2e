/** Words of the pages of dated facts: what each of them has. */
export const facts = {
  code: 'Número o comprobante',
  number: 'Número',
  codeHint: 'Si el papel no tiene número, déjelo vacío y se le pone uno.',
  member: 'Socia',
  amount: 'Monto',
  note: 'Nota',
  reason: 'Motivo',
  acts: 'Qué hacer',
  correctText: 'Se anula lo anotado, con su motivo, y se abre el formulario con los mismos datos para anotarlo bien.',
} as const;
