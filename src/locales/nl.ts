import type {Messages} from './messages.js';

/** Dutch. */
export const messages: Messages = {
  direction: 'ltr',
  card: 'Betaling',
  loading: 'Betaalverzoek laden…',
  amountToSend: 'Te versturen bedrag',
  amountChanged: (amount) => `De koers is veranderd. Het bedrag is nu ${amount}.`,
  amountAtLeast: 'Verstuur minimaal',
  anyAmount: 'Bedrag naar keuze',
  amountUnreadable:
    'Het exacte bedrag kon niet worden gelezen. Betaal nog niet en vraag het na bij de winkel.',
  rateAge: (ago) => `koers: ${ago}`,
  fromExchange: 'Vanaf een cryptobeurs? Dit bedrag moet aankomen, na aftrek van de kosten van de beurs.',
  toThisAddress: 'Naar dit adres',
  onlyOnNetwork: (symbol, network) =>
    `Verstuur alleen ${symbol} via ${network}. Geld dat via een ander netwerk wordt verstuurd, is verloren.`,
  qrCode: (address) => `QR-code van het adres ${address}`,
  qrHolds: 'Inhoud van de QR-code',
  qrAddress: 'Alleen adres',
  qrUri: 'Met bedrag',
  openWallet: 'Openen in een wallet',
  noWallet: 'Geen wallet geopend? Kopieer dan het bedrag en het adres.',
  copy: 'Kopiëren',
  copyAmount: 'Bedrag kopiëren',
  copyAddress: 'Adres kopiëren',
  copied: 'Gekopieerd',
  amountCopied: 'Bedrag gekopieerd',
  addressCopied: (ending) => `Adres gekopieerd. Controleer of het eindigt op ${ending}.`,
  copyFailed: 'Kopiëren is hier niet toegestaan: de tekst is geselecteerd.',
  timeLeft: 'Resterende tijd',
  timeLeftAnnounced: (time) => `Nog ${time} om te betalen`,
  littleTime: 'Er is nog weinig tijd. Verstuur geen betaling die te laat kan aankomen.',
  timeIsUp: 'De tijd is om. Betaal nu niet.',
  checking: 'Controleren…',
  checkNow: 'Nu controleren',
  lastChecked: (ago) => `Laatst gecontroleerd: ${ago}`,
  justNow: 'nu',
  tryAgain: 'Opnieuw proberen',
  due: 'Verschuldigd',
  received: 'Ontvangen',
  shortBy: 'Te weinig',
  overBy: 'Te veel',
  receivedSoFar: 'Tot nu toe ontvangen',
  transaction: 'Transactie',
  usuallyWithin: (time) => `Meestal binnen ${time}`,
  support: 'Contact met de winkel',
  back: 'Terug naar de winkel',
  alreadySent: 'Ik heb het al verstuurd',
  backIn: (soon) => `U gaat ${soon} terug naar de winkel`,
  stay: 'Hier blijven',
  steps: {seen: 'Gezien op het netwerk', confirming: 'Bevestiging', checked: 'Controle', done: 'Voltooid'},
  views: {
    unavailable: {
      title: 'Dit betaalverzoek kan niet worden getoond',
      text: 'Ga terug naar de winkel en probeer het van daaruit.',
    },
    awaiting: {status: 'Wachten op uw betaling'},
    expired: {
      title: 'De tijd om te betalen is voorbij',
      text: 'Betaal nu niet. Hebt u het geld al verstuurd, blijf dan hier: deze pagina blijft controleren.',
      status: 'Controleren of er een betaling is ontvangen',
    },
    detected: {
      title: 'Betaling gezien',
      text: 'De betaling is onderweg. U hoeft niets meer te doen: u kunt deze pagina sluiten.',
      status: 'Wachten op bevestiging',
    },
    compliance: {
      title: 'De betaling wordt gecontroleerd',
      text: 'Een routinecontrole die even kan duren. U hoeft niets meer te doen: u kunt deze pagina sluiten.',
      status: 'Wordt gecontroleerd',
    },
    paid: {
      title: 'Betaald',
      text: 'De betaling is ontvangen. Dank u wel.',
      status: 'Wachten op bijschrijving bij de winkel',
    },
    completed: {
      title: 'Betaling voltooid',
      text: 'Alles is ontvangen. Dank u wel.',
      status: 'Voltooid',
    },
    declined: {
      title: 'De betaling is niet geaccepteerd',
      text: 'Neem contact op met de winkel en verstuur de betaling niet opnieuw.',
      status: 'Niet geaccepteerd',
    },
    archived: {
      title: 'Dit betaalverzoek is gesloten',
      text: 'Verstuur geen geld meer naar het betaaladres. Hebt u het al verstuurd, neem dan contact op met de winkel.',
      status: 'Gesloten',
    },
    unknown: {
      title: 'Een ogenblik geduld',
      text: 'De status van deze betaling is nog niet duidelijk. Betaal niet opnieuw: deze pagina blijft controleren.',
      status: 'Controleren',
    },
  },
  intervention: {
    underpaid: {
      title: 'Er is minder ontvangen dan verschuldigd',
      text: 'De winkel bekijkt het en neemt contact met u op. Verstuur geen tweede betaling.',
    },
    overpaid: {
      title: 'Er is meer ontvangen dan verschuldigd',
      text: 'De winkel bekijkt het en neemt contact met u op. Verstuur niets meer.',
    },
    other: {
      title: 'De winkel moet deze betaling bekijken',
      text: 'De winkel neemt contact met u op. Verstuur geen tweede betaling.',
    },
    resolved: {
      title: 'De winkel heeft deze betaling afgehandeld',
      text: 'U hoeft niets meer te doen. Deze pagina blijft controleren.',
    },
    status: 'Wachten op de winkel',
  },
  notices: {
    offline:
      'U bent offline. Een betaling die u hebt verstuurd, is veilig; deze pagina gaat verder zodra u weer online bent.',
    trouble:
      'Op dit moment geen verbinding met de winkel. Een betaling die u hebt verstuurd, is veilig; deze pagina blijft het proberen.',
    addressChanged:
      'Het adres van dit betaalverzoek is veranderd. Betaal aan geen van beide adressen en neem contact op met de winkel.',
    addressInvalid:
      'Het adres van dit betaalverzoek is ongeldig en wordt daarom niet getoond. Neem contact op met de winkel.',
  },
};
