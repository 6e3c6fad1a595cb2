/**
 * For `node --test-reporter`: writes `{passed, failed}` as JSON. Suites, skipped tests and files without tests, which
 * Node reports as tests of their own, are not counted.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* countReporter(events) {
  const counts = {passed: 0, failed: 0};
  for await (const {type, data} of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite' || data.skip !== undefined || data.todo !== undefined) continue;
    if (type === 'test:fail') counts.failed += 1;
    else if (data.name !== data.file) counts.passed += 1;
  }
  yield JSON.stringify(counts);
}
