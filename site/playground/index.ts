import {byId, make} from '../../demo/page/dom.js';
import {BY_VIEW, invoiceOf, type Json} from '../../demo/gallery/fixtures.js';
import {CalypsoInvoiceElement} from '../../src/index.js';
import {contrast, PAIRS} from './contrast.js';
import {showControls} from './controls.js';
import {PROPERTIES} from './properties.js';
import {styleSheet} from './style-sheet.js';

const card = byId('invoice', CalypsoInvoiceElement);
const place = byId('place', HTMLElement);
const form = byId('properties', HTMLFormElement);
const rules = byId('rules', HTMLTextAreaElement);
const part = byId('part', HTMLSelectElement);
const code = byId('css', HTMLElement);

// A constructed sheet: the page's policy allows no <style>, and needs none.
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

const readValues = showControls(form, PROPERTIES);
const views: Readonly<Record<string, Json>> = BY_VIEW;
const view = choice('View', Object.keys(views));
const theme = choice('Colours', ['auto', 'light', 'dark']);

function choice(label: string, values: readonly string[]): HTMLSelectElement {
  const select = make('select', {}, ...values.map((value) => make('option', {value}, value)));
  byId('shown', HTMLFormElement).append(make('label', {}, label, select));
  select.addEventListener('change', () => void showCard());
  return select;
}

async function showCard() {
  const logoUrl = document.querySelector<HTMLImageElement>('.brand img')?.src;
  card.invoice = invoiceOf('SINGLE', {...views[view.value], logoUrl});
  card.theme = theme.value as CalypsoInvoiceElement['theme'];
  place.className = `place ${theme.value}`;
  await card.updateComplete;
  const parts = Array.from(card.renderRoot.querySelectorAll('[part]'), (element) => element.part.value);
  part.replaceChildren(
    ...['', ...new Set(parts)].map((name) => make('option', {value: name}, name || 'choose')),
  );
}

function wear() {
  const values = readValues();
  const css = styleSheet(PROPERTIES, values, rules.value);
  sheet.replaceSync(css);
  byId('bench', HTMLElement).classList.toggle('wide', values.has('--calypso-width'));
  code.textContent = css || '/* Nothing is set. */';
  byId('contrast', HTMLElement).textContent = faintText();
}

/** Names the pairs of colours that WCAG AA finds too faint for text. */
function faintText(): string {
  const colours = Array.from(form.querySelectorAll<HTMLInputElement>('[type=color]'));
  const faint = [0, 1].flatMap((scheme) => {
    const colourOf = (name: string) =>
      colours.filter((input) => input.name === `--calypso-${name}`)[scheme]?.value ?? '';
    return PAIRS.flatMap(([text, ground]) => {
      const ratio = contrast(colourOf(text), colourOf(ground));
      const where = scheme ? 'in the dark' : 'in the light';
      return ratio < 4.5 ? [`${text} on ${ground} ${where}: ${ratio.toFixed(1)}`] : [];
    });
  });
  return faint.length
    ? `Too faint for text, below 4.5 to 1: ${faint.join('; ')}.`
    : 'All text has a contrast of 4.5 to 1 or more.';
}

form.addEventListener('input', wear);
rules.addEventListener('input', wear);
part.addEventListener('change', () => {
  rules.value += `${rules.value && '\n'}calypso-invoice::part(${part.value}) {\n  outline: 2px dashed;\n}\n`;
  part.value = '';
  wear();
});
byId('reset', HTMLButtonElement).addEventListener('click', () => {
  form.reset();
  rules.value = '';
  wear();
});
byId('copy', HTMLButtonElement).addEventListener('click', () => {
  const copied = byId('copied', HTMLElement);
  navigator.clipboard.writeText(code.textContent ?? '').then(
    () => (copied.textContent = 'Copied.'),
    () => (copied.textContent = 'Copying was refused: select the text above.'),
  );
});

await showCard();
wear();
