import type {Messages} from './messages.js';

/** Romanian. */
export const messages: Messages = {
  direction: 'ltr',
  card: 'Plată',
  loading: 'Se încarcă cererea de plată…',
  amountToSend: 'Suma de trimis',
  amountChanged: (amount) => `Cursul s-a schimbat. Suma este acum ${amount}.`,
  amountAtLeast: 'Trimiteți cel puțin',
  anyAmount: 'Orice sumă',
  amountUnreadable:
    'Suma exactă nu a putut fi citită. Vă rugăm să nu plătiți încă și să întrebați magazinul.',
  rateAge: (ago) => `curs: ${ago}`,
  fromExchange:
    'Trimiteți de pe o bursă cripto? Aceasta este suma care trebuie să ajungă, după scăderea comisioanelor bursei.',
  toThisAddress: 'La această adresă',
  onlyOnNetwork: (symbol, network) =>
    `Trimiteți doar ${symbol} în rețeaua ${network}. Banii trimiși în altă rețea se pierd.`,
  qrCode: (address) => `Codul QR al adresei ${address}`,
  qrHolds: 'Codul QR conține',
  qrAddress: 'Doar adresa',
  qrUri: 'Cu suma',
  openWallet: 'Deschideți în portofel',
  noWallet: 'Nu s-a deschis niciun portofel? Copiați în schimb suma și adresa.',
  copy: 'Copiați',
  copyAmount: 'Copiați suma',
  copyAddress: 'Copiați adresa',
  copied: 'Copiat',
  amountCopied: 'Suma a fost copiată',
  addressCopied: (ending) => `Adresa a fost copiată. Verificați că se termină în ${ending}.`,
  copyFailed: 'Copierea nu este permisă aici: textul este selectat.',
  timeLeft: 'Timp rămas',
  timeLeftAnnounced: (time) => `Timp rămas pentru plată: ${time}`,
  littleTime: 'A rămas puțin timp. Nu trimiteți o plată care ar putea ajunge prea târziu.',
  timeIsUp: 'Timpul a expirat. Vă rugăm să nu plătiți acum.',
  checking: 'Se verifică…',
  checkNow: 'Verificați acum',
  lastChecked: (ago) => `Ultima verificare: ${ago}`,
  justNow: 'acum',
  tryAgain: 'Încercați din nou',
  due: 'De plată',
  received: 'Primit',
  shortBy: 'Lipsă',
  overBy: 'În plus',
  receivedSoFar: 'Primit până acum',
  transaction: 'Tranzacție',
  usuallyWithin: (time) => `De obicei în cel mult ${time}`,
  support: 'Contactați magazinul',
  back: 'Înapoi la magazin',
  alreadySent: 'Am trimis deja banii',
  backIn: (soon) => `Vă redirecționăm către magazin ${soon}`,
  stay: 'Rămâneți aici',
  steps: {
    seen: 'Detectată în rețea',
    confirming: 'Se confirmă',
    checked: 'Se verifică',
    done: 'Finalizată',
  },
  views: {
    unavailable: {
      title: 'Această cerere de plată nu poate fi afișată',
      text: 'Vă rugăm să reveniți la magazin și să încercați de acolo.',
    },
    awaiting: {status: 'Se așteaptă plata dvs.'},
    expired: {
      title: 'Timpul de plată a expirat',
      text: 'Vă rugăm să nu plătiți acum. Dacă ați trimis deja banii, rămâneți aici: pagina continuă să verifice.',
      status: 'Se verifică dacă a ajuns o plată',
    },
    detected: {
      title: 'Plata a fost detectată',
      text: 'Este pe drum. Nu mai aveți nimic de făcut: puteți închide pagina.',
      status: 'Se așteaptă confirmarea',
    },
    compliance: {
      title: 'Plata este în curs de verificare',
      text: 'O verificare de rutină, care poate dura un timp. Nu mai aveți nimic de făcut: puteți închide pagina.',
      status: 'În curs de verificare',
    },
    paid: {
      title: 'Plătit',
      text: 'Plata a ajuns. Vă mulțumim.',
      status: 'Se așteaptă decontarea către magazin',
    },
    completed: {title: 'Plată finalizată', text: 'Totul a ajuns. Vă mulțumim.', status: 'Finalizată'},
    declined: {
      title: 'Plata nu a fost acceptată',
      text: 'Vă rugăm să contactați magazinul și să nu trimiteți plata din nou.',
      status: 'Neacceptată',
    },
    archived: {
      title: 'Această cerere de plată este închisă',
      text: 'Nu mai trimiteți bani la adresa ei. Dacă i-ați trimis deja, contactați magazinul.',
      status: 'Închisă',
    },
    unknown: {
      title: 'Un moment, vă rugăm',
      text: 'Starea acestei plăți nu este încă clară. Vă rugăm să nu plătiți din nou: pagina continuă să verifice.',
      status: 'Se verifică',
    },
  },
  intervention: {
    underpaid: {
      title: 'A ajuns mai puțin decât era de plată',
      text: 'Magazinul va analiza situația și vă va contacta. Vă rugăm să nu trimiteți o a doua plată.',
    },
    overpaid: {
      title: 'A ajuns mai mult decât era de plată',
      text: 'Magazinul va analiza situația și vă va contacta. Vă rugăm să nu mai trimiteți nimic.',
    },
    other: {
      title: 'Magazinul trebuie să analizeze această plată',
      text: 'Vă va contacta. Vă rugăm să nu trimiteți o a doua plată.',
    },
    resolved: {
      title: 'Magazinul a rezolvat situația acestei plăți',
      text: 'Nu mai aveți nimic de făcut. Pagina continuă să verifice.',
    },
    status: 'Se așteaptă răspunsul magazinului',
  },
  notices: {
    offline:
      'Sunteți offline. O plată pe care ați trimis-o este în siguranță; pagina continuă când reveniți online.',
    trouble:
      'Momentan nu există conexiune cu magazinul. O plată pe care ați trimis-o este în siguranță; pagina continuă să încerce.',
    addressChanged:
      'Adresa acestei cereri de plată s-a schimbat. Nu trimiteți bani la niciuna dintre cele două adrese și contactați magazinul.',
    addressInvalid:
      'Adresa acestei cereri de plată nu este validă, de aceea nu este afișată. Vă rugăm să contactați magazinul.',
  },
};
