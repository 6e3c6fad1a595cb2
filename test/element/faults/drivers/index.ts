import {faultOf} from '../../../faults/catalogue.js';
import type {Driver, Drivers} from '../driver.js';
import {browser} from './browser.js';
import {clock} from './clock.js';
import {http} from './http.js';
import {network} from './network.js';
import {ordering} from './ordering.js';
import {payload} from './payload.js';
import {push} from './push.js';

/** From the shop to the payer: in this order faults have their way with an answer. */
export const DRIVERS: Drivers = {...clock, ...payload, ...ordering, ...http, ...push, ...network, ...browser};

const IDS = Object.keys(DRIVERS);
IDS.forEach(faultOf);

export const idsOf = (...groups: readonly string[]): string[] =>
  IDS.filter((id) => groups.includes(faultOf(id).group));

/** The drivers of these faults, in their order. */
export const driversOf = (ids: readonly string[]): Driver[] =>
  IDS.filter((id) => ids.includes(id)).map((id) => DRIVERS[id]!);
