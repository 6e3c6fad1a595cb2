import type {Texts} from './registry.js';

/** "5 minutes", "3 hours". */
export const timeSpan = (value: number, unit: 'second' | 'minute' | 'hour', language: string): string =>
  new Intl.NumberFormat(language, {style: 'unit', unit, unitDisplay: 'long'}).format(value);

let last: {readonly language: string; readonly format: Intl.RelativeTimeFormat} | undefined;

/** "in 5 seconds", "12 seconds ago", "now". */
export function fromNow(value: number, unit: 'second' | 'minute', {messages, language}: Texts): string {
  if (!value) return messages.justNow; // making one takes a phone a tenth of a second, and most cards need none
  if (last?.language !== language)
    last = {language, format: new Intl.RelativeTimeFormat(language, {numeric: 'auto'})};
  return last.format.format(value, unit);
}

/** "5 minutes", "3 hours": the largest unit that a chain's usual time fills. */
export const usualTime = (minutes: number, language: string): string =>
  minutes < 60 ? timeSpan(minutes, 'minute', language) : timeSpan(Math.round(minutes / 60), 'hour', language);

/** Left-to-right and in one piece inside text from right to left: amounts and names of networks (Unicode's LRI, PDI). */
export const isolate = (text: string, direction: string): string =>
  direction === 'rtl' ? `\u2066${text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')}\u2069` : text;
