import type {Locator} from '@playwright/test';

/** A part of the card: left, top, right and bottom in CSS px from the card's own corner. */
export type Box = readonly [part: string, left: number, top: number, right: number, bottom: number];

/** Every part that is seen, in the order of the page. */
export const measureBoxes = (card: Locator): Promise<Box[]> =>
  card.evaluate((element) => {
    const origin = element.getBoundingClientRect();
    const round = (value: number) => Math.round(value * 10) / 10;
    return Array.from(element.shadowRoot?.querySelectorAll('[part]') ?? [])
      .filter((part) => part.checkVisibility() && part.getClientRects().length)
      .map((part): [string, number, number, number, number] => {
        const {left, top, right, bottom} = part.getBoundingClientRect();
        return [
          part.getAttribute('part') ?? '',
          ...([left - origin.left, top - origin.top, right - origin.left, bottom - origin.top].map(round) as [
            number,
            number,
            number,
            number,
          ]),
        ];
      });
  });

/** CSS px that an edge may be off by. */
export interface Tolerance {
  readonly across: number;
  readonly down: number;
}

/** Rounding. */
export const SAME_FONTS: Tolerance = {across: 1, down: 1};
/** A word is longer or shorter, or a line of text breaks. */
export const OTHER_FONTS: Tolerance = {across: 64, down: 48};

/**
 * What has moved, in words. Heights are told from gaps: what is above and has grown by a line moves nothing else.
 */
export function movedBoxes(boxes: readonly Box[], baseline: readonly Box[], tolerance: Tolerance): string[] {
  const names = (all: readonly Box[]) => all.map(([part]) => part).join(' ');
  if (names(boxes) !== names(baseline)) return [`parts: ${names(boxes)}, expected ${names(baseline)}`];
  const moved: string[] = [];
  const compare = (part: string, side: string, is: number, was: number, limit: number) => {
    if (Math.abs(is - was) > limit) moved.push(`${part}: ${side} ${is} px, expected ${was} ± ${limit}`);
  };
  boxes.forEach((box, i) => {
    const was = baseline[i] ?? box;
    const [part] = box;
    compare(part, 'left', box[1], was[1], tolerance.across);
    compare(part, 'right', box[3], was[3], tolerance.across);
    compare(part, 'height', height(box), height(was), part === 'card' ? tolerance.down * 4 : tolerance.down);
    compare(part, 'gap above', gap(boxes, i), gap(baseline, i), tolerance.down);
  });
  return moved;
}

const height = ([, , top, , bottom]: Box) => round(bottom - top);

/** From the part before it; from the card's edge for the first. */
const gap = (boxes: readonly Box[], i: number) =>
  round((boxes[i]?.[2] ?? 0) - (i > 1 ? (boxes[i - 1]?.[4] ?? 0) : 0));

const round = (value: number) => Math.round(value * 10) / 10;
