// Held by the compiler alone: what must not compile is expected not to. Of a template, Svelte makes such objects.
import type {SvelteHTMLElements} from 'svelte/elements';
import '../../../src/types/svelte.js';

type Attributes = SvelteHTMLElements['calypso-invoice'];

export const attributes: Attributes = {
  src: '/api/invoices/1',
  'poll-interval': '5000',
  redirectDelay: 0,
  class: 'wide',
  'oncalypso-copy': ({field}) => field satisfies 'amount' | 'address',
};

export const wrong: Attributes[] = [
  // @ts-expect-error no such attribute
  {'poll-intervall': 5000},
  // @ts-expect-error no such word
  {'redirect-target': '_blank'},
  // @ts-expect-error no such event
  {'oncalypso-coppy': () => undefined},
  // @ts-expect-error not of this event
  {'oncalypso-copy': ({url}) => url},
];
