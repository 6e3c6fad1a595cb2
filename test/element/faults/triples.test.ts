import {test} from './triples.js';
import {warmUp} from './warm-up.js';

describe('three faults at a time', function () {
  this.timeout(110_000);
  before(warmUp);
  test('');
});
