/** Words of approving shares as the second person. */
export const approval = {
  title: 'Aprobar',
  none: 'Ahora no hay ningún reparto por aprobar. Cuando la tesorera proponga uno, aparece aquí.',
  proposedBy: 'Calculado por {calculator}, propuesto por {proposer} el {time}.',
  since: 'Comparado con la gestión anterior',
  seasonOf: 'Gestión {season}',
  figure: 'Cifra',
  resolution: 'La resolución',
  noResolution:
    'Ninguna resolución nombra todavía este reparto. Primero vota la asamblea y se registra lo que decidió.',
  enter: 'Registrar la resolución',
  adoptedOn: 'Asamblea del {day}',
  votesOf: '{for} a favor, {against} en contra, {abstentions} abstenciones',
  carried: 'aprobada',
  notCarried: 'no aprobada',
  samePrint: 'Nombra este mismo reparto, por su huella.',
  approve: 'Aprobar el reparto',
  approveTitle: '¿Aprobar este reparto?',
  approveText: 'Un reparto aprobado no cambia nunca más. Se pagará {paid} a las familias.',
  secondPerson: 'Usted lo calculó o lo propuso: tiene que aprobarlo otra persona.',
  whole: 'Ver el reparto entero',
} as const;
