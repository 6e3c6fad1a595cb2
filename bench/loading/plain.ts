import {create} from 'qrcode/lib/core/qrcode.js';
import type {ShownInvoice} from './ways.js';

/** Where the page that is written by hand reads. */
export const PLAIN_PATH = '/plain';

/** What it reads: an answer of the proxy as it will stand on the page, the path of the code with it. */
export async function plainAnswer(answer: Response): Promise<Response> {
  const {amount, invoiceAddress: address, ...rest} = (await answer.json()) as ShownInvoice;
  return Response.json(
    {...rest, amount: `${amount} USDT`, address, qr: pathOf(address)},
    {headers: {'Cache-Control': 'no-store'}},
  );
}

/** One run of dark modules a line. */
export function pathOf(text: string): string {
  const {size, data} = create(text, {errorCorrectionLevel: 'M'}).modules;
  return Array.from(data, (dark, at) =>
    dark ? `M${(at % size) + 4} ${Math.floor(at / size) + 4.5}h1` : '',
  ).join('');
}
