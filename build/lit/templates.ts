// Templates as the card writes them: values between tags and in attributes, and listeners. No directives, no nodes as
// values, nothing bound in comments, in raw text or on elements.

interface Template {
  readonly strings: TemplateStringsArray;
  readonly values: readonly unknown[];
}

export const nothing = Symbol();
export const noChange = Symbol();

export const html = (strings: TemplateStringsArray, ...values: unknown[]): Template => ({strings, values});

/** Takes what stands in the holes of one attribute, or in one between tags. */
interface Part {
  readonly holes: number;
  set(values: readonly unknown[]): void;
}

/** Stands in the markup where a value of an attribute will be. */
const HOLE = '\u0001';
/** Becomes a comment of that text, where content will be. */
const PLACE = '<?>';

interface TrustedTypes {
  createPolicy(name: string, rules: {createHTML(text: string): string}): {createHTML(text: string): string};
}
const trust = {createHTML: (text: string) => text};
const policy =
  (globalThis as {trustedTypes?: TrustedTypes}).trustedTypes?.createPolicy('lit-html', trust) ?? trust;

interface Prepared {
  readonly content: DocumentFragment;
  /** Of the attributes with holes. */
  readonly names: readonly string[];
}

const prepared = new WeakMap<TemplateStringsArray, Prepared>();

function prepare(strings: TemplateStringsArray): Prepared {
  const names: string[] = [];
  let [markup, isInTag, isInValue] = ['', false, false];
  for (const text of strings.slice(0, -1)) {
    isInTag = text.lastIndexOf('<') > text.lastIndexOf('>') || (isInTag && !text.includes('>'));
    isInValue &&= !text.includes('"');
    if (isInTag && !isInValue) {
      const end = text.lastIndexOf('=');
      const start = Math.max(text.lastIndexOf(' ', end), text.lastIndexOf('\n', end)) + 1;
      // Under a name that means nothing: half a value is nothing that an engine should look at.
      markup += `${text.slice(0, start)}$${names.push(text.slice(start, end)) - 1}${text.slice(end)}`;
      isInValue = text[end + 1] === '"';
    } else markup += text;
    markup += isInTag ? HOLE : PLACE;
  }
  const template = document.createElement('template');
  // A place at the end has a node behind it, too.
  template.innerHTML = policy.createHTML(`${markup}${strings.at(-1)}<!>`);
  return {content: template.content, names};
}

/** A copy of the template's nodes, and the parts in the order of its holes. */
function instantiate(strings: TemplateStringsArray): {readonly nodes: Node; readonly parts: Part[]} {
  let template = prepared.get(strings);
  if (!template) prepared.set(strings, (template = prepare(strings)));
  const nodes = document.importNode(template.content, true);
  const walker = document.createTreeWalker(nodes, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
  const parts: Part[] = [];
  let seen = 0;
  for (let node; (node = walker.nextNode());)
    if (node instanceof Element)
      // Asked for by name: a list of all attributes of all elements would cost more than the rest.
      for (let mark; node.hasAttribute((mark = `$${seen}`)); node.removeAttribute(mark)) {
        const texts = node.getAttribute(mark)?.split(HOLE) ?? [];
        parts.push(attributePart(node, template.names[seen++] ?? '', texts));
      }
    else if (node.nodeValue) parts.push(new ChildPart(node as ChildNode, node.nextSibling));
  return {nodes, parts};
}

function fill(parts: readonly Part[], values: readonly unknown[]): void {
  let at = 0;
  for (const part of parts) part.set(values.slice(at, (at += part.holes)));
}

function attributePart(element: Element, name: string, texts: readonly string[]): Part {
  let listener: EventListener | undefined;
  let before: string | undefined;
  return {
    holes: texts.length - 1,
    set(values) {
      if (name.startsWith('@')) {
        if (!listener) element.addEventListener(name.slice(1), (event) => listener?.(event));
        listener = values[0] as EventListener;
      } else if (values.includes(nothing)) {
        element.removeAttribute(name);
        before = undefined;
      } else {
        const text = texts.reduce(
          (start, end, i) => start + ((values[i - 1] as string | undefined) ?? '') + end,
        );
        if (text !== before) element.setAttribute(name, (before = text));
      }
    },
  };
}

/** What stands between two nodes: a text, the nodes of a template, or a list of either. */
export class ChildPart implements Part {
  readonly holes = 1;
  readonly #start: ChildNode;
  readonly #end: Node | null;
  #strings: TemplateStringsArray | undefined;
  #parts: readonly Part[] = [];
  #items: ChildPart[] | undefined;
  #text: Text | undefined;

  constructor(start: ChildNode, end: Node | null) {
    this.#start = start;
    this.#end = end;
  }

  set([value]: readonly unknown[]): void {
    if (value === noChange) return;
    if (Array.isArray(value)) {
      if (!this.#items) this.#replace();
      const items = (this.#items ??= []);
      for (const [i, item] of value.entries()) (items[i] ??= this.#place()).set([item]);
      for (const item of items.splice(value.length)) item.#remove();
    } else if (typeof value === 'object' && value) {
      const {strings, values} = value as Template;
      if (strings === this.#strings) return fill(this.#parts, values);
      const {nodes, parts} = instantiate(strings);
      fill(parts, values);
      this.#replace(nodes);
      this.#strings = strings;
      this.#parts = parts;
    } else if (value === nothing || value === undefined || value === null || value === '') this.#replace();
    else {
      if (!this.#text) {
        const text = new Text();
        this.#replace(text);
        this.#text = text;
      }
      const data = `${value as string}`;
      if (this.#text.data !== data) this.#text.data = data;
    }
  }

  #replace(nodes?: Node): void {
    while (this.#start.nextSibling !== this.#end) this.#start.nextSibling?.remove();
    this.#strings = this.#items = this.#text = undefined;
    if (nodes) this.#insert(nodes);
  }

  #insert<T extends Node>(nodes: T): T {
    this.#start.parentNode?.insertBefore(nodes, this.#end);
    return nodes;
  }

  #place(): ChildPart {
    return new ChildPart(this.#insert(new Comment()), this.#insert(new Comment()));
  }

  #remove(): void {
    this.#replace();
    this.#start.remove();
    (this.#end as ChildNode).remove();
  }
}
