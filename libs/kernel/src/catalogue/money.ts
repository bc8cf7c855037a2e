import { refuse, type Entry } from './refuse.js';

/** What contradicts the money of the co-op and of its members. */
export const money = {
  'grant-exhausted': refuse(
    'conflict',
    'De la donación {grant} quedan {left}; lo que pase de eso debe pagarse de otra fuente.',
    'Of grant {grant} {left} are left; what goes beyond must be paid otherwise.',
  ),
  'grant-in-use': refuse(
    'conflict',
    'La donación {grant} pagó {spent} de gastos y tiene recibos, devoluciones o pérdidas por {moved}; anule primero esos registros.',
    'Grant {grant} paid {spent} of expenses and has receipts, refunds or write-offs of {moved}; take those back first.',
  ),
  'grant-overpaid': refuse(
    'conflict',
    'De la donación {grant} quedan por llegar {left}; lo que pase de eso se escribe como otra donación.',
    'Of grant {grant} {left} are still to come; what goes beyond is written as another grant.',
  ),
  'more-than-held': refuse(
    'conflict',
    'De la donación {grant} hay {held} sin gastar; no se puede devolver más.',
    'Of grant {grant} {held} are there unspent; no more can be given back.',
  ),
  'more-than-owed': refuse(
    'conflict',
    'Quien donó debe {owed} de la donación {grant}; no se puede dar por perdido más.',
    'The funder of grant {grant} owes {owed}; no more can be written off.',
  ),
  'more-than-receivable': refuse(
    'conflict',
    'Quienes compraron a crédito deben {owed}; no se puede cobrar ni dar por perdido más.',
    'Those who bought on credit owe {owed}; no more can be collected or written off.',
  ),
  'payout-open': refuse(
    'conflict',
    'La ronda {payout} no ha terminado; págela o termínela antes de preparar otra.',
    'Payout {payout} is not over; pay it or end it before another one is planned.',
  ),
  'nothing-to-pay': refuse(
    'conflict',
    'Con este dinero no se puede pagar a ninguna familia; cobre, traspase entre caja y banco, o pague a todas la misma parte.',
    'This money pays no household; collect, transfer between cash and bank, or pay the same part of each.',
  ),
  'more-than-in-till': refuse(
    'conflict',
    'Según el libro ahí hay {there}; si contó más, dígalo (counted).',
    'By the books there is {there}; where somebody counted more, say so (counted).',
  ),
  'household-not-owed': refuse(
    'conflict',
    'A la familia {household} no se le debe nada de este reparto.',
    'Household {household} is owed nothing of this run.',
  ),
  'less-than-certificate': refuse(
    'conflict',
    'Lo que se debe a la familia {household} no alcanza para un certificado de {value}.',
    'What household {household} is owed is less than a certificate of {value}.',
  ),
  'certificate-of-payment': refuse(
    'conflict',
    'Los certificados {certificate} son lo que cobró una familia; anule su pago {payment}.',
    'The certificates {certificate} are what a household was paid; reverse its payment {payment}.',
  ),
  'certificate-of-transfer': refuse(
    'conflict',
    'Los certificados {certificate} los anotó la transferencia {transfer}; anule esa transferencia.',
    'The certificates {certificate} were entered by transfer {transfer}; reverse that transfer.',
  ),
  'certificate-transferred': refuse(
    'conflict',
    'Los certificados {certificate} ya no están a su nombre: se transfirieron con {transfer}.',
    'Nobody holds certificates under {certificate} any more: they went on by transfer {transfer}.',
  ),
  'certificate-unpaid': refuse(
    'conflict',
    'De los certificados {certificate} falta pagar {left}; se transfieren cuando estén pagados.',
    'Of the certificates {certificate} {left} are still to be paid; they are transferred once they are paid.',
  ),
  'too-few-certificates': refuse(
    'conflict',
    'Con el código {certificate} tiene {count} certificados; no se pueden transferir más.',
    'Under {certificate} she holds {count} certificates; no more can be transferred.',
  ),
  'same-member': refuse(
    'conflict',
    'Los certificados ya son de la socia {member}; escriba quién los recibe.',
    'The certificates are those of member {member} already; say who receives them.',
  ),
  'no-lapse-rule': refuse(
    'conflict',
    'La asamblea no ha fijado cuándo caduca lo que nadie cobra ni a qué fondo va; anótelo primero con su resolución.',
    'The assembly has not set when what nobody claims lapses, nor into which fund; note that first, with its resolution.',
  ),
  'not-lapsed': refuse(
    'conflict',
    'De lo que se debe a la familia {household} nada había caducado el {day:day}.',
    'Of what household {household} is owed nothing had lapsed on {day:day}.',
  ),
  'payout-outdated': refuse(
    'conflict',
    'Desde que se preparó la ronda {payout} cambió lo que se debe a la familia {household}; retírela y prepare otra.',
    'Since payout {payout} was planned what household {household} is owed has changed; withdraw it and plan another.',
  ),
  'nothing-for-household': refuse(
    'conflict',
    'La ronda {payout} no tiene nada para la familia {household}; en la lista de la ronda está a quiénes paga.',
    'Payout {payout} has nothing for household {household}; the list of the payout says whom it pays.',
  ),
  'household-paid': refuse(
    'conflict',
    'La familia {household} ya cobró en la ronda {payout}, con el pago {payment}.',
    'Household {household} was paid in payout {payout} already, by payment {payment}.',
  ),
  'household-overpaid': refuse(
    'conflict',
    'A la familia {household} se le deben {owed}; no se le puede pagar más.',
    'Household {household} is owed {owed}; no more can be paid to it.',
  ),
  'supplier-overpaid': refuse(
    'conflict',
    'Del gasto {expense} quedan {left} por pagar; no se puede pagar más.',
    'Of expense {expense} {left} are left to be paid; no more can be.',
  ),
  'expense-paid': refuse(
    'conflict',
    'Del gasto {expense} ya se pagaron {paid}; anule primero esos pagos.',
    'Of expense {expense} {paid} were paid already; take these payments back first.',
  ),
  'difference-unexplained': refuse(
    'invalid',
    'Se contaron {counted} y según los libros hay {inBooks}; escriba el motivo de la diferencia.',
    'Counted were {counted}, and the books say {inBooks}; write why they differ.',
  ),
  'matched-already': refuse(
    'conflict',
    '{name} ya está marcado a mano, con {match}; anule primero esa marca.',
    '{name} is matched by hand already, by {match}; take that match back first.',
  ),
  'match-differs': refuse(
    'invalid',
    'Los documentos suman {documents} y la línea es de {line}: no son lo mismo.',
    'The documents come to {documents}, and the line is of {line}: they are not the same.',
  ),
  'opened-twice': refuse(
    'conflict',
    'La cuenta {account:account} ya tiene su saldo inicial a ese nombre; anúlelo primero.',
    'The account {account:account} has its opening balance in that name already; take that back first.',
  ),
  'debt-overpaid': refuse(
    'conflict',
    'De la deuda {debt} quedan {left}; no se puede recibir más.',
    'Of debt {debt} {left} are left; no more can be brought back.',
  ),
  'debt-in-use': refuse(
    'conflict',
    'De la deuda {debt} ya se devolvieron {repaid} y se descontaron {setOff}; anule primero esas devoluciones. Lo que descontó un reparto aprobado se corrige con un registro nuevo.',
    'Of debt {debt} {repaid} were brought back and {setOff} set off; take the repayments back first. What an approved run set off is corrected by a new record.',
  ),
  'fund-exhausted': refuse(
    'conflict',
    'En el fondo {fund} hay {left}; no se puede usar más.',
    'There are {left} in fund {fund}; no more can be used.',
  ),
  'resolution-exhausted': refuse(
    'conflict',
    'De lo que la resolución {number} permite usar del fondo {fund} quedan {left}.',
    'Of what resolution {number} lets be used of fund {fund} {left} are left.',
  ),
  'certificate-value': refuse(
    'conflict',
    'Un certificado del tipo {type} vale {value}.',
    'A certificate of type {type} is worth {value}.',
  ),
  'certificate-minimum': refuse(
    'conflict',
    'Del tipo {type} se tienen por lo menos {minimum} certificados.',
    'Of type {type} at least {minimum} certificates are held.',
  ),
  'household-holds': refuse(
    'conflict',
    'De la familia {household} ya tiene certificados del tipo {type} la socia {member}; solo los tiene una por familia.',
    'Of household {household} member {member} holds certificates of type {type} already; one of each household does.',
  ),
  'not-a-member-yet': refuse(
    'conflict',
    '{member} es socia desde el {joinedOn:day}.',
    '{member} is a member from {joinedOn:day} on.',
  ),
  'certificate-withdrawn': refuse(
    'conflict',
    'Los certificados {certificate} ya se devolvieron el {day:day}.',
    'The certificates {certificate} were given up already on {day:day}.',
  ),
  'expense-written-off': refuse(
    'conflict',
    'De los gastos de la donación {grant} se dieron por perdidos {amount}; anule primero esa pérdida.',
    'Of the expenses of grant {grant} {amount} were written off; take the write-off back first.',
  ),
  'receipt-refunded': refuse(
    'conflict',
    'De la donación {grant} se devolvieron {amount}; anule primero esa devolución.',
    'Of grant {grant} {amount} were given back; take that refund back first.',
  ),
  'asset-disposed': refuse(
    'conflict',
    'El bien {asset} se dio de baja el {day:day}; anule primero esa baja.',
    'Asset {asset} was disposed of on {day:day}; take that back first.',
  ),
  'proceeds-used': refuse(
    'conflict',
    'De los {amount} que la donación {grant} recuperó con esa venta ya se gastó o devolvió una parte; anule primero esos registros.',
    'Of the {amount} that grant {grant} recovered by that sale some was spent or given back; take those records back first.',
  ),
} as const satisfies Record<string, Entry>;
