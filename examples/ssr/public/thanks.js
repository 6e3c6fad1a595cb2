import {readPaymentStatus} from '/calypso-invoice.js';

// A hint, and anyone can type it: the server reads the invoice before goods leave.
const paid = readPaymentStatus(location.href) === 'SUCCESS';
document.querySelector('h1').textContent = paid ? 'Thank you!' : 'This payment did not go through.';
