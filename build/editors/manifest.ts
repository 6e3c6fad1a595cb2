/** What is read of custom-elements.json, as the schema of custom elements manifests has it. */
export interface Named {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: {readonly text: string};
}

export interface Member extends Named {
  readonly kind: 'field' | 'method';
  readonly attribute?: string;
  readonly readonly?: boolean;
}

export interface ElementDeclaration {
  readonly tagName: string;
  readonly description?: string;
  readonly attributes: readonly Named[];
  readonly members: readonly Member[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly cssStates: readonly Named[];
}

export interface Manifest {
  readonly modules: readonly {readonly declarations: readonly Partial<ElementDeclaration>[]}[];
}

/** The elements that a manifest declares. */
export const elementsOf = ({modules}: Manifest): ElementDeclaration[] =>
  modules.flatMap(({declarations}) => declarations).filter((it): it is ElementDeclaration => !!it.tagName);

/** `'auto' | 'none'` as its words; none where the type is not a choice of them. */
export function wordsOf(type = ''): string[] {
  const words = type.split('|').map((word) => /^'(.*)'$/.exec(word.trim())?.[1]);
  return words.every((word) => word !== undefined) ? words : [];
}
