import type {Messages} from './messages.js';

/** Swedish. */
export const messages: Messages = {
  direction: 'ltr',
  card: 'Betalning',
  loading: 'Läser in betalningsbegäran\u00a0…',
  amountToSend: 'Belopp att skicka',
  amountChanged: (amount) => `Kursen har ändrats. Beloppet är nu ${amount}.`,
  amountAtLeast: 'Skicka minst',
  anyAmount: 'Valfritt belopp',
  amountUnreadable: 'Det exakta beloppet kunde inte läsas. Betala inte än, och fråga butiken.',
  rateAge: (ago) => `kurs: ${ago}`,
  fromExchange: 'Från en kryptobörs? Det här beloppet måste komma fram, efter börsens avgifter.',
  toThisAddress: 'Till den här adressen',
  onlyOnNetwork: (symbol, network) =>
    `Skicka bara ${symbol} på ${network}. Pengar som skickas på ett annat nätverk går förlorade.`,
  qrCode: (address) => `QR-kod för adressen ${address}`,
  qrHolds: 'QR-kodens innehåll',
  qrAddress: 'Bara adress',
  qrUri: 'Med belopp',
  openWallet: 'Öppna i en plånbok',
  noWallet: 'Öppnades ingen plånbok? Kopiera beloppet och adressen i stället.',
  copy: 'Kopiera',
  copyAmount: 'Kopiera belopp',
  copyAddress: 'Kopiera adress',
  copied: 'Kopierat',
  amountCopied: 'Beloppet är kopierat',
  addressCopied: (ending) => `Adressen är kopierad. Kontrollera att den slutar på ${ending}.`,
  copyFailed: 'Kopiering är inte tillåten här: texten är markerad.',
  timeLeft: 'Tid kvar',
  timeLeftAnnounced: (time) => `Tid kvar att betala: ${time}`,
  littleTime: 'Det är lite tid kvar. Skicka inte en betalning som kan komma för sent.',
  timeIsUp: 'Tiden har gått ut. Betala inte nu.',
  checking: 'Kontrollerar\u00a0…',
  checkNow: 'Kontrollera nu',
  lastChecked: (ago) => `Senast kontrollerat: ${ago}`,
  justNow: 'nu',
  tryAgain: 'Försök igen',
  due: 'Begärt belopp',
  received: 'Mottaget',
  shortBy: 'För lite',
  overBy: 'För mycket',
  receivedSoFar: 'Mottaget hittills',
  transaction: 'Transaktion',
  usuallyWithin: (time) => `Vanligtvis inom ${time}`,
  support: 'Kontakta butiken',
  back: 'Tillbaka till butiken',
  alreadySent: 'Pengarna är skickade',
  backIn: (soon) => `Du skickas tillbaka ${soon}`,
  stay: 'Stanna här',
  steps: {seen: 'Syns på nätverket', confirming: 'Bekräftas', checked: 'Kontrolleras', done: 'Klart'},
  views: {
    unavailable: {
      title: 'Betalningsbegäran kan inte visas',
      text: 'Gå tillbaka till butiken och försök därifrån.',
    },
    awaiting: {status: 'Väntar på din betalning'},
    expired: {
      title: 'Tiden att betala har gått ut',
      text: 'Betala inte nu. Om du redan har skickat pengarna, stanna här: sidan fortsätter att kontrollera.',
      status: 'Kontrollerar om en betalning har kommit',
    },
    detected: {
      title: 'Betalningen syns',
      text: 'Den är på väg. Du behöver inte göra något mer: du kan stänga sidan.',
      status: 'Väntar på bekräftelse',
    },
    compliance: {
      title: 'Betalningen kontrolleras',
      text: 'En rutinkontroll som kan ta en stund. Du behöver inte göra något mer: du kan stänga sidan.',
      status: 'Kontrolleras',
    },
    paid: {
      title: 'Betalt',
      text: 'Betalningen har kommit fram. Tack.',
      status: 'Väntar på att butiken krediteras',
    },
    completed: {title: 'Betalningen är klar', text: 'Allt har kommit fram. Tack.', status: 'Klart'},
    declined: {
      title: 'Betalningen godkändes inte',
      text: 'Kontakta butiken och skicka inte betalningen igen.',
      status: 'Inte godkänd',
    },
    archived: {
      title: 'Betalningsbegäran är stängd',
      text: 'Skicka inte längre några pengar till dess adress. Om du redan har skickat dem, kontakta butiken.',
      status: 'Stängd',
    },
    unknown: {
      title: 'Ett ögonblick',
      text: 'Betalningens status är ännu oklar. Betala inte igen: sidan fortsätter att kontrollera.',
      status: 'Kontrollerar',
    },
  },
  intervention: {
    underpaid: {
      title: 'Mindre än begärt belopp har kommit fram',
      text: 'Butiken tittar på det och hör av sig. Skicka inte en andra betalning.',
    },
    overpaid: {
      title: 'Mer än begärt belopp har kommit fram',
      text: 'Butiken tittar på det och hör av sig. Skicka inget mer.',
    },
    other: {
      title: 'Butiken måste titta på betalningen',
      text: 'Butiken hör av sig. Skicka inte en andra betalning.',
    },
    resolved: {
      title: 'Butiken har rett ut betalningen',
      text: 'Du behöver inte göra något mer. Sidan fortsätter att kontrollera.',
    },
    status: 'Väntar på butiken',
  },
  notices: {
    offline:
      'Du är offline. En betalning som du har skickat är säker; sidan fortsätter när du är online igen.',
    trouble:
      'Ingen kontakt med butiken just nu. En betalning som du har skickat är säker; sidan fortsätter att försöka.',
    addressChanged:
      'Adressen i betalningsbegäran har ändrats. Betala inte till någon av de två adresserna, och kontakta butiken.',
    addressInvalid: 'Adressen i betalningsbegäran är ogiltig och visas därför inte. Kontakta butiken.',
  },
};
