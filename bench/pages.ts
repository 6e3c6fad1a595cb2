import {BASE_PATH, POLL_INTERVAL} from './settings.js';

/** When each change was to be seen in this page. */
export interface SeenChange {
  readonly key: string;
  readonly state: string;
  /** Epoch ms. */
  readonly at: number;
}

declare global {
  interface Window {
    changes: SeenChange[];
  }
}

const page = (body: string, script: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Invoice</title>${body}<script type="module">${script}</script></html>`;

/** The element, one for each key. Its changes are noted once it has updated its DOM. */
export const elementPage = (keys: readonly string[]) =>
  page(
    keys
      .map((key) => `<calypso-invoice src="${BASE_PATH}/${key}" redirect="none"></calypso-invoice>`)
      .join(''),
    `window.changes = [];
    document.addEventListener('calypso-state-change', async ({target, state}) => {
      await target.updateComplete;
      if (!target.matches(':state(' + target.view.kind + ')')) throw new Error('not shown');
      changes.push({key: target.getAttribute('src').split('/').at(-1), state, at: Date.now()});
    });
    await import('/calypso-invoice.js');`,
  );

/** A paragraph and the time left for each key, written by a script that reads at fixed times. */
export const fixedPage = (keys: readonly string[]) =>
  page(
    keys.map((key) => `<p id="${key}"></p><time></time>`).join(''),
    `window.changes = [];
    for (const p of document.querySelectorAll('p')) {
      let end = NaN;
      const tick = () => {
        const left = Math.max(0, Math.round((end - Date.now()) / 1000));
        p.nextElementSibling.textContent = Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
      };
      setInterval(tick, 1000);
      const look = async () => {
        const {state, amount, currency, invoiceAddress, expiration} = await (await fetch('${BASE_PATH}/' + p.id)).json();
        end = Date.parse(expiration.replace(/Z?$/, 'Z'));
        const text = [state, amount, currency, invoiceAddress].join(' ');
        if (text === p.textContent) return;
        p.textContent = text;
        changes.push({key: p.id, state, at: Date.now()});
      };
      setInterval(look, ${POLL_INTERVAL});
      look();
    }`,
  );

export const emptyPage = () => page('', '');
