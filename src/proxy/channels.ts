/** Who listens to what in this process. */
export class Channels {
  readonly #listeners = new Map<string, Set<(text: string) => void>>();

  has(channel: string): boolean {
    return this.#listeners.has(channel);
  }

  names(): string[] {
    return [...this.#listeners.keys()];
  }

  add(channel: string, listener: (text: string) => void): void {
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners.add(listener));
  }

  delete(channel: string, listener: (text: string) => void): void {
    const listeners = this.#listeners.get(channel);
    listeners?.delete(listener);
    if (listeners?.size === 0) this.#listeners.delete(channel);
  }

  emit(channel: string, text: string): void {
    for (const listener of [...(this.#listeners.get(channel) ?? [])]) listener(text);
  }
}
