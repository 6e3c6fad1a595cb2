import type {Messages} from './messages.js';

/** Czech. */
export const messages: Messages = {
  direction: 'ltr',
  card: 'Platba',
  loading: 'Načítáme výzvu k platbě…',
  amountToSend: 'Částka k odeslání',
  amountChanged: (amount) => `Kurz se změnil. Částka je nyní ${amount}.`,
  amountAtLeast: 'Pošlete alespoň',
  anyAmount: 'Libovolné množství',
  amountUnreadable: 'Přesnou částku se nepodařilo načíst. Zatím prosím neplaťte a obraťte se na obchod.',
  rateAge: (ago) => `kurz: ${ago}`,
  fromExchange: 'Posíláte z kryptoburzy? Tato částka musí dorazit po odečtení poplatků burzy.',
  toThisAddress: 'Na tuto adresu',
  onlyOnNetwork: (symbol, network) =>
    `Posílejte pouze ${symbol} v síti ${network}. Peníze odeslané v jiné síti budou ztraceny.`,
  qrCode: (address) => `QR kód adresy ${address}`,
  qrHolds: 'QR kód obsahuje',
  qrAddress: 'Jen adresa',
  qrUri: 'S částkou',
  openWallet: 'Otevřít v peněžence',
  noWallet: 'Neotevřela se peněženka? Zkopírujte místo toho částku a adresu.',
  copy: 'Kopírovat',
  copyAmount: 'Kopírovat částku',
  copyAddress: 'Kopírovat adresu',
  copied: 'Zkopírováno',
  amountCopied: 'Částka zkopírována',
  addressCopied: (ending) => `Adresa zkopírována. Ověřte, že končí na ${ending}.`,
  copyFailed: 'Kopírování zde není povoleno: text je označený.',
  timeLeft: 'Zbývající čas',
  timeLeftAnnounced: (time) => `Na zaplacení zbývá: ${time}`,
  littleTime: 'Zbývá málo času. Neposílejte platbu, která by mohla dorazit příliš pozdě.',
  timeIsUp: 'Čas vypršel. Teď prosím neplaťte.',
  checking: 'Kontrolujeme…',
  checkNow: 'Zkontrolovat teď',
  lastChecked: (ago) => `Poslední kontrola: ${ago}`,
  justNow: 'nyní',
  tryAgain: 'Zkusit znovu',
  due: 'K úhradě',
  received: 'Přijato',
  shortBy: 'Chybí',
  overBy: 'Přeplatek',
  receivedSoFar: 'Dosud přijato',
  transaction: 'Transakce',
  usuallyWithin: (time) => `Obvykle nejvýše ${time}`,
  support: 'Kontaktovat obchod',
  back: 'Zpět do obchodu',
  alreadySent: 'Peníze už mám odeslané',
  backIn: (soon) => `Vrátíme vás do obchodu ${soon}`,
  stay: 'Zůstat zde',
  steps: {seen: 'Zaznamenáno v síti', confirming: 'Potvrzování', checked: 'Kontrola', done: 'Hotovo'},
  views: {
    unavailable: {
      title: 'Tuto výzvu k platbě nelze zobrazit',
      text: 'Vraťte se prosím do obchodu a zkuste to odtamtud.',
    },
    awaiting: {status: 'Čekáme na vaši platbu'},
    expired: {
      title: 'Čas na zaplacení vypršel',
      text: 'Teď prosím neplaťte. Pokud jste už peníze odeslali, zůstaňte zde: stránka kontroluje dál.',
      status: 'Zjišťujeme, zda platba dorazila',
    },
    detected: {
      title: 'Platba zaznamenána',
      text: 'Je na cestě. Nic dalšího není potřeba: stránku můžete zavřít.',
      status: 'Čekáme na potvrzení',
    },
    compliance: {
      title: 'Platba se kontroluje',
      text: 'Běžná kontrola, která může chvíli trvat. Nic dalšího není potřeba: stránku můžete zavřít.',
      status: 'Kontroluje se',
    },
    paid: {
      title: 'Zaplaceno',
      text: 'Platba dorazila. Děkujeme.',
      status: 'Čekáme na připsání peněz obchodu',
    },
    completed: {title: 'Platba dokončena', text: 'Vše dorazilo. Děkujeme.', status: 'Hotovo'},
    declined: {
      title: 'Platba byla odmítnuta',
      text: 'Kontaktujte prosím obchod a platbu neposílejte znovu.',
      status: 'Odmítnuto',
    },
    archived: {
      title: 'Tato výzva k platbě je uzavřená',
      text: 'Na její adresu už peníze neposílejte. Pokud jste je už odeslali, kontaktujte obchod.',
      status: 'Uzavřeno',
    },
    unknown: {
      title: 'Okamžik, prosím',
      text: 'Stav této platby zatím není jasný. Znovu prosím neplaťte: stránka kontroluje dál.',
      status: 'Kontrolujeme',
    },
  },
  intervention: {
    underpaid: {
      title: 'Dorazilo méně, než bylo k úhradě',
      text: 'Obchod se na to podívá a ozve se vám. Neposílejte prosím druhou platbu.',
    },
    overpaid: {
      title: 'Dorazilo více, než bylo k úhradě',
      text: 'Obchod se na to podívá a ozve se vám. Neposílejte prosím nic dalšího.',
    },
    other: {
      title: 'Obchod se musí na tuto platbu podívat',
      text: 'Ozve se vám. Neposílejte prosím druhou platbu.',
    },
    resolved: {
      title: 'Obchod tuto platbu vyřešil',
      text: 'Nic dalšího není potřeba. Stránka kontroluje dál.',
    },
    status: 'Čekáme na obchod',
  },
  notices: {
    offline:
      'Jste offline. Platba, kterou jste odeslali, je v bezpečí; až budete znovu online, stránka bude pokračovat.',
    trouble:
      'Spojení s obchodem teď nefunguje. Platba, kterou jste odeslali, je v bezpečí; stránka to zkouší dál.',
    addressChanged:
      'Adresa této výzvy k platbě se změnila. Neplaťte na původní ani na novou adresu a kontaktujte obchod.',
    addressInvalid:
      'Adresa této výzvy k platbě není platná, proto se nezobrazuje. Kontaktujte prosím obchod.',
  },
};
