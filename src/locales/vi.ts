import type {Messages} from './messages.js';

/** Vietnamese. */
export const messages: Messages = {
  direction: 'ltr',
  card: 'Thanh toán',
  loading: 'Đang tải hóa đơn…',
  amountToSend: 'Số tiền cần gửi',
  amountChanged: (amount) => `Tỷ giá đã thay đổi. Số tiền hiện là ${amount}.`,
  amountAtLeast: 'Gửi ít nhất',
  anyAmount: 'Bất kỳ số lượng',
  amountUnreadable: 'Không đọc được số tiền chính xác. Vui lòng chưa thanh toán và hãy hỏi cửa hàng.',
  rateAge: (ago) => `tỷ giá: ${ago}`,
  fromExchange: 'Gửi từ sàn giao dịch? Đây là số tiền phải đến nơi, sau khi trừ phí của sàn.',
  toThisAddress: 'Đến địa chỉ này',
  onlyOnNetwork: (symbol, network) =>
    `Chỉ gửi ${symbol} trên mạng ${network}. Tiền gửi trên mạng khác sẽ bị mất.`,
  qrCode: (address) => `Mã QR của địa chỉ ${address}`,
  qrHolds: 'Mã QR chứa',
  qrAddress: 'Chỉ địa chỉ',
  qrUri: 'Kèm số tiền',
  openWallet: 'Mở trong ví',
  noWallet: 'Ví không mở? Thay vào đó, hãy sao chép số tiền và địa chỉ.',
  copy: 'Sao chép',
  copyAmount: 'Sao chép số tiền',
  copyAddress: 'Sao chép địa chỉ',
  copied: 'Đã sao chép',
  amountCopied: 'Đã sao chép số tiền',
  addressCopied: (ending) => `Đã sao chép địa chỉ. Hãy kiểm tra: địa chỉ phải kết thúc bằng ${ending}.`,
  copyFailed: 'Không được phép sao chép tại đây: văn bản đã được chọn.',
  timeLeft: 'Thời gian còn lại',
  timeLeftAnnounced: (time) => `Thời gian còn lại để thanh toán: ${time}`,
  littleTime: 'Chỉ còn ít thời gian. Đừng gửi khoản thanh toán có thể đến quá muộn.',
  timeIsUp: 'Đã hết thời gian. Vui lòng không thanh toán lúc này.',
  checking: 'Đang kiểm tra…',
  checkNow: 'Kiểm tra ngay',
  lastChecked: (ago) => `Kiểm tra lần cuối: ${ago}`,
  justNow: 'bây giờ',
  tryAgain: 'Thử lại',
  due: 'Phải trả',
  received: 'Đã nhận',
  shortBy: 'Thiếu',
  overBy: 'Thừa',
  receivedSoFar: 'Đã nhận đến nay',
  transaction: 'Giao dịch',
  usuallyWithin: (time) => `Thường trong vòng ${time}`,
  support: 'Liên hệ cửa hàng',
  back: 'Quay lại cửa hàng',
  alreadySent: 'Tôi đã gửi tiền rồi',
  backIn: (soon) => `Bạn sẽ quay lại cửa hàng ${soon}`,
  stay: 'Ở lại đây',
  steps: {
    seen: 'Đã thấy trên blockchain',
    confirming: 'Đang xác nhận',
    checked: 'Đang kiểm tra',
    done: 'Hoàn tất',
  },
  views: {
    unavailable: {
      title: 'Không thể hiển thị hóa đơn này',
      text: 'Vui lòng quay lại cửa hàng và thử từ đó.',
    },
    awaiting: {status: 'Đang chờ bạn thanh toán'},
    expired: {
      title: 'Đã hết thời gian thanh toán',
      text: 'Vui lòng không thanh toán lúc này. Nếu bạn đã gửi tiền, hãy ở lại đây: trang này vẫn tiếp tục kiểm tra.',
      status: 'Đang kiểm tra xem tiền đã đến chưa',
    },
    detected: {
      title: 'Đã thấy khoản thanh toán',
      text: 'Tiền đang trên đường đến. Bạn không cần làm gì thêm: bạn có thể đóng trang này.',
      status: 'Đang chờ xác nhận',
    },
    compliance: {
      title: 'Khoản thanh toán đang được kiểm tra',
      text: 'Bước kiểm tra thông thường, có thể mất một lúc. Bạn không cần làm gì thêm: bạn có thể đóng trang này.',
      status: 'Đang được kiểm tra',
    },
    paid: {
      title: 'Đã thanh toán',
      text: 'Khoản thanh toán đã đến. Cảm ơn bạn.',
      status: 'Đang chờ ghi có cho cửa hàng',
    },
    completed: {
      title: 'Thanh toán hoàn tất',
      text: 'Toàn bộ tiền đã đến. Cảm ơn bạn.',
      status: 'Hoàn tất',
    },
    declined: {
      title: 'Khoản thanh toán không được chấp nhận',
      text: 'Vui lòng liên hệ cửa hàng và không gửi lại khoản thanh toán.',
      status: 'Không được chấp nhận',
    },
    archived: {
      title: 'Hóa đơn này đã đóng',
      text: 'Đừng gửi tiền đến địa chỉ của hóa đơn này nữa. Nếu bạn đã gửi, hãy liên hệ cửa hàng.',
      status: 'Đã đóng',
    },
    unknown: {
      title: 'Vui lòng chờ một chút',
      text: 'Trạng thái của khoản thanh toán này chưa rõ. Vui lòng không thanh toán lại: trang này vẫn tiếp tục kiểm tra.',
      status: 'Đang kiểm tra',
    },
  },
  intervention: {
    underpaid: {
      title: 'Số tiền đến ít hơn số phải trả',
      text: 'Cửa hàng sẽ xem xét và liên hệ với bạn. Vui lòng không gửi khoản thanh toán thứ hai.',
    },
    overpaid: {
      title: 'Số tiền đến nhiều hơn số phải trả',
      text: 'Cửa hàng sẽ xem xét và liên hệ với bạn. Vui lòng không gửi thêm gì nữa.',
    },
    other: {
      title: 'Cửa hàng cần xem xét khoản thanh toán này',
      text: 'Cửa hàng sẽ liên hệ với bạn. Vui lòng không gửi khoản thanh toán thứ hai.',
    },
    resolved: {
      title: 'Cửa hàng đã giải quyết khoản thanh toán này',
      text: 'Bạn không cần làm gì thêm. Trang này vẫn tiếp tục kiểm tra.',
    },
    status: 'Đang chờ cửa hàng',
  },
  notices: {
    offline:
      'Bạn đang ngoại tuyến. Khoản thanh toán bạn đã gửi vẫn an toàn; trang này sẽ tiếp tục khi có kết nối trở lại.',
    trouble:
      'Hiện không kết nối được với cửa hàng. Khoản thanh toán bạn đã gửi vẫn an toàn; trang này vẫn tiếp tục thử.',
    addressChanged:
      'Địa chỉ nhận tiền của hóa đơn này đã thay đổi. Đừng gửi tiền đến bất kỳ địa chỉ nào trong hai địa chỉ, và hãy liên hệ cửa hàng.',
    addressInvalid:
      'Địa chỉ nhận tiền của hóa đơn này không hợp lệ nên không được hiển thị. Vui lòng liên hệ cửa hàng.',
  },
};
