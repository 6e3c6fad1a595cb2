import {driversOf} from './drivers/index.js';
import {FakeClock} from './fake-clock.js';
import {Page} from './page.js';
import {Scene} from './scene.js';
import {seeded} from './seeded.js';

/** Half a minute before summer time begins in Europe. */
const START = Date.UTC(2026, 2, 29, 0, 59, 30);

export interface Run {
  /** The faults of each scene; what happens to a page must be the same in all of them. */
  readonly scenes: readonly (readonly string[])[];
  readonly seed: number;
  /** Whether the faults begin with the card, or after its first answer. */
  readonly early?: boolean;
  /** Whether the shop has a stream. */
  readonly pushes?: boolean;
}

/** Plays scenes, all on one page and one clock; returns what went wrong. */
export async function play({scenes: sets, seed, early, pushes}: Run): Promise<string[]> {
  const random = seeded(seed);
  const clock = new FakeClock(START);
  clock.countsSleep = random() < 0.5;
  const page = new Page(clock);
  const pageWide = driversOf(sets[0] ?? []).flatMap((driver) => driver.page ?? []);
  const problems: string[] = [];
  const stage = document.createElement('div');
  // Nobody looks at hundreds of cards: they need not be painted.
  stage.hidden = sets.length > 1;
  document.body.append(stage);
  const note = (event: ErrorEvent | PromiseRejectionEvent) =>
    problems.push(`nobody caught ${String('reason' in event ? event.reason : event.message)}`);
  const {random: chance} = Math;
  addEventListener('error', note);
  addEventListener('unhandledrejection', note);
  clock.install();
  Math.random = random;
  try {
    const common = {
      from: early ? 0 : 4000,
      until: 4000 + Math.max(20_000, ...pageWide.map(({span = 0}) => (sets.length > 1 ? 0 : span))),
    };
    const scenes: Scene[] = [];
    for (const ids of sets) {
      const from = (early ?? random() < 0.4) ? 0 : 2000 + random() * 4000;
      const span = pageWide.length ? common : {from, until: from + 12_000 + random() * 13_000};
      // Not all at once: their reads and timers are to be strewn.
      await clock.advance(random() * (pageWide.length ? 0 : 100));
      scenes.push(new Scene({ids, clock, random, stage, pushes, ...span}));
    }
    for (const it of pageWide) {
      clock.after(common.from, () => it.begin(page));
      clock.after(common.until, () => it.end(page));
    }
    await clock.advance(900_000, () => scenes.every(({isOver}) => isOver));
    await clock.advance(40_000);
    if (clock.planned) problems.push(`${clock.planned} timers are left`);
    for (const scene of scenes)
      for (const problem of scene.isOver ? scene.problems : ['never ends'])
        problems.push(`${scene.ids.join(' + ')}: ${problem}`);
  } finally {
    Math.random = chance;
    clock.uninstall();
    page.restore();
    stage.remove();
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
  }
  return problems.map((problem) => `${problem} (seed ${seed})`);
}
