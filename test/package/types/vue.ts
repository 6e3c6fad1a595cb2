// Held by the compiler alone: what must not compile is expected not to. Of a template, Vue makes such objects.
import type {GlobalComponents} from 'vue';
import '../../../src/types/vue.js';

type Props = InstanceType<GlobalComponents['calypso-invoice']>['$props'];

export const props: Props = {
  src: '/api/invoices/1',
  pollInterval: '5000',
  redirectDelay: 0,
  class: 'wide',
  onCalypsoCopy: ({field}) => field satisfies 'amount' | 'address',
};

export const wrong: Props[] = [
  // @ts-expect-error no such attribute
  {pollIntervall: 5000},
  // @ts-expect-error no such word
  {redirectTarget: '_blank'},
  // @ts-expect-error no such event
  {onCalypsoCoppy: () => undefined},
  // @ts-expect-error not of this event
  {onCalypsoCopy: ({url}) => url},
];
