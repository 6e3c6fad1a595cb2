import {Hono} from 'hono';
import type {CalypsoClient} from '../../../src/api/index.js';
import {RATED, RATED_IN, type OfficeRates} from '../../office.js';
import {answer, pick} from './answer.js';

/** What Calypso takes a unit of each currency to be worth now. */
export function rates(client: CalypsoClient): Hono {
  return new Hono().get('/', async () => {
    const told = (await client.getRates(RATED, RATED_IN)).map((rate) =>
      pick(rate, ['fromCurrency', 'toCurrency', 'rates', 'ratesDate']),
    );
    return answer<OfficeRates>({rates: told});
  });
}
