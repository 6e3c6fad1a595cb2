import {invalidField} from './errors.js';
import {formatInstant} from './format-instant.js';
import {rateAt} from './rates.js';
import {RateRequest} from './requests.js';
import {readRequest} from './schema.js';

/**
 * What one unit of each of some currencies is worth in each of others. `rates` is one number (Calypso's Rate API).
 * @param now epoch ms of sandbox time
 */
export function ratesAnswer(payload: unknown, now: number): object {
  const {fromCurrencies, toCurrencies} = readRequest(RateRequest, payload, 'payload');
  checkKnown('fromCurrencies', fromCurrencies, now);
  checkKnown('toCurrencies', toCurrencies, now);
  const currencyRates = fromCurrencies.flatMap((fromCurrency) =>
    toCurrencies.map((toCurrency) => {
      const {rate = '', since = now} = rateAt(fromCurrency, toCurrency, now) ?? {};
      return {fromCurrency, toCurrency, rates: Number(rate), ratesDate: formatInstant(since)};
    }),
  );
  return {currencyRates};
}

function checkKnown(field: string, codes: readonly string[], now: number): void {
  for (const code of codes)
    if (!rateAt(code, 'USD', now)) throw invalidField(`payload.${field}`, 'Unknown currency');
}
