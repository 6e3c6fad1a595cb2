export type FaultGroup =
  'network' | 'http' | 'payload' | 'ordering' | 'push' | 'browser' | 'clock' | 'instances';

/**
 * Where a fault is driven. `element`: scripted transport on a fake clock, against the built element. `network`: over
 * TCP, in a real browser. `proxy`: instances of the proxy and their store. `page`: a page of its own, by a test that
 * is there for it.
 */
export type FaultLayer = 'element' | 'network' | 'proxy' | 'page';

/** A test that drives a fault without naming its id. */
export interface NamedTest {
  readonly file: string;
  readonly title: string;
}

/** One fault of the catalogue: every layer in `where` has a driver that names its id, or `test` names the test. */
export interface Fault {
  readonly id: string;
  readonly group: FaultGroup;
  readonly name: string;
  readonly where: readonly FaultLayer[];
  /** For `page`. */
  readonly test?: NamedTest;
}
