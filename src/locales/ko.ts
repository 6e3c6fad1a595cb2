import type {Messages} from './messages.js';

/** Korean. */
export const messages: Messages = {
  direction: 'ltr',
  card: '결제',
  loading: '결제 요청을 불러오는 중…',
  amountToSend: '보낼 금액',
  amountChanged: (amount) => `환율이 바뀌었습니다. 현재 금액은 ${amount}입니다.`,
  amountAtLeast: '보낼 최소 금액',
  anyAmount: '원하는 금액',
  amountUnreadable: '정확한 금액을 읽지 못했습니다. 아직 결제하지 마시고 상점에 문의하세요.',
  rateAge: (ago) => `환율: ${ago}`,
  fromExchange: '거래소에서 보내시나요? 거래소 수수료를 뺀 뒤 이 금액이 도착해야 합니다.',
  toThisAddress: '받는 주소',
  onlyOnNetwork: (symbol, network) =>
    `${network} 네트워크의 ${symbol}만 보내세요. 다른 네트워크로 보낸 돈은 잃게 됩니다.`,
  qrCode: (address) => `주소 ${address}의 QR 코드`,
  qrHolds: 'QR 코드 내용',
  qrAddress: '주소만',
  qrUri: '금액 포함',
  openWallet: '지갑에서 열기',
  noWallet: '지갑이 열리지 않았나요? 대신 금액과 주소를 복사하세요.',
  copy: '복사',
  copyAmount: '금액 복사',
  copyAddress: '주소 복사',
  copied: '복사됨',
  amountCopied: '금액 복사됨',
  addressCopied: (ending) => `주소를 복사했습니다. 끝자리가 ${ending}인지 확인하세요.`,
  copyFailed: '여기서는 복사가 허용되지 않아 텍스트를 선택해 두었습니다.',
  timeLeft: '남은 시간',
  timeLeftAnnounced: (time) => `남은 결제 시간: ${time}`,
  littleTime: '시간이 얼마 남지 않았습니다. 제때 도착하지 못할 수 있는 결제는 보내지 마세요.',
  timeIsUp: '시간이 다 되었습니다. 지금은 결제하지 마세요.',
  checking: '확인 중…',
  checkNow: '지금 확인',
  lastChecked: (ago) => `마지막 확인: ${ago}`,
  justNow: '지금',
  tryAgain: '다시 시도',
  due: '청구 금액',
  received: '받은 금액',
  shortBy: '부족한 금액',
  overBy: '초과한 금액',
  receivedSoFar: '지금까지 받은 금액',
  transaction: '트랜잭션',
  usuallyWithin: (time) => `보통 ${time} 이내`,
  support: '상점에 문의',
  back: '상점으로 돌아가기',
  alreadySent: '이미 보냈습니다',
  backIn: (soon) => `${soon} 상점으로 돌아갑니다`,
  stay: '여기 머물기',
  steps: {seen: '네트워크에서 감지됨', confirming: '네트워크 확인 중', checked: '검토 중', done: '완료'},
  views: {
    unavailable: {
      title: '이 결제 요청을 표시할 수 없습니다',
      text: '상점으로 돌아가 거기서 다시 시도하세요.',
    },
    awaiting: {status: '결제를 기다리는 중'},
    expired: {
      title: '결제 시간이 지났습니다',
      text: '지금은 결제하지 마세요. 이미 보내셨다면 이 페이지에 머물러 주세요. 계속 확인하고 있습니다.',
      status: '결제가 도착했는지 확인 중',
    },
    detected: {
      title: '결제가 감지되었습니다',
      text: '전송되고 있습니다. 더 하실 일은 없습니다. 이 페이지를 닫으셔도 됩니다.',
      status: '네트워크 확인을 기다리는 중',
    },
    compliance: {
      title: '결제를 검토하고 있습니다',
      text: '통상적인 검토이며 시간이 걸릴 수 있습니다. 더 하실 일은 없습니다. 이 페이지를 닫으셔도 됩니다.',
      status: '검토 중',
    },
    paid: {
      title: '결제되었습니다',
      text: '결제가 도착했습니다. 감사합니다.',
      status: '상점 정산을 기다리는 중',
    },
    completed: {title: '결제 완료', text: '모두 도착했습니다. 감사합니다.', status: '완료'},
    declined: {
      title: '결제가 승인되지 않았습니다',
      text: '상점에 문의하시고, 결제를 다시 보내지 마세요.',
      status: '승인되지 않음',
    },
    archived: {
      title: '이 결제 요청은 종료되었습니다',
      text: '이 요청의 주소로 더 이상 돈을 보내지 마세요. 이미 보내셨다면 상점에 문의하세요.',
      status: '종료됨',
    },
    unknown: {
      title: '잠시만 기다려 주세요',
      text: '이 결제의 상태가 아직 분명하지 않습니다. 다시 결제하지 마세요. 이 페이지에서 계속 확인하고 있습니다.',
      status: '확인 중',
    },
  },
  intervention: {
    underpaid: {
      title: '청구 금액보다 적게 도착했습니다',
      text: '상점에서 확인한 뒤 연락드릴 예정입니다. 결제를 한 번 더 보내지 마세요.',
    },
    overpaid: {
      title: '청구 금액보다 많이 도착했습니다',
      text: '상점에서 확인한 뒤 연락드릴 예정입니다. 더 이상 아무것도 보내지 마세요.',
    },
    other: {
      title: '상점에서 이 결제를 확인해야 합니다',
      text: '상점에서 연락드릴 예정입니다. 결제를 한 번 더 보내지 마세요.',
    },
    resolved: {
      title: '상점에서 이 결제를 처리했습니다',
      text: '더 하실 일은 없습니다. 이 페이지에서 계속 확인하고 있습니다.',
    },
    status: '상점의 처리를 기다리는 중',
  },
  notices: {
    offline:
      '오프라인 상태입니다. 이미 보내신 결제는 안전합니다. 다시 연결되면 이 페이지에서 계속 확인합니다.',
    trouble:
      '지금 상점에 연결할 수 없습니다. 이미 보내신 결제는 안전합니다. 이 페이지에서 계속 시도하고 있습니다.',
    addressChanged:
      '이 결제 요청의 주소가 바뀌었습니다. 두 주소 중 어느 쪽으로도 결제하지 마시고 상점에 문의하세요.',
    addressInvalid: '이 결제 요청의 주소가 유효하지 않아 표시하지 않습니다. 상점에 문의하세요.',
  },
};
