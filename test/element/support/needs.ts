import type {Capability} from '../../support/limits.mjs';

declare global {
  /** What the driver of this browser cannot do; the page of the test runner says it. */
  var driverLimits: readonly Capability[];
}

export const can = (capability: Capability): boolean => !driverLimits.includes(capability);

/** A test for drivers that can do this; with others it does not run, and the result says so and why. */
export function itNeeds(capability: Capability, title: string, test: () => Promise<void>): void {
  if (can(capability)) it(title, test);
  else it.skip(`${title} (needs ${capability})`, test);
}
