#!/usr/bin/env node
import {main} from './main.js';
import {untilSignal} from './signals.js';

// Whoever read our lines may be gone: that is no reason to keep payers waiting.
process.stdout.on('error', () => undefined);

const code = await main(process.argv.slice(2), {
  env: process.env,
  print: (line) => void process.stdout.write(`${line}\n`),
  warn: (line) => void process.stderr.write(`${line}\n`),
  untilSignal,
});
// Ends once what was written has gone, and waits for no idle connection.
process.stdout.write('', () => process.exit(code));
