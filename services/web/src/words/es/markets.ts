/** Words of where the co-op sells. */
export const markets = {
  title: 'Ferias',
  new: 'Inscribir una feria',
  empty: 'Aquí van las ferias y tiendas donde venden. Todavía no hay ninguna.',
  shown: 'Se muestran',
  inUse: 'las de ahora',
  retiredOnes: 'las retiradas',
  name: 'Nombre de la feria',
  nameHint: 'Como la llaman: Villa Dolores, Desayuno escolar.',
} as const;
