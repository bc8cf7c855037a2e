/** Words of the first steps. */
export const start = {
  title: 'Primeros pasos',
  intro: 'Cada paso se marca solo cuando está hecho. No hace falta hacerlos todos hoy.',
  members: 'Familias y socias',
  membersText: 'Quiénes son y desde cuándo. También se pegan de una hoja de cálculo.',
  products: 'Productos y unidades',
  productsText: 'Lo que siembran y venden: lechuga por amarro, acelga por libra.',
  markets: 'Ferias y tiendas',
  marketsText: 'Dónde venden.',
  season: 'La gestión y sus reglas',
  seasonText: 'De qué día a qué día, y cómo se repartirá.',
  users: 'Usuarios de las demás',
  usersText: 'Tesorera, encargada, vendedoras, socias: cada una con su usuario.',
  isDone: 'hecho',
  isOpen: 'falta',
} as const;
