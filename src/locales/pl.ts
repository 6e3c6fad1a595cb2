import type {Messages} from './messages.js';

/** Polish. */
export const messages: Messages = {
  direction: 'ltr',
  card: 'Płatność',
  loading: 'Ładowanie prośby o płatność…',
  amountToSend: 'Kwota do wysłania',
  amountChanged: (amount) => `Kurs się zmienił. Kwota wynosi teraz ${amount}.`,
  amountAtLeast: 'Minimalna kwota',
  anyAmount: 'Dowolna kwota',
  amountUnreadable:
    'Nie udało się odczytać dokładnej kwoty. Proszę jeszcze nie płacić, tylko skontaktować się ze sklepem.',
  rateAge: (ago) => `kurs: ${ago}`,
  fromExchange: 'Wysyłka z giełdy kryptowalut? Ta kwota musi dotrzeć po odliczeniu opłat giełdy.',
  toThisAddress: 'Na ten adres',
  onlyOnNetwork: (symbol, network) =>
    `Proszę wysyłać tylko ${symbol} w sieci ${network}. Pieniądze wysłane w innej sieci przepadają.`,
  qrCode: (address) => `Kod QR adresu ${address}`,
  qrHolds: 'Zawartość kodu QR',
  qrAddress: 'Tylko adres',
  qrUri: 'Z kwotą',
  openWallet: 'Otwórz w portfelu',
  noWallet: 'Portfel się nie otworzył? Zamiast tego proszę skopiować kwotę i adres.',
  copy: 'Kopiuj',
  copyAmount: 'Kopiuj kwotę',
  copyAddress: 'Kopiuj adres',
  copied: 'Skopiowano',
  amountCopied: 'Skopiowano kwotę',
  addressCopied: (ending) => `Skopiowano adres. Proszę sprawdzić, czy kończy się na ${ending}.`,
  copyFailed: 'Kopiowanie jest tu niedozwolone: tekst jest zaznaczony.',
  timeLeft: 'Pozostały czas',
  timeLeftAnnounced: (time) => `Pozostały czas na zapłatę: ${time}`,
  littleTime: 'Zostało mało czasu. Proszę nie wysyłać płatności, która może dotrzeć za późno.',
  timeIsUp: 'Czas minął. Proszę teraz nie płacić.',
  checking: 'Sprawdzanie…',
  checkNow: 'Sprawdź teraz',
  lastChecked: (ago) => `Sprawdzono: ${ago}`,
  justNow: 'teraz',
  tryAgain: 'Spróbuj ponownie',
  due: 'Kwota należna',
  received: 'Otrzymano',
  shortBy: 'Niedopłata',
  overBy: 'Nadpłata',
  receivedSoFar: 'Dotychczas otrzymano',
  transaction: 'Transakcja',
  usuallyWithin: (time) => `Zwykle najwyżej ${time}`,
  support: 'Kontakt ze sklepem',
  back: 'Wróć do sklepu',
  alreadySent: 'Pieniądze już wysłane',
  backIn: (soon) => `Powrót do sklepu ${soon}`,
  stay: 'Zostań tutaj',
  steps: {
    seen: 'Widoczna w sieci',
    confirming: 'Potwierdzanie',
    checked: 'Kontrola',
    done: 'Zakończona',
  },
  views: {
    unavailable: {
      title: 'Nie można wyświetlić tej prośby o płatność',
      text: 'Proszę wrócić do sklepu i spróbować stamtąd.',
    },
    awaiting: {status: 'Oczekiwanie na płatność'},
    expired: {
      title: 'Czas na zapłatę minął',
      text: 'Proszę teraz nie płacić. Jeśli pieniądze zostały już wysłane, proszę tu pozostać: ta strona nadal sprawdza płatność.',
      status: 'Sprawdzanie, czy dotarła płatność',
    },
    detected: {
      title: 'Płatność jest widoczna',
      text: 'Jest w drodze. Nic więcej nie trzeba robić: można zamknąć tę stronę.',
      status: 'Oczekiwanie na potwierdzenie',
    },
    compliance: {
      title: 'Płatność jest sprawdzana',
      text: 'To rutynowa kontrola, która może chwilę potrwać. Nic więcej nie trzeba robić: można zamknąć tę stronę.',
      status: 'Trwa kontrola',
    },
    paid: {
      title: 'Zapłacono',
      text: 'Płatność dotarła. Dziękujemy.',
      status: 'Oczekiwanie na rozliczenie ze sklepem',
    },
    completed: {
      title: 'Płatność zakończona',
      text: 'Wszystko dotarło. Dziękujemy.',
      status: 'Zakończona',
    },
    declined: {
      title: 'Płatność nie została przyjęta',
      text: 'Proszę skontaktować się ze sklepem i nie wysyłać płatności ponownie.',
      status: 'Nieprzyjęta',
    },
    archived: {
      title: 'Ta prośba o płatność jest zamknięta',
      text: 'Proszę nie wysyłać już pieniędzy na jej adres. Jeśli zostały już wysłane, proszę skontaktować się ze sklepem.',
      status: 'Zamknięta',
    },
    unknown: {
      title: 'Proszę chwilę poczekać',
      text: 'Stan tej płatności nie jest jeszcze jasny. Proszę nie płacić ponownie: ta strona nadal sprawdza płatność.',
      status: 'Sprawdzanie',
    },
  },
  intervention: {
    underpaid: {
      title: 'Dotarło mniej niż kwota należna',
      text: 'Sklep to sprawdzi i skontaktuje się w tej sprawie. Proszę nie wysyłać drugiej płatności.',
    },
    overpaid: {
      title: 'Dotarło więcej niż kwota należna',
      text: 'Sklep to sprawdzi i skontaktuje się w tej sprawie. Proszę nie wysyłać niczego więcej.',
    },
    other: {
      title: 'Sklep musi sprawdzić tę płatność',
      text: 'Sklep skontaktuje się w tej sprawie. Proszę nie wysyłać drugiej płatności.',
    },
    resolved: {
      title: 'Sklep wyjaśnił sprawę tej płatności',
      text: 'Nic więcej nie trzeba robić. Ta strona nadal sprawdza płatność.',
    },
    status: 'Oczekiwanie na reakcję sklepu',
  },
  notices: {
    offline:
      'Brak połączenia z internetem. Wysłana płatność jest bezpieczna; ta strona wznowi działanie, gdy połączenie wróci.',
    trouble:
      'W tej chwili brak połączenia ze sklepem. Wysłana płatność jest bezpieczna; ta strona próbuje dalej.',
    addressChanged:
      'Adres tej prośby o płatność się zmienił. Proszę nie płacić na żaden z tych dwóch adresów, tylko skontaktować się ze sklepem.',
    addressInvalid:
      'Adres tej prośby o płatność jest nieprawidłowy, dlatego nie jest wyświetlany. Proszę skontaktować się ze sklepem.',
  },
};
