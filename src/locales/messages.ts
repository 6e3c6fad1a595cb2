import type {en} from './en.js';

/** Every text that the element can show. English is the type of all others. */
export type Messages = typeof en;

/** Any of the texts, in a merchant's own words. */
export type MessageOverrides = Some<Messages>;

type Some<Texts> = {
  readonly [Key in keyof Texts]?: Texts[Key] extends object
    ? Texts[Key] extends (...values: never[]) => string
      ? Texts[Key]
      : Some<Texts[Key]>
    : Texts[Key];
};
