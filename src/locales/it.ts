import type {Messages} from './messages.js';

/** Italian. */
export const messages: Messages = {
  direction: 'ltr',
  card: 'Pagamento',
  loading: 'Caricamento della richiesta di pagamento…',
  amountToSend: 'Importo da inviare',
  amountChanged: (amount) => `Il cambio è variato. L’importo ora è ${amount}.`,
  amountAtLeast: 'Invii almeno',
  anyAmount: 'Qualsiasi importo',
  amountUnreadable:
    'Non è stato possibile leggere l’importo esatto. La preghiamo di non pagare per ora e di chiedere al negozio.',
  rateAge: (ago) => `cambio: ${ago}`,
  fromExchange: 'Da un exchange? Questo è l’importo che deve arrivare, al netto delle sue commissioni.',
  toThisAddress: 'A questo indirizzo',
  onlyOnNetwork: (symbol, network) =>
    `Invii solo ${symbol} sulla rete ${network}. Il denaro inviato su un’altra rete è perso.`,
  qrCode: (address) => `Codice QR dell’indirizzo ${address}`,
  qrHolds: 'Contenuto del codice QR',
  qrAddress: 'Solo indirizzo',
  qrUri: 'Con importo',
  openWallet: 'Apri in un wallet',
  noWallet: 'Non si è aperto nessun wallet? Copi invece l’importo e l’indirizzo.',
  copy: 'Copia',
  copyAmount: 'Copia importo',
  copyAddress: 'Copia indirizzo',
  copied: 'Copiato',
  amountCopied: 'Importo copiato',
  addressCopied: (ending) => `Indirizzo copiato. Controlli che termini con ${ending}.`,
  copyFailed: 'Qui non è consentito copiare: il testo è selezionato.',
  timeLeft: 'Tempo rimasto',
  timeLeftAnnounced: (time) => `Ancora ${time} per pagare`,
  littleTime: 'Resta poco tempo. Non invii un pagamento che potrebbe arrivare troppo tardi.',
  timeIsUp: 'Il tempo è scaduto. La preghiamo di non pagare ora.',
  checking: 'Verifica in corso…',
  checkNow: 'Verifica ora',
  lastChecked: (ago) => `Ultima verifica: ${ago}`,
  justNow: 'ora',
  tryAgain: 'Riprova',
  due: 'Importo dovuto',
  received: 'Ricevuto',
  shortBy: 'Mancante',
  overBy: 'In eccesso',
  receivedSoFar: 'Ricevuto finora',
  transaction: 'Transazione',
  usuallyWithin: (time) => `Di solito entro ${time}`,
  support: 'Contatta il negozio',
  back: 'Torna al negozio',
  alreadySent: 'L’ho già inviato',
  backIn: (soon) => `Ritorno al negozio ${soon}`,
  stay: 'Resta qui',
  steps: {seen: 'Rilevato sulla rete', confirming: 'Conferma', checked: 'Controllo', done: 'Completato'},
  views: {
    unavailable: {
      title: 'Richiesta di pagamento non disponibile',
      text: 'La preghiamo di tornare al negozio e di riprovare da lì.',
    },
    awaiting: {status: 'In attesa del pagamento'},
    expired: {
      title: 'Il tempo per pagare è scaduto',
      text: 'La preghiamo di non pagare ora. Se ha già inviato il denaro, resti qui: questa pagina continua a verificare.',
      status: 'Verifica di un eventuale pagamento',
    },
    detected: {
      title: 'Pagamento rilevato',
      text: 'È in arrivo. Non deve fare altro: può chiudere questa pagina.',
      status: 'In attesa di conferma',
    },
    compliance: {
      title: 'Il pagamento è in fase di controllo',
      text: 'Un controllo di routine che può richiedere un po’ di tempo. Non deve fare altro: può chiudere questa pagina.',
      status: 'In fase di controllo',
    },
    paid: {
      title: 'Pagato',
      text: 'Il pagamento è arrivato. Grazie.',
      status: 'In attesa dell’accredito al negozio',
    },
    completed: {title: 'Pagamento completato', text: 'È arrivato tutto. Grazie.', status: 'Completato'},
    declined: {
      title: 'Il pagamento non è stato accettato',
      text: 'La preghiamo di contattare il negozio e di non inviare di nuovo il pagamento.',
      status: 'Non accettato',
    },
    archived: {
      title: 'Questa richiesta di pagamento è chiusa',
      text: 'Non invii più denaro all’indirizzo di pagamento. Se lo ha già inviato, contatti il negozio.',
      status: 'Chiusa',
    },
    unknown: {
      title: 'Un momento, per favore',
      text: 'Lo stato di questo pagamento non è ancora chiaro. La preghiamo di non pagare di nuovo: questa pagina continua a verificare.',
      status: 'Verifica in corso',
    },
  },
  intervention: {
    underpaid: {
      title: 'È arrivato meno del dovuto',
      text: 'Il negozio lo esaminerà e La contatterà. La preghiamo di non inviare un secondo pagamento.',
    },
    overpaid: {
      title: 'È arrivato più del dovuto',
      text: 'Il negozio lo esaminerà e La contatterà. La preghiamo di non inviare altro.',
    },
    other: {
      title: 'Il negozio deve esaminare questo pagamento',
      text: 'Il negozio La contatterà. La preghiamo di non inviare un secondo pagamento.',
    },
    resolved: {
      title: 'Il negozio ha gestito questo pagamento',
      text: 'Non resta nulla da fare. Questa pagina continua a verificare.',
    },
    status: 'In attesa del negozio',
  },
  notices: {
    offline:
      'Nessuna connessione a Internet. Un pagamento già inviato è al sicuro; questa pagina riprenderà quando sarà di nuovo online.',
    trouble:
      'Al momento manca la connessione con il negozio. Un pagamento già inviato è al sicuro; questa pagina continua a provare.',
    addressChanged:
      'L’indirizzo di questa richiesta di pagamento è cambiato. Non invii denaro a nessuno dei due indirizzi e contatti il negozio.',
    addressInvalid:
      'L’indirizzo di questa richiesta di pagamento non è valido e quindi non viene mostrato. La preghiamo di contattare il negozio.',
  },
};
