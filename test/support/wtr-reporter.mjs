import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';

/**
 * For web-test-runner: writes `{passed, failed}` as JSON. A file that fails without a failed test (it does not
 * load, a hook or something after the last test throws) counts as one.
 * @param {string} file
 * @returns {import('@web/test-runner').Reporter}
 */
export const countReporter = (file) => ({
  onTestRunFinished({sessions}) {
    const counts = {passed: 0, failed: 0};
    for (const {passed, testResults} of sessions) {
      const tests = testsOf(testResults).filter(({skipped}) => !skipped);
      const failed = tests.filter((test) => !test.passed).length;
      counts.passed += tests.length - failed;
      counts.failed += failed || (passed ? 0 : 1);
    }
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, JSON.stringify(counts));
  },
});

/**
 * @param {import('@web/test-runner').TestSuiteResult | undefined} suite
 * @returns {import('@web/test-runner').TestResult[]}
 */
const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);
