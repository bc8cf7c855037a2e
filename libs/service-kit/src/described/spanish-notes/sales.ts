/** Spanish notes of sales, by the English text that stands in the code. */
export const SALES_NOTES: readonly (readonly [english: string, spanish: string])[] = [
  ['the name of a registered market', 'el nombre de una feria inscrita'],
  ['where she sells', 'dónde vende'],
  ['the day, Monday of the week, market or product', 'el día, el lunes de la semana, la feria o el producto'],
  ['by week only', 'solo por semana'],
  ['by product only', 'solo por producto'],
  ['what it is called now', 'cómo se llama ahora'],
  [
    'by which receipts name it; the name that it was registered under',
    'por el que lo nombran los recibos; el nombre con que se inscribió',
  ],
  ['the market where it was sold so', 'la feria donde se vendió así'],
  [
    'whether that is the market that was asked about; else it was never sold there',
    'si es la feria por la que se preguntó; si no, allí nunca se vendió',
  ],
  ['receipts of its days are taken while it is `open`', 'se toman recibos de sus días mientras está `open`'],
];
