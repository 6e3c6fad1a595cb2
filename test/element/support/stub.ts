const undo: (() => void)[] = [];

afterEach(() => {
  for (const restore of undo.splice(0).reverse()) restore();
});

/** Stands in for a property until the end of the test. */
export function stub<T extends object>(target: T, key: keyof T, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, {value, configurable: true, writable: true});
  undo.push(() => {
    if (before) Object.defineProperty(target, key, before);
    else Reflect.deleteProperty(target, key);
  });
}

/** Makes chance certain: with 0, waits are as short as they can be. */
export const noChance = (): void => stub(Math, 'random', () => 0);

/** A clipboard that takes everything; what was written last is in the array. */
export function clipboard(): string[] {
  const written: string[] = [];
  stub(navigator, 'clipboard', {writeText: async (text: string) => void written.push(text)});
  return written;
}

/** A clipboard that the page may not use. */
export const noClipboard = (): void =>
  stub(navigator, 'clipboard', {
    writeText: () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError')),
  });
