import {byId} from '../dom.js';

/** What can be asked of the list: an order, or a state and a type. Its page comes beside it. */
const NAMES = ['state', 'type', 'order'] as const;
type Query = Partial<Readonly<Record<(typeof NAMES)[number] | 'page', string>>>;

const form = byId('filter', HTMLFormElement);
const fields = {
  state: byId('state', HTMLSelectElement),
  type: byId('type', HTMLSelectElement),
  order: byId('order', HTMLInputElement),
};

/** The query that the page's own address has: so a reload and Back keep it. */
export const currentQuery = (): string => location.search;

/** @param change hears that the query is another */
export function watchQuery(change: () => void): void {
  function ask(query: Query) {
    const given = Object.entries(query).filter(([, value]) => value);
    const search = new URLSearchParams(given).toString();
    history.pushState(null, '', search ? `?${search}` : location.pathname);
    show();
    change();
  }
  // Calypso knows an order's invoices by their number alone: one is asked for, or the other.
  const filter = () => ask({state: fields.state.value, type: fields.type.value});
  fields.state.addEventListener('change', filter);
  fields.type.addEventListener('change', filter);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask({order: fields.order.value.trim()});
  });
  byId('all', HTMLButtonElement).addEventListener('click', () => ask({}));
  for (const [id, step] of [
    ['previous', -1],
    ['next', 1],
  ] as const)
    byId(id, HTMLButtonElement).addEventListener('click', ({currentTarget}) => {
      if ((currentTarget as HTMLButtonElement).ariaDisabled === 'true') return;
      const asked = new URLSearchParams(location.search);
      ask({...Object.fromEntries(asked), page: String(Number(asked.get('page') ?? 1) + step)});
    });
  window.addEventListener('popstate', () => {
    show();
    change();
  });
  show();
}

function show(): void {
  const asked = new URLSearchParams(location.search);
  for (const name of NAMES) fields[name].value = asked.get(name) ?? '';
  byId('all', HTMLButtonElement).hidden = NAMES.every((name) => !asked.get(name));
}
