import {give, type Answer} from './answer.js';
import {Connection} from './connection.js';
import type {Driver} from './driver.js';
import type {FakeClock} from './fake-clock.js';
import type {Json, Life} from './life.js';
import {pick} from './seeded.js';

/** ms after which a card gives a silent stream up. */
const SILENCE = 35_000;

export interface ShopOptions {
  readonly clock: FakeClock;
  readonly random: () => number;
  readonly lives: ReadonlyMap<string, Life>;
  /** Whether it has a stream, too. */
  readonly pushes: boolean;
  /** Whether it answers 304. */
  readonly hasTags: boolean;
  report(problem: string): void;
}

export const eventText = (invoice: Json): string =>
  `id: 7\nevent: invoice\ndata: ${JSON.stringify(invoice)}\n\n`;

/** The shop's end of the wire of one card, with the faults between the two. */
export class Shop {
  readonly #options: ShopOptions;
  readonly clock: FakeClock;
  readonly random: () => number;
  readonly #start: number;
  readonly #reads = new Set<AbortSignal>();
  readonly #cutters = new Set<() => void>();
  connections: Connection[] = [];
  /** The faults that are at work now, and when they end. */
  faults: readonly Driver[] = [];
  until = 0;
  /** The card was told not to ask before, or cannot know before that its stream is dead. */
  patientUntil = 0;
  /** Nothing is to be asked any more. */
  isClosed = false;
  /** The path whose invoice the card knows. */
  knownPath: string | undefined;
  isKnownFinal = false;
  /** The path that the card reads now. */
  path = '';

  constructor(options: ShopOptions) {
    this.#options = options;
    this.clock = options.clock;
    this.random = options.random;
    this.#start = this.clock.now + this.clock.slept;
  }

  /** ms since the shop opened. */
  get age(): number {
    return this.clock.now + this.clock.slept - this.#start;
  }

  get #isKnown(): boolean {
    return this.knownPath === this.path;
  }

  /** The invoice as it is, or as it was at `age`. */
  tell(age = this.age, path = this.path): Json {
    const {lives, pushes} = this.#options;
    const invoice = lives.get(path)!.tell(age, this.clock.world);
    return pushes ? {...invoice, eventsUrl: `${path}/events`} : invoice;
  }

  readonly fetch = (input: unknown, {signal, headers}: RequestInit = {}): Promise<Response> => {
    const {pathname} = new URL(String(input));
    if (this.isClosed) this.#options.report(`asks for ${pathname} after its end`);
    return pathname.endsWith('/events')
      ? this.#open(signal!)
      : this.#read(pathname, signal!, new Headers(headers));
  };

  async #read(path: string, signal: AbortSignal, headers: Headers): Promise<Response> {
    if ([...this.#reads].some((other) => !other.aborted)) this.#options.report('two reads at once');
    this.#reads.add(signal);
    this.path = path;
    try {
      return await this.#give(this.#strike('answer', this.#answer(path, headers)), signal);
    } finally {
      this.#reads.delete(signal);
    }
  }

  #answer(path: string, asked: Headers): Answer {
    const invoice = this.tell(this.age, path);
    const tag = `"${String(invoice['state'])}"`;
    const isSame = asked.get('If-None-Match') === tag;
    return {
      status: isSame ? 304 : 200,
      headers: {
        'Content-Type': 'application/json',
        Date: new Date(this.clock.world).toUTCString(),
        ...(this.#options.hasTags && {ETag: tag}),
      },
      text: isSame ? '' : JSON.stringify(invoice),
      delay: 30 + 50 * this.random(),
    };
  }

  async #open(signal: AbortSignal): Promise<Response> {
    if (this.connections.some(({isOpen}) => isOpen)) this.#options.report('two streams at once');
    const healthy = {status: 200, headers: {'Content-Type': 'text/event-stream'}, text: '', delay: 50};
    const answer = this.#strike('open', healthy);
    if (answer !== healthy && answer.status !== 200) return this.#give(answer, signal);
    const given = await this.#give(answer, signal);
    if (answer.text || answer.body) return given;
    const connection = new Connection(this.clock, signal, answer.headers);
    this.connections = [...this.connections.filter(({isOpen}) => isOpen), connection];
    // The page has its headers first, and meanwhile all may be well again.
    setTimeout(() => {
      const opening = this.faults.filter(({opened}) => opened);
      if (opening.length) pick(opening, this.random).opened!(connection, this);
      else this.greet(connection);
    });
    return connection.response;
  }

  greet(connection: Connection): void {
    connection.write('retry: 3000\n\n');
    this.#say(eventText(this.tell()), connection);
  }

  /** The invoice has become another: everybody who listens is told. */
  push(): void {
    for (const connection of this.connections)
      if (connection.isOpen) this.#say(eventText(this.tell()), connection);
  }

  /** Asked to, the card asks nothing for so long. */
  quietFor(ms: number): void {
    this.patientUntil = Math.max(this.patientUntil, this.clock.now + ms);
  }

  /** Healthy again; what died stays dead until it is noticed. */
  heal(): void {
    this.faults = [];
    for (const {isOpen, isDead, heardAt} of this.connections)
      if (isOpen && isDead) this.patientUntil = Math.max(this.patientUntil, heardAt + SILENCE);
  }

  /** Whatever was under way breaks. */
  cut(): void {
    for (const cut of this.#cutters) cut();
    for (const connection of this.connections) connection.fail();
  }

  #say(text: string, connection: Connection): void {
    const speaking = this.faults.filter((it) => it.say && (this.#isKnown || !it.needsAnswer));
    if (speaking.length) pick(speaking, this.random).say!(text, connection, this);
    else connection.write(text);
  }

  /** One, some or all of the faults come over it. */
  #strike(what: 'answer' | 'open', answer: Answer): Answer {
    const able = this.faults.filter((it) => it[what] && (this.#isKnown || !it.needsAnswer));
    const sure = able.length && pick(able, this.random);
    return able
      .filter((it) => it === sure || this.random() < 0.5)
      .reduce((struck, it) => it[what]!(struck, this), answer);
  }

  #give(answer: Answer, signal: AbortSignal): Promise<Response> {
    return new Promise((resolve, reject) => {
      const cut = () => reject(new TypeError('network error'));
      this.#cutters.add(cut);
      void give(answer, signal, this.clock)
        .finally(() => this.#cutters.delete(cut))
        .then(resolve, reject);
    });
  }
}
