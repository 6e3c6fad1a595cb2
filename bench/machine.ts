import {cpus, totalmem} from 'node:os';
import {chromium, type Browser} from 'playwright';
import {requireBrowser} from '../test/support/browser.mjs';
import {launchOptions} from '../test/support/launch-options.mjs';
import type {Scope} from './scope.js';

/** What this machine is, as far as it matters to the figures. */
export function describeMachine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${cpu?.model.trim() || 'unknown'}), ${memory} GB, Node.js ${process.versions.node}`;
}

let options: ReturnType<typeof launchOptions> | undefined;

/**
 * The developer tools, which are always on here, note the stack of each request: for its positions V8 would parse the whole
 * script once more, on the page's own thread. So they are noted when it is parsed first.
 */
const POSITIONS = '--js-flags=--no-enable-lazy-source-positions';

/** Starts the Chromium that the tests run in, too. */
export async function launchBrowser(scope: Scope): Promise<Browser> {
  options ??= launchOptions(requireBrowser('chromium'));
  const args = [...(options.args ?? []), POSITIONS];
  // Ctrl-C ends the scope.
  const browser = await chromium.launch({...options, args, handleSIGINT: false, handleSIGTERM: false});
  scope.defer(() => browser.close());
  return browser;
}
