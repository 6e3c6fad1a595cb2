import type {AddressCheck} from './invoice-facts.js';

/** The card works without the check: it waits this many ms for it and no longer. */
const PATIENCE = 3000;

let check: AddressCheck;
let loading: Promise<void> | undefined;

export const addressCheck = (): AddressCheck => check;

/** Loads the check once for the page; resolves when it is there, or will not be waited for. */
export const loadAddressCheck = (): Promise<void> => (loading ??= load());

async function load(): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE)));
  const loaded = import('../core/address-check.js').then(({isAddress}) => {
    check = isAddress;
  });
  await Promise.race([loaded, patience]).catch(() => undefined);
  clearTimeout(timer);
  check ??= null;
}
