/** The sandbox's time: the real clock, put forward by what was asked for. Never put back. */
export class SandboxClock {
  readonly #real: () => number;
  #offset = 0;

  /** @param real epoch ms */
  constructor(real: () => number) {
    this.#real = real;
  }

  /** Epoch ms. */
  now(): number {
    return this.#real() + this.#offset;
  }

  /** @param ms not negative */
  advance(ms: number): void {
    this.#offset += ms;
  }
}
