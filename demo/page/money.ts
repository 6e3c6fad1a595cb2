const dollars = new Intl.NumberFormat('en-US', {style: 'currency', currency: 'USD'});

/** @param cents US cents */
export const formatDollars = (cents: number): string => dollars.format(cents / 100);
