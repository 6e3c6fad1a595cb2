import {parseArgs, type ParseArgsConfig} from 'node:util';
import {UsageError} from './usage-error.js';

/** As `parseArgs`, with one clear line for what is not taken. @throws UsageError */
export function readArguments<const T extends ParseArgsConfig>(
  config: T,
): ReturnType<typeof parseArgs<T & {strict: true}>> {
  try {
    return parseArgs<T & {strict: true}>({...config, args: withNumbers(config), strict: true});
  } catch (error) {
    const {message} = error as Error;
    const [, name] = /^Option '(--[\w-]+)' argument is ambiguous/.exec(message) ?? [];
    if (name) throw new UsageError(`${name}: expected a value: one that begins with - is written ${name}=…`);
    // The sentences after the first one are about how to write file names.
    const [words = ''] = message.split(/[.\n]\s*(?=[A-Z])/);
    throw new UsageError(words);
  }
}

/** `--port -1` as `--port=-1`: no option is a number, so it is a value, and whoever reads it says what is wrong. */
function withNumbers({args = [], options = {}}: ParseArgsConfig): string[] {
  const words: string[] = [];
  for (const word of args) {
    const last = words.at(-1) ?? '';
    if (/^-[\d.]/.test(word) && last.startsWith('--') && options[last.slice(2)]?.type === 'string')
      words[words.length - 1] = `${last}=${word}`;
    else words.push(word);
  }
  return words;
}

/** @param name as it was given: an option or a variable @throws UsageError */
export function readPort(name: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UsageError(`${name}: expected a number from 0 to 65535, got ${JSON.stringify(text)}`);
  return port;
}
