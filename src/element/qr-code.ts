import {create} from 'qrcode/lib/core/qrcode.js';
import {html, type TemplateResult} from 'lit';

/** Modules of white around the code that scanners need (ISO 18004). */
const QUIET_ZONE = 4;

/** The code as one SVG path: a bar for each run of dark modules. Level M: not too dense to scan, and safe to crease. */
export function qrCode(text: string, label: string): TemplateResult {
  const {size, path} = draw(text);
  return html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges">
    <rect width=${size} height=${size} fill="#fff"></rect>
    <path d=${path} fill="#000"></path>
  </svg>`;
}

interface Drawing {
  readonly text: string;
  readonly size: number;
  readonly path: string;
}

let last: Drawing | undefined;

/** Encoding takes a phone some ms, and a card is rendered at every answer: the last drawing is kept. */
function draw(text: string): Drawing {
  if (last?.text === text) return last;
  const {modules} = create(text, {errorCorrectionLevel: 'M'});
  last = {text, size: modules.size + 2 * QUIET_ZONE, path: pathOf(modules)};
  return last;
}

function pathOf({size, data}: {readonly size: number; readonly data: Uint8Array}): string {
  let path = '';
  for (let y = 0; y < size; y++) {
    const row = Array.from(data.subarray(y * size, (y + 1) * size), (dark) => (dark ? '1' : '0')).join('');
    for (const {index, 0: run} of row.matchAll(/1+/g))
      path += `M${index + QUIET_ZONE} ${y + QUIET_ZONE}h${run.length}v1h-${run.length}z`;
  }
  return path;
}
