/** The number that people know an order by; Calypso keeps it as the `externalId` of its invoice. */
export const orderNumberOf = (key: string): string => key.slice(0, 4).toUpperCase();

/** What somebody typed, "order 1a2b" too, as {@link orderNumberOf} writes it. */
export const parseOrderNumber = (typed: string): string =>
  typed
    .trim()
    .replace(/^order\s+/i, '')
    .toUpperCase();
