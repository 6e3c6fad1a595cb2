import {isObject} from '../core/is-object.js';
import {kindOf} from './kind-of.js';

/** Where an answer holds its list. */
export interface ListField {
  readonly name: string;
  /** Whether an answer without it says that there are none: otherwise no list is no empty list. */
  readonly mayBeMissing?: boolean;
}

/** What keeps the list of an answer from being read: the field and what came; undefined where nothing does. */
export function listProblem(
  answer: Readonly<Record<string, unknown>>,
  {name, mayBeMissing = false}: ListField,
): string | undefined {
  const list = answer[name];
  if (mayBeMissing && (list === undefined || list === null)) return undefined;
  if (!Array.isArray(list)) return `${name}: expected a list, got ${kindOf(list)}`;
  const at = list.findIndex((item) => !isObject(item));
  return at < 0 ? undefined : `${name}[${at}]: expected an object, got ${kindOf(list[at])}`;
}
