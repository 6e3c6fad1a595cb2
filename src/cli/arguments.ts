import {parseArgs, type ParseArgsConfig} from 'node:util';
import {UsageError} from './usage-error.js';

/** As `parseArgs`, with one clear line for what is not taken. @throws UsageError */
export function readArguments<const T extends ParseArgsConfig>(
  config: T,
): ReturnType<typeof parseArgs<T & {strict: true}>> {
  try {
    return parseArgs({...config, strict: true});
  } catch (error) {
    // The sentences after the first one are about how to write file names.
    const [words = ''] = (error as Error).message.split(/[.\n]\s*(?=[A-Z])/);
    throw new UsageError(words);
  }
}

/** @param name as it was given: an option or a variable @throws UsageError */
export function readPort(name: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UsageError(`${name}: expected a number from 0 to 65535, got ${JSON.stringify(text)}`);
  return port;
}
