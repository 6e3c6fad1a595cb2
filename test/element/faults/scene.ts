import {Card} from './card.js';
import type {Driver} from './driver.js';
import {driversOf} from './drivers/index.js';
import type {FakeClock} from './fake-clock.js';
import {Life, OTHER} from './life.js';
import {Shop} from './shop.js';

/** ms in which a card shows what is true once nothing is wrong any more: 15 s and one round trip, to the clock's steps. */
const BOUND = 15_000 + 80 + 200;
/** ms by which a timer may be wrong. */
const TOLERANCE = 3000;

export interface SceneOptions {
  readonly ids: readonly string[];
  readonly clock: FakeClock;
  readonly random: () => number;
  /** Where its cards stand. */
  readonly stage: HTMLElement;
  /** ms from the start: when the faults begin, and when they end. */
  readonly from: number;
  readonly until: number;
  /** Whether the shop has a stream; absent: chance says. */
  readonly pushes?: boolean | undefined;
}

const PATHS = {own: '/invoices/own', other: '/invoices/other'};

/** An invoice with its payer's card, which one or more faults come over and leave again. */
export class Scene {
  readonly ids: readonly string[];
  readonly clock: FakeClock;
  readonly stage: HTMLElement;
  readonly from: number;
  readonly until: number;
  readonly life: Life;
  readonly cards: Card[] = [];
  readonly problems: string[] = [];
  readonly #start: number;
  readonly #random: () => number;
  readonly #drivers: readonly Driver[];
  readonly #lives: ReadonlyMap<string, Life>;
  readonly #pushes: boolean;
  #properties: object = {};
  /** Whether its shop answers 304. */
  hasTags: boolean;
  isOver = false;

  constructor({ids, clock, random, stage, from, until, pushes}: SceneOptions) {
    this.ids = ids;
    this.clock = clock;
    this.stage = stage;
    this.from = clock.now + from;
    this.until = clock.now + until;
    this.#start = clock.now;
    this.#random = random;
    this.#drivers = driversOf(ids);
    this.life = new Life(clock.world, until - 1000 - random() * (until - from) * 0.5, random);
    this.#lives = new Map([
      [PATHS.own, this.life],
      [PATHS.other, new Life(clock.world, Infinity, random, OTHER)],
    ]);
    this.#pushes = this.#drivers.some(({needsStream}) => needsStream) || (pushes ?? random() < 0.5);
    this.hasTags = random() < 0.5;
    for (const driver of this.#drivers) driver.prepare?.(this);
    this.add();
    for (const at of this.life.changes) clock.after(at + 1, () => this.shops.forEach((shop) => shop.push()));
    if (from) clock.after(from, () => this.#begin());
    else this.#begin(); // before the first read
    clock.after(until, () => this.#heal());
    // Another fault may take the server's time from the card.
    if (ids.length === 1 && this.#drivers[0]?.isTimed) this.#watchTimer();
  }

  get shops(): readonly Shop[] {
    return this.cards.map(({shop}) => shop);
  }

  /** Properties that its cards have. */
  give(properties: object): void {
    this.#properties = {...this.#properties, ...properties};
  }

  /** One more card of the same invoice. */
  add(): void {
    const report = (problem: string) => {
      if (!this.problems.includes(problem)) this.problems.push(problem);
    };
    const [lives, random] = [this.#lives, this.#random];
    const options = {clock: this.clock, random, lives, pushes: this.#pushes, hasTags: this.hasTags, report};
    const card = new Card({
      shop: new Shop(options),
      path: PATHS.own,
      lives,
      amounts: this.#drivers.flatMap(({amounts = []}) => amounts),
      views: this.#drivers.flatMap(({views = []}) => views),
      properties: this.#properties,
      report,
    });
    this.cards.push(card);
    this.stage.append(card.el);
  }

  go(where: keyof typeof PATHS): void {
    for (const {el} of this.cards) el.src = PATHS[where];
  }

  /** The payer asks for news. */
  refresh(): void {
    for (const card of this.cards) card.refresh();
  }

  /** `ms` before each change of the invoice that is still to come. */
  beforeChanges(ms: number, act: () => void): void {
    for (const at of this.life.changes) {
      const wait = this.#start + at - ms - this.clock.now;
      if (wait > 0) this.clock.after(wait, act);
    }
  }

  #begin(): void {
    for (const shop of this.shops) Object.assign(shop, {faults: this.#drivers, until: this.until});
    for (const driver of this.#drivers) driver.begin?.(this);
  }

  #heal(): void {
    for (const driver of this.#drivers) driver.end?.(this);
    for (const shop of this.shops) shop.heal();
    this.#wait();
  }

  #watchTimer(): void {
    const {clock, cards, life, problems} = this;
    if (this.isOver) return;
    const left = life.expiration - clock.world;
    for (const {timeLeft} of cards)
      if (timeLeft !== undefined && Math.abs(timeLeft - left) > TOLERANCE && problems.length < 5)
        problems.push(`shows ${timeLeft} ms to pay where ${left} are left`);
    clock.after(1000, () => this.#watchTimer());
  }

  /** Until all cards show what is true, and a moment longer. */
  #wait(): void {
    const {clock, cards} = this;
    const late = Math.max(this.until, ...this.shops.map(({patientUntil}) => patientUntil)) + BOUND;
    if (cards.every(({isFinal}) => isFinal)) clock.after(500, () => this.#end());
    else if (clock.now > late) {
      const seen = cards.map(({el}) => el.view.kind).join();
      this.problems.push(`shows ${seen} ${clock.now - this.until} ms after the end, not ${this.life.last}`);
      this.#end();
    } else clock.after(100, () => this.#wait());
  }

  #end(): void {
    for (const card of this.cards) {
      if (!card.isFinal) this.problems.push(`does not stay ${this.life.last}`);
      card.el.remove();
      card.shop.isClosed = true;
    }
    for (const driver of this.#drivers) {
      const problem = driver.check?.(this);
      if (problem) this.problems.push(problem);
    }
    this.isOver = true;
  }
}
