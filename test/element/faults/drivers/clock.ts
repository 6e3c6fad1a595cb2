import type {Drivers} from '../driver.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const clock: Drivers = {
  'client-day-off': {
    isTimed: true,
    page: {
      begin: ({clock}) => void (clock.skew = clock.skew > 0 ? -DAY : DAY),
      end: () => undefined,
    },
  },
  'clock-jump': {
    isTimed: true,
    page: {
      begin: ({clock}) => void (clock.skew += HOUR),
      end: ({clock}) => void (clock.skew -= 2 * HOUR),
    },
  },
  // Instants without a zone are told across the hour that is left out.
  dst: {isTimed: true},
  'date-missing': {
    answer: ({headers: {Date: _, ...headers}, ...answer}) => ({
      ...answer,
      headers,
      text: answer.text.replace(/,"serverTime":"[^"]*"/, ''),
    }),
  },
  'expired-on-arrival': {
    prepare: ({life, clock}) => void (life.expiration = clock.world - 60_000),
  },
  'expires-after-days': {
    isTimed: true,
    prepare: ({life, clock}) => void (life.expiration = clock.world + 3 * DAY),
  },
};
