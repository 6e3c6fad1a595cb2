import type {Messages} from './messages.js';

/** German. */
export const messages: Messages = {
  direction: 'ltr',
  card: 'Zahlung',
  loading: 'Rechnung wird geladen\u00a0…',
  amountToSend: 'Zu sendender Betrag',
  amountChanged: (amount) => `Der Kurs hat sich geändert. Der Betrag ist jetzt ${amount}.`,
  amountAtLeast: 'Senden Sie mindestens',
  anyAmount: 'Beliebiger Betrag',
  amountUnreadable:
    'Der genaue Betrag konnte nicht gelesen werden. Bitte zahlen Sie noch nicht und fragen Sie den Shop.',
  rateAge: (ago) => `Kurs: ${ago}`,
  fromExchange: 'Von einer Kryptobörse? Dieser Betrag muss ankommen, nach Abzug ihrer Gebühren.',
  toThisAddress: 'An diese Adresse',
  onlyOnNetwork: (symbol, network) =>
    `Senden Sie nur ${symbol} über ${network}. Geld, das über ein anderes Netzwerk gesendet wird, ist verloren.`,
  qrCode: (address) => `QR-Code der Adresse ${address}`,
  qrHolds: 'Inhalt des QR-Codes',
  qrAddress: 'Nur Adresse',
  qrUri: 'Mit Betrag',
  openWallet: 'In einer Wallet öffnen',
  noWallet: 'Keine Wallet hat sich geöffnet? Kopieren Sie stattdessen Betrag und Adresse.',
  copy: 'Kopieren',
  copyAmount: 'Betrag kopieren',
  copyAddress: 'Adresse kopieren',
  copied: 'Kopiert',
  amountCopied: 'Betrag kopiert',
  addressCopied: (ending) => `Adresse kopiert. Prüfen Sie, ob sie auf ${ending} endet.`,
  copyFailed: 'Kopieren ist hier nicht erlaubt: Der Text ist markiert.',
  timeLeft: 'Verbleibende Zeit',
  timeLeftAnnounced: (time) => `Noch ${time} zum Bezahlen`,
  littleTime: 'Es bleibt nur wenig Zeit. Senden Sie keine Zahlung, die zu spät ankommen könnte.',
  timeIsUp: 'Die Zeit ist abgelaufen. Bitte zahlen Sie jetzt nicht.',
  checking: 'Wird geprüft\u00a0…',
  checkNow: 'Jetzt prüfen',
  lastChecked: (ago) => `Zuletzt geprüft: ${ago}`,
  justNow: 'jetzt',
  tryAgain: 'Erneut versuchen',
  due: 'Angefordert',
  received: 'Eingegangen',
  shortBy: 'Zu wenig',
  overBy: 'Zu viel',
  receivedSoFar: 'Bisher eingegangen',
  transaction: 'Transaktion',
  usuallyWithin: (time) => `Meist innerhalb von ${time}`,
  support: 'Shop kontaktieren',
  back: 'Zurück zum Shop',
  alreadySent: 'Geld schon gesendet',
  backIn: (soon) => `Es geht ${soon} zurück zum Shop`,
  stay: 'Hier bleiben',
  steps: {seen: 'Im Netzwerk erkannt', confirming: 'Bestätigung', checked: 'Prüfung', done: 'Abgeschlossen'},
  views: {
    unavailable: {
      title: 'Diese Rechnung kann nicht angezeigt werden',
      text: 'Bitte gehen Sie zurück zum Shop und versuchen Sie es von dort.',
    },
    awaiting: {status: 'Warten auf Ihre Zahlung'},
    expired: {
      title: 'Die Zahlungsfrist ist abgelaufen',
      text: 'Bitte zahlen Sie jetzt nicht. Wenn Sie das Geld schon gesendet haben, bleiben Sie hier: Diese Seite prüft weiter.',
      status: 'Prüfung, ob eine Zahlung eingegangen ist',
    },
    detected: {
      title: 'Zahlung erkannt',
      text: 'Das Geld ist unterwegs. Sie müssen nichts mehr tun: Sie können diese Seite schließen.',
      status: 'Warten auf Bestätigung',
    },
    compliance: {
      title: 'Die Zahlung wird geprüft',
      text: 'Eine Routineprüfung, die etwas dauern kann. Sie müssen nichts mehr tun: Sie können diese Seite schließen.',
      status: 'Wird geprüft',
    },
    paid: {
      title: 'Bezahlt',
      text: 'Die Zahlung ist eingegangen. Vielen Dank.',
      status: 'Warten auf die Gutschrift beim Shop',
    },
    completed: {
      title: 'Zahlung abgeschlossen',
      text: 'Alles ist eingegangen. Vielen Dank.',
      status: 'Abgeschlossen',
    },
    declined: {
      title: 'Die Zahlung wurde nicht akzeptiert',
      text: 'Bitte kontaktieren Sie den Shop und senden Sie die Zahlung nicht noch einmal.',
      status: 'Nicht akzeptiert',
    },
    archived: {
      title: 'Diese Rechnung ist geschlossen',
      text: 'Senden Sie kein Geld mehr an die zugehörige Adresse. Wenn Sie es schon gesendet haben, kontaktieren Sie den Shop.',
      status: 'Geschlossen',
    },
    unknown: {
      title: 'Einen Moment bitte',
      text: 'Der Stand dieser Zahlung ist noch nicht klar. Bitte zahlen Sie nicht noch einmal: Diese Seite prüft weiter.',
      status: 'Prüfung läuft',
    },
  },
  intervention: {
    underpaid: {
      title: 'Es ist weniger eingegangen als angefordert',
      text: 'Der Shop sieht sich das an und meldet sich bei Ihnen. Bitte senden Sie keine zweite Zahlung.',
    },
    overpaid: {
      title: 'Es ist mehr eingegangen als angefordert',
      text: 'Der Shop sieht sich das an und meldet sich bei Ihnen. Bitte senden Sie nichts mehr.',
    },
    other: {
      title: 'Der Shop muss sich diese Zahlung ansehen',
      text: 'Er meldet sich bei Ihnen. Bitte senden Sie keine zweite Zahlung.',
    },
    resolved: {
      title: 'Der Shop hat diese Zahlung geklärt',
      text: 'Es bleibt nichts mehr zu tun. Diese Seite prüft weiter.',
    },
    status: 'Warten auf den Shop',
  },
  notices: {
    offline:
      'Sie sind offline. Eine Zahlung, die Sie gesendet haben, ist sicher; diese Seite prüft weiter, sobald Sie wieder online sind.',
    trouble:
      'Derzeit keine Verbindung zum Shop. Eine Zahlung, die Sie gesendet haben, ist sicher; diese Seite versucht es weiter.',
    addressChanged:
      'Die Zahlungsadresse dieser Rechnung hat sich geändert. Zahlen Sie an keine der beiden Adressen und kontaktieren Sie den Shop.',
    addressInvalid:
      'Die Zahlungsadresse dieser Rechnung ist ungültig und wird deshalb nicht angezeigt. Bitte kontaktieren Sie den Shop.',
  },
};
