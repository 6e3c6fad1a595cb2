import type {Messages} from './messages.js';

/** Brazilian Portuguese. */
export const messages: Messages = {
  direction: 'ltr',
  card: 'Pagamento',
  loading: 'Carregando a cobrança…',
  amountToSend: 'Valor a enviar',
  amountChanged: (amount) => `A cotação mudou. O valor agora é ${amount}.`,
  amountAtLeast: 'Envie pelo menos',
  anyAmount: 'Qualquer valor',
  amountUnreadable: 'Não foi possível ler o valor exato. Por favor, não pague ainda e fale com a loja.',
  rateAge: (ago) => `cotação: ${ago}`,
  fromExchange: 'De uma exchange? Este é o valor que deve chegar, já descontadas as taxas dela.',
  toThisAddress: 'Para este endereço',
  onlyOnNetwork: (symbol, network) =>
    `Envie apenas ${symbol} pela rede ${network}. O dinheiro enviado por outra rede será perdido.`,
  qrCode: (address) => `QR code do endereço ${address}`,
  qrHolds: 'Conteúdo do QR code',
  qrAddress: 'Só o endereço',
  qrUri: 'Com valor',
  openWallet: 'Abrir em uma carteira',
  noWallet: 'Nenhuma carteira abriu? Então copie o valor e o endereço.',
  copy: 'Copiar',
  copyAmount: 'Copiar valor',
  copyAddress: 'Copiar endereço',
  copied: 'Copiado',
  amountCopied: 'Valor copiado',
  addressCopied: (ending) => `Endereço copiado. Confira se ele termina em ${ending}.`,
  copyFailed: 'Não é permitido copiar aqui: o texto está selecionado.',
  timeLeft: 'Tempo restante',
  timeLeftAnnounced: (time) => `Tempo restante para pagar: ${time}`,
  littleTime: 'Resta pouco tempo. Não envie um pagamento que possa chegar tarde demais.',
  timeIsUp: 'O tempo acabou. Por favor, não pague agora.',
  checking: 'Verificando…',
  checkNow: 'Verificar',
  lastChecked: (ago) => `Verificado: ${ago}`,
  justNow: 'agora',
  tryAgain: 'Tentar de novo',
  due: 'Valor devido',
  received: 'Recebido',
  shortBy: 'Valor a menos',
  overBy: 'Valor a mais',
  receivedSoFar: 'Recebido até agora',
  transaction: 'Transação',
  usuallyWithin: (time) => `Normalmente em até ${time}`,
  support: 'Falar com a loja',
  back: 'Voltar à loja',
  alreadySent: 'Já enviei',
  backIn: (soon) => `Você voltará à loja ${soon}`,
  stay: 'Ficar aqui',
  steps: {seen: 'Detectado na rede', confirming: 'Confirmação', checked: 'Análise', done: 'Concluído'},
  views: {
    unavailable: {
      title: 'Não é possível exibir esta cobrança',
      text: 'Por favor, volte à loja e tente por lá.',
    },
    awaiting: {status: 'Aguardando seu pagamento'},
    expired: {
      title: 'O prazo para pagar terminou',
      text: 'Por favor, não pague agora. Se você já enviou o dinheiro, fique aqui: esta página continua verificando.',
      status: 'Verificando se chegou um pagamento',
    },
    detected: {
      title: 'Pagamento detectado',
      text: 'Ele está a caminho. Não há mais nada a fazer: você pode fechar esta página.',
      status: 'Aguardando confirmação',
    },
    compliance: {
      title: 'O pagamento está em análise',
      text: 'Uma análise de rotina que pode demorar um pouco. Não há mais nada a fazer: você pode fechar esta página.',
      status: 'Em análise',
    },
    paid: {
      title: 'Pago',
      text: 'O pagamento chegou. Obrigado.',
      status: 'Aguardando o repasse final à loja',
    },
    completed: {title: 'Pagamento concluído', text: 'Tudo chegou. Obrigado.', status: 'Concluído'},
    declined: {
      title: 'O pagamento não foi aceito',
      text: 'Por favor, fale com a loja e não envie o pagamento novamente.',
      status: 'Pagamento não aceito',
    },
    archived: {
      title: 'Esta cobrança está encerrada',
      text: 'Não envie mais dinheiro para o endereço dela. Se você já enviou, fale com a loja.',
      status: 'Encerrada',
    },
    unknown: {
      title: 'Um momento, por favor',
      text: 'A situação deste pagamento ainda não está clara. Por favor, não pague de novo: esta página continua verificando.',
      status: 'Verificando',
    },
  },
  intervention: {
    underpaid: {
      title: 'Chegou menos do que o devido',
      text: 'A loja vai analisar e entrar em contato. Por favor, não envie um segundo pagamento.',
    },
    overpaid: {
      title: 'Chegou mais do que o devido',
      text: 'A loja vai analisar e entrar em contato. Por favor, não envie mais nada.',
    },
    other: {
      title: 'A loja precisa analisar este pagamento',
      text: 'Ela vai entrar em contato. Por favor, não envie um segundo pagamento.',
    },
    resolved: {
      title: 'A loja já cuidou deste pagamento',
      text: 'Não há mais nada a fazer. Esta página continua verificando.',
    },
    status: 'Aguardando a loja',
  },
  notices: {
    offline:
      'Você está sem conexão. Um pagamento já enviado está seguro; esta página continua quando a conexão voltar.',
    trouble:
      'Sem conexão com a loja no momento. Um pagamento já enviado está seguro; esta página continua tentando.',
    addressChanged:
      'O endereço de pagamento desta cobrança mudou. Não envie dinheiro para nenhum dos dois endereços e fale com a loja.',
    addressInvalid:
      'O endereço de pagamento desta cobrança não é válido e por isso não é exibido. Por favor, fale com a loja.',
  },
};
