import type {Messages} from './messages.js';

/** Turkish. */
export const messages: Messages = {
  direction: 'ltr',
  card: 'Ödeme',
  loading: 'Ödeme talebi yükleniyor…',
  amountToSend: 'Gönderilecek tutar',
  amountChanged: (amount) => `Kur değişti. Güncel tutar: ${amount}.`,
  amountAtLeast: 'Gönderilecek asgari tutar',
  anyAmount: 'İstediğiniz kadar',
  amountUnreadable: 'Tam tutar okunamadı. Lütfen henüz ödeme yapmayın ve mağazaya danışın.',
  rateAge: (ago) => `kur: ${ago}`,
  fromExchange:
    'Kripto borsasından mı gönderiyorsunuz? Borsa ücretleri düşüldükten sonra ulaşması gereken tutar budur.',
  toThisAddress: 'Bu adrese',
  onlyOnNetwork: (symbol, network) =>
    `Yalnızca ${symbol} gönderin ve yalnızca ${network} ağını kullanın. Başka bir ağda gönderilen para kaybolur.`,
  qrCode: (address) => `${address} adresinin QR kodu`,
  qrHolds: 'QR kodun içeriği',
  qrAddress: 'Yalnızca adres',
  qrUri: 'Adres ve tutar',
  openWallet: 'Cüzdanda aç',
  noWallet: 'Cüzdan açılmadı mı? Bunun yerine tutarı ve adresi kopyalayın.',
  copy: 'Kopyala',
  copyAmount: 'Tutarı kopyala',
  copyAddress: 'Adresi kopyala',
  copied: 'Kopyalandı',
  amountCopied: 'Tutar kopyalandı',
  addressCopied: (ending) => `Adres kopyalandı. Son karakterlerin ${ending} olduğunu kontrol edin.`,
  copyFailed: 'Burada kopyalamaya izin verilmiyor: metin seçildi.',
  timeLeft: 'Kalan süre',
  timeLeftAnnounced: (time) => `Ödeme için kalan süre: ${time}`,
  littleTime: 'Az süre kaldı. Çok geç ulaşabilecek bir ödeme göndermeyin.',
  timeIsUp: 'Süre doldu. Lütfen şimdi ödeme yapmayın.',
  checking: 'Kontrol ediliyor…',
  checkNow: 'Şimdi kontrol et',
  lastChecked: (ago) => `Son kontrol: ${ago}`,
  justNow: 'şimdi',
  tryAgain: 'Tekrar dene',
  due: 'Ödenmesi gereken',
  received: 'Gelen',
  shortBy: 'Eksik',
  overBy: 'Fazla',
  receivedSoFar: 'Şimdiye kadar gelen',
  transaction: 'İşlem',
  usuallyWithin: (time) => `Genellikle en fazla ${time}`,
  support: 'Mağazayla iletişime geç',
  back: 'Mağazaya dön',
  alreadySent: 'Parayı zaten gönderdim',
  backIn: (soon) => `Mağazaya dönüş: ${soon}`,
  stay: 'Burada kal',
  steps: {seen: 'Ağda görüldü', confirming: 'Onaylanıyor', checked: 'İnceleniyor', done: 'Tamamlandı'},
  views: {
    unavailable: {
      title: 'Bu ödeme talebi gösterilemiyor',
      text: 'Lütfen mağazaya dönün ve oradan deneyin.',
    },
    awaiting: {status: 'Ödemeniz bekleniyor'},
    expired: {
      title: 'Ödeme süresi doldu',
      text: 'Lütfen şimdi ödeme yapmayın. Parayı zaten gönderdiyseniz burada kalın: bu sayfa kontrol etmeye devam ediyor.',
      status: 'Ödeme ulaştı mı, kontrol ediliyor',
    },
    detected: {
      title: 'Ödeme görüldü',
      text: 'Ödemeniz yolda. Başka bir şey yapmanız gerekmiyor: bu sayfayı kapatabilirsiniz.',
      status: 'Onay bekleniyor',
    },
    compliance: {
      title: 'Ödeme inceleniyor',
      text: 'Biraz sürebilen rutin bir inceleme. Başka bir şey yapmanız gerekmiyor: bu sayfayı kapatabilirsiniz.',
      status: 'İnceleniyor',
    },
    paid: {
      title: 'Ödendi',
      text: 'Ödeme ulaştı. Teşekkür ederiz.',
      status: 'Mağazaya aktarım bekleniyor',
    },
    completed: {
      title: 'Ödeme tamamlandı',
      text: 'Paranın tamamı ulaştı. Teşekkür ederiz.',
      status: 'Tamamlandı',
    },
    declined: {
      title: 'Ödeme kabul edilmedi',
      text: 'Lütfen mağazayla iletişime geçin ve ödemeyi tekrar göndermeyin.',
      status: 'Kabul edilmedi',
    },
    archived: {
      title: 'Bu ödeme talebi kapandı',
      text: 'Bu talebin adresine artık para göndermeyin. Zaten gönderdiyseniz mağazayla iletişime geçin.',
      status: 'Kapandı',
    },
    unknown: {
      title: 'Bir dakika lütfen',
      text: 'Bu ödemenin durumu henüz belli değil. Lütfen tekrar ödeme yapmayın: bu sayfa kontrol etmeye devam ediyor.',
      status: 'Kontrol ediliyor',
    },
  },
  intervention: {
    underpaid: {
      title: 'Gerekenden az tutar ulaştı',
      text: 'Mağaza durumu inceleyip sizinle iletişime geçecek. Lütfen ikinci bir ödeme göndermeyin.',
    },
    overpaid: {
      title: 'Gerekenden fazla tutar ulaştı',
      text: 'Mağaza durumu inceleyip sizinle iletişime geçecek. Lütfen başka bir şey göndermeyin.',
    },
    other: {
      title: 'Bu ödemeyi mağazanın incelemesi gerek',
      text: 'Mağaza sizinle iletişime geçecek. Lütfen ikinci bir ödeme göndermeyin.',
    },
    resolved: {
      title: 'Mağaza bu ödemeyi sonuçlandırdı',
      text: 'Yapılacak bir şey kalmadı. Bu sayfa kontrol etmeye devam ediyor.',
    },
    status: 'Mağaza bekleniyor',
  },
  notices: {
    offline: 'Çevrimdışısınız. Gönderdiğiniz ödeme güvendedir; bağlantı geri gelince bu sayfa devam eder.',
    trouble: 'Şu anda mağazaya bağlantı yok. Gönderdiğiniz ödeme güvendedir; bu sayfa denemeye devam ediyor.',
    addressChanged:
      'Bu ödeme talebinin adresi değişti. İki adresin hiçbirine ödeme yapmayın ve mağazayla iletişime geçin.',
    addressInvalid:
      'Bu ödeme talebinin adresi geçerli değil, bu yüzden gösterilmiyor. Lütfen mağazayla iletişime geçin.',
  },
};
