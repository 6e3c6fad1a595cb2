import {SPACING} from './pace.js';
import type {Snapshot} from './snapshot.js';

/** ms that an invoice in its last state is not read again. */
const FINAL_LIFETIME = 30_000;
/** ms that an answer is kept, if only so that no older one takes its place. */
const RETENTION = 60_000;
const FINAL_RETENTION = 3_600_000;

type Finality = Pick<Snapshot, 'final'>;

export const lifetimeOf = ({final}: Finality): number => (final ? FINAL_LIFETIME : SPACING);

export const retentionOf = ({final}: Finality): number => (final ? FINAL_RETENTION : RETENTION);

/** A tenth earlier by chance, so that instances that learned of an answer together do not ask together. */
export const early = (lifetime: number): number =>
  lifetime > SPACING ? lifetime * (1 - Math.random() / 10) : lifetime;

/** Age counts from the start: that is how old the news may be. A clock that was set back makes nothing fresh. */
export const isFresh = ({startedAt}: Pick<Snapshot, 'startedAt'>, lifetime: number, now: number): boolean =>
  now >= startedAt && now - startedAt < lifetime;

export const isKept = (snapshot: Snapshot, now: number): boolean =>
  now >= snapshot.endedAt && now - snapshot.endedAt < retentionOf(snapshot);
