import {transform} from 'lightningcss';
import {CONTRACT} from './contract.js';

/** What is wrong with a style sheet: syntax, and names that the card has not. */
export function styleFaults(css: string): string[] {
  const {warnings} = transform({filename: 'block.css', code: Buffer.from(css), errorRecovery: true});
  const unknown = (pattern: RegExp, known: ReadonlySet<string>) =>
    Array.from(css.matchAll(pattern), ([, name = '']) => name).filter((name) => !known.has(name));
  return [
    ...warnings.map(({message}) => message),
    ...unknown(/(--calypso-[\w-]+)/g, CONTRACT.properties),
    ...unknown(/::part\(([\w-]+)\)/g, CONTRACT.parts),
    ...unknown(/:state\(([\w-]+)\)/g, CONTRACT.states),
  ];
}
