/**
 * The smallest value that this share of all values does not exceed.
 * @param share from 0 to 1
 * @throws RangeError where there are no values
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('values: expected at least one');
  return value;
}

/** @throws RangeError where there are no values */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('values: expected at least one');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How many of `times` fall into each bin of `width` from `start` to `end`. */
export function histogram(
  times: readonly number[],
  {start, end, width}: {readonly start: number; readonly end: number; readonly width: number},
): number[] {
  const bins = new Array<number>(Math.ceil((end - start) / width)).fill(0);
  for (const time of times) {
    const bin = Math.floor((time - start) / width);
    if (time >= start && time < end) bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}
