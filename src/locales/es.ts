import type {Messages} from './messages.js';

/** Spanish. */
export const messages: Messages = {
  direction: 'ltr',
  card: 'Pago',
  loading: 'Cargando la solicitud de pago…',
  amountToSend: 'Importe a enviar',
  amountChanged: (amount) => `La cotización ha cambiado. El importe es ahora ${amount}.`,
  amountAtLeast: 'Envíe al menos',
  anyAmount: 'Cualquier importe',
  amountUnreadable:
    'No se ha podido leer el importe exacto. Por favor, no pague todavía y consulte a la tienda.',
  rateAge: (ago) => `cotización: ${ago}`,
  fromExchange: '¿Desde un exchange? Este es el importe que debe llegar, descontadas sus comisiones.',
  toThisAddress: 'A esta dirección',
  onlyOnNetwork: (symbol, network) =>
    `Envíe solo ${symbol} por la red ${network}. El dinero enviado por otra red se pierde.`,
  qrCode: (address) => `Código QR de la dirección ${address}`,
  qrHolds: 'Contenido del código QR',
  qrAddress: 'Solo dirección',
  qrUri: 'Con importe',
  openWallet: 'Abrir en una billetera',
  noWallet: '¿No se ha abierto ninguna billetera? En su lugar, copie el importe y la dirección.',
  copy: 'Copiar',
  copyAmount: 'Copiar importe',
  copyAddress: 'Copiar dirección',
  copied: 'Copiado',
  amountCopied: 'Importe copiado',
  addressCopied: (ending) => `Dirección copiada. Compruebe que termina en ${ending}.`,
  copyFailed: 'Aquí no se permite copiar: el texto está seleccionado.',
  timeLeft: 'Tiempo restante',
  timeLeftAnnounced: (time) => `Tiempo restante para pagar: ${time}`,
  littleTime: 'Queda poco tiempo. No envíe un pago que pueda llegar demasiado tarde.',
  timeIsUp: 'El tiempo se ha agotado. Por favor, no pague ahora.',
  checking: 'Comprobando…',
  checkNow: 'Comprobar',
  lastChecked: (ago) => `Comprobado: ${ago}`,
  justNow: 'ahora',
  tryAgain: 'Reintentar',
  due: 'Importe debido',
  received: 'Recibido',
  shortBy: 'De menos',
  overBy: 'De más',
  receivedSoFar: 'Recibido hasta ahora',
  transaction: 'Transacción',
  usuallyWithin: (time) => `Normalmente en menos de ${time}`,
  support: 'Contactar con la tienda',
  back: 'Volver a la tienda',
  alreadySent: 'Ya lo he enviado',
  backIn: (soon) => `Volverá a la tienda ${soon}`,
  stay: 'Seguir aquí',
  steps: {
    seen: 'Detectado en la red',
    confirming: 'Confirmación',
    checked: 'Revisión',
    done: 'Completado',
  },
  views: {
    unavailable: {
      title: 'No se puede mostrar esta solicitud de pago',
      text: 'Por favor, vuelva a la tienda e inténtelo desde allí.',
    },
    awaiting: {status: 'Esperando su pago'},
    expired: {
      title: 'El plazo para pagar ha terminado',
      text: 'Por favor, no pague ahora. Si ya ha enviado el dinero, quédese aquí: esta página sigue comprobando.',
      status: 'Comprobando si ha llegado un pago',
    },
    detected: {
      title: 'Pago detectado',
      text: 'Está en camino. No tiene que hacer nada más: puede cerrar esta página.',
      status: 'Esperando la confirmación',
    },
    compliance: {
      title: 'El pago se está revisando',
      text: 'Una revisión rutinaria que puede tardar un poco. No tiene que hacer nada más: puede cerrar esta página.',
      status: 'En revisión',
    },
    paid: {
      title: 'Pagado',
      text: 'El pago ha llegado. Gracias.',
      status: 'Esperando el abono final a la tienda',
    },
    completed: {title: 'Pago completado', text: 'Ha llegado todo. Gracias.', status: 'Completado'},
    declined: {
      title: 'El pago no ha sido aceptado',
      text: 'Por favor, póngase en contacto con la tienda y no vuelva a enviar el pago.',
      status: 'No aceptado',
    },
    archived: {
      title: 'Esta solicitud de pago está cerrada',
      text: 'No envíe ya dinero a la dirección de pago. Si ya lo ha enviado, póngase en contacto con la tienda.',
      status: 'Cerrada',
    },
    unknown: {
      title: 'Un momento, por favor',
      text: 'El estado de este pago aún no está claro. Por favor, no vuelva a pagar: esta página sigue comprobando.',
      status: 'Comprobando',
    },
  },
  intervention: {
    underpaid: {
      title: 'Ha llegado menos de lo debido',
      text: 'La tienda lo revisará y se pondrá en contacto con usted. Por favor, no envíe un segundo pago.',
    },
    overpaid: {
      title: 'Ha llegado más de lo debido',
      text: 'La tienda lo revisará y se pondrá en contacto con usted. Por favor, no envíe nada más.',
    },
    other: {
      title: 'La tienda tiene que revisar este pago',
      text: 'Se pondrá en contacto con usted. Por favor, no envíe un segundo pago.',
    },
    resolved: {
      title: 'La tienda ya se ha ocupado de este pago',
      text: 'No tiene que hacer nada más. Esta página sigue comprobando.',
    },
    status: 'Esperando a la tienda',
  },
  notices: {
    offline:
      'No tiene conexión. Un pago que haya enviado está a salvo; esta página continuará cuando vuelva la conexión.',
    trouble:
      'Ahora mismo no hay conexión con la tienda. Un pago que haya enviado está a salvo; esta página sigue intentándolo.',
    addressChanged:
      'La dirección de esta solicitud de pago ha cambiado. No envíe dinero a ninguna de las dos direcciones y póngase en contacto con la tienda.',
    addressInvalid:
      'La dirección de esta solicitud de pago no es válida, por lo que no se muestra. Por favor, póngase en contacto con la tienda.',
  },
};
