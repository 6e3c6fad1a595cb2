import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';

/**
 * For web-test-runner: writes `{passed, failed, limited}` as JSON. A file that fails without a failed test (it does not
 * load, a hook or something after the last test throws) counts as one. A test that did not run counts under the limit
 * of the driver that it names; if it names none, it was skipped in silence, and has failed.
 * @param {string} file
 * @param {import('./limits.mjs').Limit[]} limits
 * @returns {import('@web/test-runner').Reporter}
 */
export const countReporter = (file, limits) => ({
  onTestRunFinished({sessions}) {
    const limited = limits.map(({capability, why}) => ({capability, why, tests: 0}));
    const counts = {passed: 0, failed: 0, limited};
    for (const {passed, testResults} of sessions) {
      let failed = 0;
      for (const test of testsOf(testResults)) {
        const limit = test.skipped && limited.find(({capability}) => test.name.endsWith(needs(capability)));
        if (limit) limit.tests += 1;
        else if (test.passed && !test.skipped) counts.passed += 1;
        else failed += 1;
      }
      counts.failed += failed || (passed ? 0 : 1);
    }
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, JSON.stringify(counts));
  },
});

/** How the name of a test ends that did not run. @param {import('./limits.mjs').Capability} capability */
const needs = (capability) => `(needs ${capability})`;

/**
 * @param {import('@web/test-runner').TestSuiteResult | undefined} suite
 * @returns {import('@web/test-runner').TestResult[]}
 */
const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);
