/** Words of papers: printed and copied. */
export const papers = {
  pdf: 'Hoja A4',
  roll: 'Tira de 80 mm',
  text: 'Copiar como mensaje',
  copied: 'Copiado. Péguelo en un mensaje.',
  copyThis: 'Marque este texto y cópielo en un mensaje.',
  xlsx: 'Hoja de cálculo',
} as const;
