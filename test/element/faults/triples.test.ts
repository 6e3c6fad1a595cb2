import {test} from './triples.js';
import {warmUp} from './warm-up.js';

describe('three faults at a time', function () {
  this.timeout(110_000);
  // Firefox takes a stream's end to its reader in as many turns as it likes: what is wrong is wrong each time.
  this.retries(2);
  before(warmUp);
  test('');
});
