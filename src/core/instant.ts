const INSTANT = /^(\d{4}-\d\d-(\d\d))[Tt ](\d\d:\d\d(?::\d\d)?)(\.\d+)?([Zz]|[+-]\d\d:?\d\d)?$/;

/**
 * Reads an ISO 8601 instant into epoch ms, with any number of fraction digits. Calypso writes some instants
 * without a zone; its request timestamps are UTC, so an instant without a zone is UTC.
 * @returns undefined where the text is no instant.
 */
export function parseInstant(text: string | undefined): number | undefined {
  if (last.text !== text) last = {text, ms: read(text)};
  return last.ms;
}

/** A card that counts down asks for the same one at every tick. */
let last: {readonly text: string | undefined; readonly ms: number | undefined} = {text: '', ms: undefined};

function read(text: string | undefined): number | undefined {
  const match = INSTANT.exec(text ?? '');
  if (!match) return undefined;
  const [, date = '', day, time = '', fraction = '', zone = 'Z'] = match;
  // A fraction of a minute is nothing that anybody sends.
  if (fraction && time.length < 8) return undefined;
  // Some engines take 30 February for 2 March, others refuse it.
  if (new Date(date).getUTCDate() !== Number(day)) return undefined;
  const ms = Date.parse(`${date}T${time}${zone.replace(/^(...)(\d\d)$/, '$1:$2')}`.toUpperCase());
  return Number.isNaN(ms) ? undefined : ms + Number(`0${fraction}`) * 1000;
}

/** A length of time in ms as `HH:MM:SS` or `MM:SS`, rounded up so that 0 means "over"; days count as hours. */
export function formatDuration(ms: number): string {
  const total = Math.max(0, Math.ceil(ms / 1000));
  const parts = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  return parts
    .slice(parts[0] ? 0 : 1)
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
