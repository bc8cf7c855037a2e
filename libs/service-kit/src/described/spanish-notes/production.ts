/** Spanish notes of production, by the English text that stands in the code. */
export const PRODUCTION_NOTES: readonly (readonly [english: string, spanish: string])[] = [
  ['the code of a registered structure', 'el código de una estructura inscrita'],
  ['square metres; 0 where nobody measured', 'metros cuadrados; 0 donde nadie midió'],
  ['the whole harvest, home use included', 'la cosecha entera, con lo de casa'],
  ['what the families took home of it, in the same unit', 'lo que las familias se llevaron a casa, en la misma unidad'],
  [
    'what the families took home of it, in stock units',
    'lo que las familias se llevaron a casa, en unidades del almacén',
  ],
  ['the number of the member who did it', 'el número de la socia que lo hizo'],
  ['where it was done', 'dónde se hizo'],
  ['photos of the sheet, by their hashes', 'fotos de la planilla, por sus sellos'],
  [
    'whether who entered it confirmed it too, since nobody else could',
    'si quien lo anotó también lo confirmó, porque nadie más podía',
  ],
  ['records that were not confirmed before', 'registros que antes no estaban confirmados'],
  ['records that were', 'registros que ya lo estaban'],
];
