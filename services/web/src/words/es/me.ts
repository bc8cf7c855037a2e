/** Words of the page about who is signed in. */
export const me = {
  title: 'Yo',
  user: 'Usuario',
  roles: 'Cargos',
  member: 'Socia',
  coop: 'Asociación',
  thisDevice: 'Este aparato',
  keeps: 'Guarda lo que se anota sin línea, y el navegador no lo borra por su cuenta.',
  mayForget:
    'Guarda lo que se anota sin línea, pero el navegador podría borrarlo si falta espacio. Ponga Ayni en la pantalla del teléfono.',
  keepsNothing: 'Con esta dirección no se abre sin línea. Pida a la oficina la dirección segura.',
  askToKeep: 'Pedir que no se borre',
  install: 'Para tenerla en la pantalla: en el menú del navegador, «Añadir a la pantalla de inicio».',
  devices: 'Donde entré',
  device: 'Aparato',
  usedAt: 'Último uso',
  end: 'Cerrar la sesión allí',
  password: 'Cambiar mi contraseña',
  current: 'La de ahora',
  fresh: 'La nueva',
  change: 'Cambiar',
  changed: 'Cambiada. En los otros aparatos hay que entrar de nuevo.',
} as const;
