import type {Messages} from './messages.js';

/** Indonesian. */
export const messages: Messages = {
  direction: 'ltr',
  card: 'Pembayaran',
  loading: 'Memuat tagihan…',
  amountToSend: 'Jumlah yang harus dikirim',
  amountChanged: (amount) => `Kurs berubah. Jumlahnya kini ${amount}.`,
  amountAtLeast: 'Kirim minimal',
  anyAmount: 'Berapa pun jumlah',
  amountUnreadable: 'Jumlah pastinya tidak terbaca. Mohon jangan bayar dulu, dan tanyakan ke toko.',
  rateAge: (ago) => `kurs: ${ago}`,
  fromExchange: 'Dari exchange kripto? Jumlah inilah yang harus sampai, setelah dipotong biaya exchange.',
  toThisAddress: 'Ke alamat ini',
  onlyOnNetwork: (symbol, network) =>
    `Kirim hanya ${symbol} lewat jaringan ${network}. Uang yang dikirim lewat jaringan lain akan hilang.`,
  qrCode: (address) => `Kode QR alamat ${address}`,
  qrHolds: 'Isi kode QR',
  qrAddress: 'Alamat saja',
  qrUri: 'Plus jumlah',
  openWallet: 'Buka di dompet',
  noWallet: 'Dompet tidak terbuka? Salin saja jumlah dan alamatnya.',
  copy: 'Salin',
  copyAmount: 'Salin jumlah',
  copyAddress: 'Salin alamat',
  copied: 'Disalin',
  amountCopied: 'Jumlah disalin',
  addressCopied: (ending) => `Alamat disalin. Pastikan akhirannya ${ending}.`,
  copyFailed: 'Penyalinan tidak diizinkan di sini: teksnya sudah dipilih.',
  timeLeft: 'Sisa waktu',
  timeLeftAnnounced: (time) => `Sisa waktu untuk membayar: ${time}`,
  littleTime: 'Waktu tinggal sedikit. Jangan kirim pembayaran yang mungkin tiba terlambat.',
  timeIsUp: 'Waktu habis. Mohon jangan bayar sekarang.',
  checking: 'Memeriksa…',
  checkNow: 'Periksa sekarang',
  lastChecked: (ago) => `Terakhir diperiksa: ${ago}`,
  justNow: 'sekarang',
  tryAgain: 'Coba lagi',
  due: 'Jumlah tagihan',
  received: 'Diterima',
  shortBy: 'Kekurangan',
  overBy: 'Kelebihan',
  receivedSoFar: 'Diterima sejauh ini',
  transaction: 'Transaksi',
  usuallyWithin: (time) => `Biasanya paling lama ${time}`,
  support: 'Hubungi toko',
  back: 'Kembali ke toko',
  alreadySent: 'Saya sudah mengirimnya',
  backIn: (soon) => `Anda akan kembali ke toko ${soon}`,
  stay: 'Tetap di sini',
  steps: {
    seen: 'Terdeteksi di jaringan',
    confirming: 'Konfirmasi',
    checked: 'Pemeriksaan',
    done: 'Selesai',
  },
  views: {
    unavailable: {
      title: 'Tagihan ini tidak dapat ditampilkan',
      text: 'Silakan kembali ke toko dan coba dari sana.',
    },
    awaiting: {status: 'Menunggu pembayaran Anda'},
    expired: {
      title: 'Waktu pembayaran sudah habis',
      text: 'Mohon jangan bayar sekarang. Jika Anda sudah mengirim uangnya, tetaplah di sini: halaman ini terus memeriksa.',
      status: 'Memeriksa apakah ada pembayaran masuk',
    },
    detected: {
      title: 'Pembayaran terdeteksi',
      text: 'Sedang dalam perjalanan. Tidak ada lagi yang perlu dilakukan: Anda dapat menutup halaman ini.',
      status: 'Menunggu konfirmasi',
    },
    compliance: {
      title: 'Pembayaran sedang diperiksa',
      text: 'Pemeriksaan rutin yang bisa memakan waktu. Tidak ada lagi yang perlu dilakukan: Anda dapat menutup halaman ini.',
      status: 'Sedang diperiksa',
    },
    paid: {
      title: 'Sudah dibayar',
      text: 'Pembayaran sudah sampai. Terima kasih.',
      status: 'Menunggu dana diteruskan ke toko',
    },
    completed: {title: 'Pembayaran selesai', text: 'Semuanya sudah sampai. Terima kasih.', status: 'Selesai'},
    declined: {
      title: 'Pembayaran ditolak',
      text: 'Silakan hubungi toko, dan jangan kirim ulang pembayaran.',
      status: 'Ditolak',
    },
    archived: {
      title: 'Tagihan ini sudah ditutup',
      text: 'Jangan lagi mengirim uang ke alamatnya. Jika Anda sudah mengirimnya, hubungi toko.',
      status: 'Ditutup',
    },
    unknown: {
      title: 'Mohon tunggu sebentar',
      text: 'Status pembayaran ini belum jelas. Mohon jangan bayar lagi: halaman ini terus memeriksa.',
      status: 'Memeriksa',
    },
  },
  intervention: {
    underpaid: {
      title: 'Jumlah yang masuk kurang dari tagihan',
      text: 'Toko akan meninjaunya dan menghubungi Anda. Mohon jangan kirim pembayaran kedua.',
    },
    overpaid: {
      title: 'Jumlah yang masuk melebihi tagihan',
      text: 'Toko akan meninjaunya dan menghubungi Anda. Mohon jangan kirim apa pun lagi.',
    },
    other: {
      title: 'Toko perlu meninjau pembayaran ini',
      text: 'Toko akan menghubungi Anda. Mohon jangan kirim pembayaran kedua.',
    },
    resolved: {
      title: 'Toko sudah menangani pembayaran ini',
      text: 'Tidak ada lagi yang perlu dilakukan. Halaman ini terus memeriksa.',
    },
    status: 'Menunggu toko',
  },
  notices: {
    offline:
      'Anda sedang offline. Pembayaran yang sudah Anda kirim aman; halaman ini berlanjut setelah koneksi kembali.',
    trouble:
      'Saat ini tidak ada koneksi ke toko. Pembayaran yang sudah Anda kirim aman; halaman ini terus mencoba.',
    addressChanged:
      'Alamat pembayaran untuk tagihan ini berubah. Jangan bayar ke alamat lama maupun yang baru, dan hubungi toko.',
    addressInvalid:
      'Alamat pembayaran untuk tagihan ini tidak valid, jadi tidak ditampilkan. Silakan hubungi toko.',
  },
};
