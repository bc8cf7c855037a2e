/** Words of what is due today. */
export const today = {
  title: 'Hoy',
  work: 'Trabajo por confirmar',
  noWork: 'No hay trabajo por confirmar.',
  confirmAll: { one: 'Confirmar {n} registro', other: 'Confirmar los {n} registros' },
  confirmRest: 'Confirmar todo lo que espera, también lo que no se ve aquí',
  confirmTicked: { one: 'Confirmar {n} elegido', other: 'Confirmar {n} elegidos' },
  confirmed: { one: 'Se confirmó {n} registro.', other: 'Se confirmaron {n} registros.' },
  expiring: 'Lo que vence',
  nothingExpires: 'Nada vence en estos días.',
  shortages: 'Faltantes',
  noShortage: 'No falta nada en el almacén.',
  missing: '{what}: faltan {quantity}',
  deliveries: 'Entregas de hoy',
  noDelivery: 'Hoy nadie entregó todavía.',
  byYou: 'lo anotó usted',
  onlyOwn: 'Todo esto lo anotó o lo trabajó usted: lo confirma otra persona. Si no hay otra, márquelo y confírmelo.',
} as const;
