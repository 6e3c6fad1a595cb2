import {en} from './en.js';

/** Every text that the element can show. English is the type of all others. */
export type Messages = typeof en;

/** English is always there. */
export const fallback: Messages = en;
