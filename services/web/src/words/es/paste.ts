/** Words of what is pasted from a spreadsheet. */
export const paste = {
  title: 'Pegar de una hoja de cálculo',
  open: 'Pegar de una hoja',
  rows: 'Pegue aquí las filas',
  hint: 'Copie las filas en la hoja de cálculo y péguelas. Con sus títulos, en cualquier orden; sin títulos, en este: {columns}.',
  unknown: 'Estas columnas no se leen: {heads}.',
  understood: { one: 'Así se entendió: {n} fila', other: 'Así se entendió: {n} filas' },
  row: 'Fila',
  try: 'Probar sin guardar',
  good: 'Todo está bien. Nuevas: {recorded}. Ya estaban: {unchanged}.',
  faults: { one: 'Hay {n} cosa por arreglar', other: 'Hay {n} cosas por arreglar' },
  faultsText: 'Nada se guardó. Lo que falta está en cada fila: arréglelo arriba o en su hoja, y pruebe de nuevo.',
  fault: 'Qué falta',
  rowIsGood: 'está bien',
  load: { one: 'Guardar {n} fila', other: 'Guardar las {n} filas' },
  loaded: { one: 'Se guardó {n} fila.', other: 'Se guardaron {n} filas.' },
  oneOf: '{label}: puede ser {choices}.',
} as const;
