import type {Browser} from 'playwright';

/** As Chromium writes it: of one thread of one process, µs. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** By the thread's own clock, which stands while another has the core. */
  readonly tts?: number;
  readonly tdur?: number;
}

/** As few as will do: with `devtools.timeline` each request would have V8 parse the whole script anew, for a stack to show. */
const CATEGORIES = ['toplevel', 'v8', 'v8.execute', 'blink.user_timing'];
const TASK = 'ThreadControllerImpl::RunTask';
const SCRIPT = ['v8.compileModule', 'v8.evaluateModule', 'v8.callFunction', 'RunMicrotasks'];

/** @returns what ends the trace and has its events */
export async function startTrace(browser: Browser): Promise<() => Promise<readonly TraceEvent[]>> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({value}) => events.push(...(value as unknown as TraceEvent[])));
  const traceConfig = {includedCategories: CATEGORIES, excludedCategories: ['*']};
  await session.send('Tracing.start', {transferMode: 'ReportEvents', traceConfig});
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    return events;
  };
}

/** What the main thread of the page that marked "shown" had done by then, from its navigation on; ms. */
export function untilShown(events: readonly TraceEvent[]): {
  readonly mainThread: number;
  readonly script: number;
} {
  const mark = events.find(({name}) => name === 'shown');
  if (!mark) throw new Error('the trace has no mark "shown"');
  const own = events.filter(({pid, tid, ts}) => pid === mark.pid && tid === mark.tid && ts < mark.ts);
  const start = Math.max(...own.filter(({name}) => name === 'navigationStart').map(({ts}) => ts));
  const before = own.filter(({ts}) => ts >= start);
  const time = (names: readonly string[]) => covered(before.filter(({name}) => names.includes(name)));
  return {mainThread: time([TASK]), script: time(SCRIPT)};
}

/** ms that are in at least one of these. */
function covered(events: readonly TraceEvent[]): number {
  let [sum, end] = [0, -Infinity];
  for (const {tts = 0, tdur = 0} of events.toSorted((a, b) => a.ts - b.ts)) {
    sum += Math.max(0, tts + tdur - Math.max(tts, end));
    end = Math.max(end, tts + tdur);
  }
  return sum / 1000;
}
