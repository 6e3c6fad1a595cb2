export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** @param ms a little more or less is waited, so that those who wait together do not come together */
export const pause = (ms: number): Promise<void> => sleep(ms * (0.75 + Math.random() / 2));
