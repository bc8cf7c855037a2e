/** Words of the first start, and of the example that can be looked at before. */
export const setUp = {
  title: 'Abrir los libros de una asociación',
  text: 'Escriba el código de un solo uso que salió al arrancar Ayni, y cómo se llama su asociación.',
  code: 'Código de un solo uso',
  coopName: 'Nombre de la asociación',
  coopCodeHint: 'Con él entran todas las personas. Se propone del nombre.',
  currency: 'Moneda',
  timezone: 'Zona horaria',
  firstUser: 'Su usuario',
  firstUserHint: 'Será presidenta, tesorera y encargada, y nombrará a las demás.',
  open: 'Abrir los libros',
  seeExample: 'Ver con datos de ejemplo',
  exampleText:
    'Una asociación inventada, con su gestión entera, en libros aparte: nada de ella entra en los de ustedes.',
  preparing: 'Se prepara el ejemplo. Tarda un minuto o dos; puede seguir con lo suyo.',
  openExample: 'Abrir el ejemplo',
  enterExample: 'Se entra con el código {coop} y uno de estos usuarios, cada uno con su contraseña:',
  removeExample: 'Borrar el ejemplo entero',
  exampleHere: 'Estos libros son el ejemplo',
  exampleHereText: 'Nada de ellos es de una asociación de verdad. Se borran enteros, y el programa termina.',
  exampleRemoved: 'El ejemplo se borró entero. Puede cerrar esta página.',
} as const;
