/** Words of reversing approved shares and opening a closed season again. */
export const reversal = {
  heading: 'Revertir este reparto',
  propose: 'Proponer que se revierta',
  proposeText: 'Solo si algo estaba mal. Lo confirma otra persona, con una resolución de la asamblea.',
  title: '¿Revertir este reparto?',
  text: 'Mientras nadie lo confirme, el reparto sigue valiendo. Lo que ya se pagó queda pagado y cuenta en el reparto que le siga.',
  proposedBy: '{user} propone revertirlo',
  stands: 'Mientras nadie lo confirme, el reparto sigue valiendo.',
  secondPerson: 'Usted lo propuso: tiene que confirmarlo otra persona.',
  noResolution: 'Todavía no hay una resolución aprobada que diga que este reparto se revierte.',
  confirm: 'Revertir con esta resolución',
  keep: 'Dejarlo como está',
  waiting: 'Espera que se confirme revertir el reparto de la gestión {season}.',
  look: 'Ver',
  reopen: 'Volver a abrir la gestión',
  reopenTitle: 'Volver a abrir {season}',
  reopenText:
    'Todos vuelven a anotar registros con fecha de esta gestión. Lo que se calculó de ella queda reemplazado, y después se cierra de nuevo.',
  resolution: 'Con qué resolución',
} as const;
