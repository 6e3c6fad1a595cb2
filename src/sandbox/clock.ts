import type {Storage} from './storage.js';
import {Table} from './table.js';

/** The sandbox's time: the real clock, put forward by what was asked for. Never put back. */
export class SandboxClock {
  readonly #real: () => number;
  #offset = 0;
  #kept: Table<number> | undefined;

  /** @param real epoch ms */
  constructor(real: () => number) {
    this.#real = real;
  }

  /** Goes on from where an earlier run was put forward to. */
  restore(storage: Storage): void {
    this.#kept = new Table(storage, 'clock');
    this.#offset = this.#kept.get('offset') ?? 0;
  }

  /** Epoch ms. */
  now(): number {
    return this.#real() + this.#offset;
  }

  /** @param time epoch ms; what has passed already changes nothing */
  advanceTo(time: number): void {
    const ahead = time - this.now();
    if (ahead <= 0) return;
    this.#offset += ahead;
    this.#kept?.put('offset', this.#offset);
  }
}
