import { refuse, type Entry } from './refuse.js';

/** What files, spreadsheets and the system itself do not allow. */
export const house = {
  'attachment-type': refuse(
    'invalid',
    'Se guardan fotos JPEG, PNG o WebP y documentos PDF; esto no es nada de eso.',
    'Photos in JPEG, PNG or WebP and documents in PDF are kept; this is none of them.',
  ),
  'picture-too-large': refuse(
    'invalid',
    'La foto tiene {width} por {height} píxeles, y se guardan fotos de hasta {limit} megapíxeles: achíquela, o sáquela con menos resolución.',
    'The photo has {width} by {height} pixels, and photos of up to {limit} megapixels are kept: make it smaller, or take it at a lower resolution.',
  ),
  'not-a-picture': refuse(
    'invalid',
    'Ese archivo es un documento; aquí va una foto JPEG, PNG o WebP.',
    'That file is a document; a photo in JPEG, PNG or WebP goes here.',
  ),
  'too-many-attachments': refuse(
    'limited',
    'Usted ya agregó {limit} de archivos en un día; siga mañana, o mande fotos más pequeñas.',
    'You have added {limit} of files within a day; go on tomorrow, or send smaller photos.',
  ),
  'attachments-full': refuse(
    'conflict',
    'La cooperativa ya guarda {limit} de archivos aquí, que es lo más que se guarda.',
    'The co-op keeps {limit} of files here already, which is the most that is kept.',
  ),
  'spreadsheet-too-large': refuse(
    'invalid',
    'El archivo pesa más de {limit}: guarde solo la hoja que se trae, sin fotos, o en partes.',
    'The file is larger than {limit}: save only the sheet that is brought, without pictures, or in parts.',
  ),
  'spreadsheet-unreadable': refuse(
    'invalid',
    'Este archivo no se lee como CSV ni como XLSX: ábralo en su hoja de cálculo, sin contraseña, y guárdelo de nuevo como .xlsx.',
    'This file reads neither as CSV nor as XLSX: open it in your spreadsheet, without a password, and save it again as .xlsx.',
  ),
  'spreadsheet-expands': refuse(
    'invalid',
    'Este libro ocuparía demasiada memoria al abrirse: copie la hoja que se trae a un libro nuevo y guárdelo.',
    'This workbook would take too much memory when it is opened: copy the sheet that is brought to a new one and save that.',
  ),
  'spreadsheet-too-long': refuse(
    'invalid',
    'La hoja tiene más de {limit} líneas: guárdela en partes.',
    'The sheet has more than {limit} lines: save it in parts.',
  ),
  'spreadsheet-too-many-rows': refuse(
    'invalid',
    'De una vez se traen {limit} filas, todas o ninguna; guarde el archivo en partes, por mes o por gestión.',
    '{limit} rows are brought at once, all or none; save the file in parts, by month or by season.',
  ),
  'not-ready': refuse('unavailable', 'El sistema está ocupado; intente de nuevo.', 'The system is busy; try again.'),
  'disk-full': refuse(
    'unavailable',
    'El disco del sistema está lleno: no se guardó nada de esto. Avise a quien opera el sistema e intente más tarde.',
    "The system's disk is full: nothing of this was kept. Tell whoever operates the system, and try again later.",
  ),
  internal: refuse(
    'unavailable',
    'Algo falló de nuestro lado; intente de nuevo.',
    'Something failed on our side; try again.',
  ),
} as const satisfies Record<string, Entry>;
