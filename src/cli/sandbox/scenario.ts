import {readFileSync} from 'node:fs';
import * as v from 'valibot';
import {parseJson} from '../../core/json.js';
import {UsageError} from '../usage-error.js';
import {BUILT_IN} from './built-in-scenarios.js';
import {Step} from './step.js';

/** What happens, one after the other. */
export type Scenario = readonly Step[];

/** @param name of one that is built in, or of a JSON file @throws UsageError naming the step and its field */
export function readScenario(name: string): Scenario {
  if (BUILT_IN.has(name)) return parseScenario(BUILT_IN.get(name), name);
  return parseScenario(readJson(name), name);
}

/** @param source names it in messages */
export function parseScenario(value: unknown, source: string): Scenario {
  const result = v.safeParse(v.array(Step, 'Must be a list of steps'), value, {abortPipeEarly: true});
  if (result.success) return result.output;
  const [issue] = result.issues;
  const [step, ...fields] = issue.path?.map(({key}) => String(key)) ?? [];
  const place = step === undefined ? '' : ` step ${Number(step) + 1}:`;
  throw new UsageError(
    `--scenario ${source}:${place} ${fields.length ? `${fields.join('.')}: ` : ''}${issue.message}`,
  );
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const known = [...BUILT_IN.keys()].join(', ');
    throw new UsageError(
      `--scenario: there is no ${JSON.stringify(path)} (${(error as NodeJS.ErrnoException).code}): ` +
        `expected a JSON file or one of ${known}`,
    );
  }
  try {
    return parseJson(text);
  } catch (error) {
    throw new UsageError(`--scenario ${path}: ${(error as Error).message}`);
  }
}
