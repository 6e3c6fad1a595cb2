import {readFileSync} from 'node:fs';

const FILE = 'docs/going-live.md';
const [, policy] = /^Content-Security-Policy: (.+)$/m.exec(readFileSync(FILE, 'utf8')) ?? [];
if (!policy) throw new Error(`${FILE} names no Content-Security-Policy`);

/** The policy that the docs promise to run under. */
export const POLICY = policy;

/** The same for a page that has its script from another origin. */
export const policyWithScriptsOf = (origin: string): string =>
  POLICY.replace("script-src 'self'", `script-src 'self' ${origin}`);
