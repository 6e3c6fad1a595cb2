import {en} from '../locales/en.js';
import {loaders} from './loaders.js';
import type {MessageOverrides, Messages} from '../locales/messages.js';

/** The texts, and the BCP 47 tag of the language that they and all numbers are in. */
export interface Texts {
  readonly messages: Messages;
  readonly language: string;
}

/** ms until a table that could not be loaded may be asked for again. */
const RETRY = 5000;

/** By language and script: what there is to show. English is always there. */
const tables = new Map<string, Messages>([['en-Latn', en]]);
const overrides = new Map<string, readonly MessageOverrides[]>();
const loading = new Map<string, Promise<void>>();

/** Language and script, by likelihood: "zh-TW" is written as "zh-Hant", and "pt" as "pt-BR". */
function keyOf(tag: string): string {
  if (/^en(-[A-Za-z]{2})?$/.test(tag)) return 'en-Latn'; // the first question to Intl costs a phone a tenth of a second
  try {
    const {language, script} = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return ''; // no language tag
  }
}

/**
 * The texts for a language as far as they are loaded, and the language that they are in.
 * @param tag BCP 47
 */
export function messagesFor(tag: string): Texts {
  const messages = tables.get(keyOf(tag));
  return messages ? {messages, language: tag} : {messages: tables.get('en-Latn') ?? en, language: 'en'};
}

/**
 * Loads the texts for a language; undefined where nothing is to be loaded. Never rejects: English stays.
 * @param tag BCP 47
 */
export function loadMessages(tag: string): Promise<void> | undefined {
  const key = keyOf(tag);
  if (tables.has(key)) return undefined;
  const load = Object.entries(loaders).find(([shipped]) => keyOf(shipped) === key)?.[1];
  if (load && !loading.has(key))
    loading.set(
      key,
      load().then(
        ({messages}) => void tables.set(key, (overrides.get(key) ?? []).reduce<Messages>(merge, messages)),
        () => void setTimeout(() => loading.delete(key), RETRY),
      ),
    );
  return loading.get(key);
}

/**
 * Says some texts in other words, or adds a language; English stands in for what it leaves out. Counts from the
 * next update of a card on.
 * @param locale BCP 47; all regions of one language and script share their texts
 * @throws TypeError naming the text or the locale that is none
 */
export function registerMessages(locale: string, texts: MessageOverrides): void {
  const key = keyOf(locale);
  if (!key) throw new TypeError(`registerMessages: expected a language tag, got "${locale}"`);
  merge(en, texts); // tells of a wrong text at once, not when the language is loaded
  overrides.set(key, [...(overrides.get(key) ?? []), texts]);
  const shipped = Object.keys(loaders).some((tag) => keyOf(tag) === key);
  if (tables.has(key) || !shipped) tables.set(key, merge(tables.get(key) ?? en, texts));
}

function merge<Texts extends object>(base: Texts, texts: object): Texts {
  const merged = {...base} as Record<string, unknown>;
  for (const [name, text] of Object.entries(texts)) {
    const before = merged[name];
    if (typeof text !== typeof before || text === null)
      throw new TypeError(`registerMessages: expected ${typeof before} as "${name}", got ${typeof text}`);
    merged[name] = typeof before === 'object' ? merge(before as object, text as object) : text;
  }
  return merged as Texts;
}
