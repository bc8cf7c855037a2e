/** Words of harvests. */
export const harvests = {
  title: 'Cosechas',
  note: 'Anotar una cosecha',
  save: 'Guardar la cosecha',
  label: 'Cosecha: {what}',
  where: 'De dónde',
  homeUse: 'De eso, para la casa',
  homeUseHint: 'Lo que las familias se llevan para comer; no entra al almacén. En la misma unidad.',
  homeUseShort: 'Para la casa',
  lot: 'Lote',
  empty: 'No hay cosechas en estos días. La que se anote entra al almacén como un lote.',
} as const;
