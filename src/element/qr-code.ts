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
  for (let y = 0; y < size; y++)
    for (let x = 0, run = 0; x <= size; x++)
      if (x < size && data[y * size + x]) run++;
      else if (run) {
        path += `M${x - run + QUIET_ZONE} ${y + QUIET_ZONE}h${run}v1h-${run}z`;
        run = 0;
      }
  return path;
}
