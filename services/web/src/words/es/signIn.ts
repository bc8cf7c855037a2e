/** Words of the door: signing in, the first start, a password of one's own. */
export const signIn = {
  title: 'Entrar',
  coop: 'Código de la asociación',
  user: 'Usuario',
  password: 'Contraseña',
  enter: 'Entrar',
  chooseTitle: 'Elija su contraseña',
  chooseText: 'La que le dieron sirve una sola vez. Elija una suya, de diez letras o más; nadie más la sabrá.',
  newPassword: 'Contraseña nueva',
  chooseEnter: 'Guardar y entrar',
  ended: 'Su sesión terminó. Entre de nuevo; lo que guardó en este teléfono sigue aquí.',
} as const;
