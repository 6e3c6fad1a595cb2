import type {Messages} from './messages.js';

/** French. */
export const messages: Messages = {
  direction: 'ltr',
  card: 'Paiement',
  loading: 'Chargement de la demande de paiement…',
  amountToSend: 'Montant à envoyer',
  amountChanged: (amount) => `Le cours a changé. Le montant est maintenant de ${amount}.`,
  amountAtLeast: 'Envoyez au moins',
  anyAmount: 'Montant libre',
  amountUnreadable:
    'Le montant exact n’a pas pu être lu. Veuillez ne pas payer pour l’instant. Contactez la boutique.',
  rateAge: (ago) => `cours\u00a0: ${ago}`,
  fromExchange:
    'Depuis une plateforme d’échange\u202f? C’est le montant qui doit arriver, une fois ses frais déduits.',
  toThisAddress: 'À cette adresse',
  onlyOnNetwork: (symbol, network) =>
    `Envoyez uniquement des ${symbol} sur ${network}. L’argent envoyé sur un autre réseau est perdu.`,
  qrCode: (address) => `QR code de l’adresse ${address}`,
  qrHolds: 'Contenu du QR code',
  qrAddress: 'Adresse seule',
  qrUri: 'Avec montant',
  openWallet: 'Ouvrir dans un portefeuille',
  noWallet: 'Aucun portefeuille ne s’est ouvert\u202f? Copiez plutôt le montant et l’adresse.',
  copy: 'Copier',
  copyAmount: 'Copier le montant',
  copyAddress: 'Copier l’adresse',
  copied: 'Copié',
  amountCopied: 'Montant copié',
  addressCopied: (ending) => `Adresse copiée. Vérifiez qu’elle se termine par ${ending}.`,
  copyFailed: 'La copie n’est pas autorisée ici\u00a0: le texte est sélectionné.',
  timeLeft: 'Temps restant',
  timeLeftAnnounced: (time) => `Encore ${time} pour payer`,
  littleTime: 'Il reste peu de temps. N’envoyez pas un paiement qui risque d’arriver trop tard.',
  timeIsUp: 'Le délai est écoulé. Veuillez ne pas payer maintenant.',
  checking: 'Vérification…',
  checkNow: 'Vérifier',
  lastChecked: (ago) => `Dernière vérification\u00a0: ${ago}`,
  justNow: 'maintenant',
  tryAgain: 'Réessayer',
  due: 'Montant dû',
  received: 'Reçu',
  shortBy: 'Il manque',
  overBy: 'En trop',
  receivedSoFar: 'Reçu jusqu’à présent',
  transaction: 'Transaction',
  usuallyWithin: (time) => `Généralement sous ${time}`,
  support: 'Contacter la boutique',
  back: 'Retour à la boutique',
  alreadySent: 'J’ai déjà envoyé l’argent',
  backIn: (soon) => `Retour à la boutique ${soon}`,
  stay: 'Rester ici',
  steps: {
    seen: 'Détecté sur le réseau',
    confirming: 'Confirmation',
    checked: 'Vérification',
    done: 'Terminé',
  },
  views: {
    unavailable: {
      title: 'Cette demande de paiement ne peut pas être affichée',
      text: 'Veuillez retourner à la boutique et réessayer à partir de là.',
    },
    awaiting: {status: 'En attente de votre paiement'},
    expired: {
      title: 'Le délai de paiement est écoulé',
      text: 'Veuillez ne pas payer maintenant. Si vous avez déjà envoyé l’argent, restez ici\u00a0: cette page continue de vérifier.',
      status: 'Vérification d’un éventuel paiement',
    },
    detected: {
      title: 'Paiement détecté',
      text: 'Il est en route. Vous n’avez plus rien à faire\u00a0: vous pouvez fermer cette page.',
      status: 'En attente de confirmation',
    },
    compliance: {
      title: 'Le paiement est en cours de vérification',
      text: 'Un contrôle de routine qui peut prendre un moment. Vous n’avez plus rien à faire\u00a0: vous pouvez fermer cette page.',
      status: 'En cours de vérification',
    },
    paid: {
      title: 'Payé',
      text: 'Le paiement est bien arrivé. Merci.',
      status: 'En attente du versement à la boutique',
    },
    completed: {title: 'Paiement terminé', text: 'Tout est bien arrivé. Merci.', status: 'Terminé'},
    declined: {
      title: 'Le paiement n’a pas été accepté',
      text: 'Veuillez contacter la boutique et ne pas envoyer le paiement une seconde fois.',
      status: 'Non accepté',
    },
    archived: {
      title: 'Cette demande de paiement est clôturée',
      text: 'N’envoyez plus d’argent à son adresse. Si vous en avez déjà envoyé, contactez la boutique.',
      status: 'Clôturée',
    },
    unknown: {
      title: 'Un instant, s’il vous plaît',
      text: 'L’état de ce paiement n’est pas encore clair. Veuillez ne pas payer à nouveau\u00a0: cette page continue de vérifier.',
      status: 'Vérification',
    },
  },
  intervention: {
    underpaid: {
      title: 'Le montant reçu est inférieur au montant dû',
      text: 'La boutique va examiner ce paiement et vous contactera. Veuillez ne pas envoyer de second paiement.',
    },
    overpaid: {
      title: 'Le montant reçu est supérieur au montant dû',
      text: 'La boutique va examiner ce paiement et vous contactera. Veuillez ne rien envoyer de plus.',
    },
    other: {
      title: 'La boutique doit examiner ce paiement',
      text: 'Elle vous contactera. Veuillez ne pas envoyer de second paiement.',
    },
    resolved: {
      title: 'La boutique a traité ce paiement',
      text: 'Il ne vous reste rien à faire. Cette page continue de vérifier.',
    },
    status: 'En attente de la boutique',
  },
  notices: {
    offline:
      'Vous êtes hors ligne. Un paiement déjà envoyé est en sécurité\u202f; cette page reprendra à votre retour en ligne.',
    trouble:
      'Pas de connexion à la boutique pour le moment. Un paiement déjà envoyé est en sécurité\u202f; cette page continue d’essayer.',
    addressChanged:
      'L’adresse de cette demande de paiement a changé. N’envoyez de paiement à aucune des deux adresses et contactez la boutique.',
    addressInvalid:
      'L’adresse de cette demande de paiement n’est pas valide et n’est donc pas affichée. Veuillez contacter la boutique.',
  },
};
