import type {Messages} from './messages.js';

/** Hungarian. */
export const messages: Messages = {
  direction: 'ltr',
  card: 'Fizetés',
  loading: 'Fizetési kérelem betöltése…',
  amountToSend: 'Küldendő összeg',
  amountChanged: (amount) => `Az árfolyam változott. Az összeg most: ${amount}.`,
  amountAtLeast: 'Küldjön legalább ennyit',
  anyAmount: 'Bármennyi',
  amountUnreadable:
    'A pontos összeget nem sikerült beolvasni. Kérjük, még ne fizessen, és forduljon a kereskedőhöz.',
  rateAge: (ago) => `árfolyam: ${ago}`,
  fromExchange:
    'Kriptotőzsdéről küldi? Ennek az összegnek kell megérkeznie, a tőzsde díjainak levonása után.',
  toThisAddress: 'Erre a címre',
  onlyOnNetwork: (symbol, network) =>
    `Csak ezt küldje: ${symbol}, ezen a hálózaton: ${network}. A más hálózaton küldött pénz elvész.`,
  qrCode: (address) => `A cím QR-kódja: ${address}`,
  qrHolds: 'A QR-kód tartalma',
  qrAddress: 'Csak a cím',
  qrUri: 'Összeggel',
  openWallet: 'Megnyitás tárcában',
  noWallet: 'Nem nyílt meg tárca? Másolja ki helyette az összeget és a címet.',
  copy: 'Másolás',
  copyAmount: 'Összeg másolása',
  copyAddress: 'Cím másolása',
  copied: 'Másolva',
  amountCopied: 'Összeg másolva',
  addressCopied: (ending) => `Cím másolva. Ellenőrizze, hogy ez a vége: ${ending}.`,
  copyFailed: 'A másolás itt nem engedélyezett: a szöveg ki van jelölve.',
  timeLeft: 'Hátralévő idő',
  timeLeftAnnounced: (time) => `Fizetésre hátralévő idő: ${time}`,
  littleTime: 'Kevés idő maradt. Ne indítson olyan fizetést, amely túl későn érkezhet meg.',
  timeIsUp: 'Lejárt az idő. Kérjük, most ne fizessen.',
  checking: 'Ellenőrzés…',
  checkNow: 'Ellenőrzés most',
  lastChecked: (ago) => `Utolsó ellenőrzés: ${ago}`,
  justNow: 'most',
  tryAgain: 'Újrapróbálás',
  due: 'Fizetendő',
  received: 'Beérkezett',
  shortBy: 'Hiányzik',
  overBy: 'Többlet',
  receivedSoFar: 'Eddig beérkezett',
  transaction: 'Tranzakció',
  usuallyWithin: (time) => `Általában legfeljebb ${time}`,
  support: 'Kapcsolat a kereskedővel',
  back: 'Vissza a kereskedőhöz',
  alreadySent: 'Már elküldtem',
  backIn: (soon) => `Visszatérés a kereskedőhöz: ${soon}`,
  stay: 'Maradok',
  steps: {seen: 'Észlelve a hálózaton', confirming: 'Megerősítés', checked: 'Ellenőrzés', done: 'Kész'},
  views: {
    unavailable: {
      title: 'Ez a fizetési kérelem nem jeleníthető meg',
      text: 'Kérjük, térjen vissza a kereskedőhöz, és próbálja onnan.',
    },
    awaiting: {status: 'Várakozás a fizetésre'},
    expired: {
      title: 'Lejárt a fizetési idő',
      text: 'Kérjük, most ne fizessen. Ha már elküldte a pénzt, maradjon itt: az oldal folytatja az ellenőrzést.',
      status: 'Ellenőrizzük, érkezett-e fizetés',
    },
    detected: {
      title: 'Fizetés észlelve',
      text: 'Úton van. Nincs több teendője: ezt az oldalt bezárhatja.',
      status: 'Várakozás a megerősítésre',
    },
    compliance: {
      title: 'A fizetés ellenőrzés alatt áll',
      text: 'Szokásos ellenőrzés, amely eltarthat egy ideig. Nincs több teendője: ezt az oldalt bezárhatja.',
      status: 'Ellenőrzés alatt',
    },
    paid: {
      title: 'Kifizetve',
      text: 'A fizetés megérkezett. Köszönjük.',
      status: 'Várakozás a kereskedői jóváírásra',
    },
    completed: {
      title: 'A fizetés teljesült',
      text: 'Az összes pénz megérkezett. Köszönjük.',
      status: 'Kész',
    },
    declined: {
      title: 'A fizetést nem fogadták el',
      text: 'Kérjük, forduljon a kereskedőhöz, és ne indítsa el újra a fizetést.',
      status: 'Nem fogadták el',
    },
    archived: {
      title: 'Ez a fizetési kérelem lezárult',
      text: 'Többé ne küldjön pénzt a kérelem címére. Ha már elküldte, forduljon a kereskedőhöz.',
      status: 'Lezárult',
    },
    unknown: {
      title: 'Egy pillanat türelmet kérünk',
      text: 'A fizetés állapota még nem egyértelmű. Kérjük, ne fizessen újra: az oldal folytatja az ellenőrzést.',
      status: 'Ellenőrzés',
    },
  },
  intervention: {
    underpaid: {
      title: 'Kevesebb érkezett a fizetendő összegnél',
      text: 'A kereskedő megvizsgálja, és felveszi Önnel a kapcsolatot. Kérjük, ne indítson második fizetést.',
    },
    overpaid: {
      title: 'Több érkezett a fizetendő összegnél',
      text: 'A kereskedő megvizsgálja, és felveszi Önnel a kapcsolatot. Kérjük, már ne küldjön semmit.',
    },
    other: {
      title: 'A kereskedőnek meg kell vizsgálnia ezt a fizetést',
      text: 'A kereskedő felveszi Önnel a kapcsolatot. Kérjük, ne indítson második fizetést.',
    },
    resolved: {
      title: 'A kereskedő rendezte ezt a fizetést',
      text: 'Nincs több teendő. Az oldal folytatja az ellenőrzést.',
    },
    status: 'Várakozás a kereskedőre',
  },
  notices: {
    offline:
      'Nincs internetkapcsolat. A már elküldött összeg biztonságban van; az oldal folytatja az ellenőrzést, amint újra lesz kapcsolat.',
    trouble:
      'Jelenleg nem érjük el a kereskedőt. A már elküldött összeg biztonságban van; az oldal tovább próbálkozik.',
    addressChanged:
      'A fizetési kérelem címe megváltozott. Egyik címre se küldjön pénzt, és forduljon a kereskedőhöz.',
    addressInvalid:
      'A fizetési kérelem címe nem érvényes, ezért nem jelenik meg. Kérjük, forduljon a kereskedőhöz.',
  },
};
