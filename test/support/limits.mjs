/**
 * @typedef {import('./browser.mjs').Browser} Browser
 * @typedef {'emulate-media'} Capability what a test needs of its browser's driver
 * @typedef {Pick<Browser, 'engine' | 'driver'> & {capability: Capability, why: string}} Limit
 */

/**
 * What a driver cannot do with its engine: tests that need it do not run there, and the result says how many and why.
 * @type {Limit[]}
 */
const LIMITS = [
  {
    engine: 'firefox',
    driver: 'bidi',
    capability: 'emulate-media',
    why: "WebDriver BiDi, which drives a Firefox that is not Playwright's own, has no command for it",
  },
  {
    engine: 'webkit',
    driver: 'webdriver',
    capability: 'emulate-media',
    why: 'WebDriver, which drives WebKitGTK, has no command for it',
  },
];

/** @param {Pick<Browser, 'engine' | 'driver'>} browser */
export const limitsOf = ({engine, driver}) =>
  LIMITS.filter((limit) => limit.engine === engine && limit.driver === driver);
