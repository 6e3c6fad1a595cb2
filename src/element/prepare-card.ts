import {loadMessages} from '../localize/registry.js';
import {loadAddressCheck} from './address-check-loader.js';

/**
 * Loads what a card in this language takes beside its own script: the words and the address check. A server renders at
 * once and awaits this first; in a browser a page may call it ahead.
 * @param language BCP 47
 */
export async function prepareCard(language: string): Promise<void> {
  await Promise.all([loadMessages(language), loadAddressCheck()]);
}
