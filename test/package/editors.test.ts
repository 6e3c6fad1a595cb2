import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {elementsOf, wordsOf, type Manifest, type Named} from '../../build/editors/manifest.js';

const read = (name: string) => JSON.parse(readFileSync(`dist/${name}.json`, 'utf8'));
const manifest = read('custom-elements') as Manifest;
const [element] = elementsOf(manifest);
assert.ok(element);
const fields = element.members.filter(({kind}) => kind === 'field');
const {events, slots, cssParts, cssProperties, cssStates} = element;

const names = (items: readonly Named[]) => items.map(({name}) => name).sort();

describe('what VS Code reads', () => {
  const [tag, ...others] = read('html-data').tags;

  it('completes the attributes, and the words that they may be', () => {
    assert.deepEqual([tag.name, others], ['calypso-invoice', []]);
    assert.deepEqual(names(tag.attributes), names(element.attributes));
    for (const {name, type} of element.attributes) {
      const {values = [], valueSet} = tag.attributes.find((it: Named) => it.name === name);
      assert.deepEqual(names(values), wordsOf(type?.text).sort(), name);
      assert.equal(valueSet === 'v', type?.text === 'boolean', name);
    }
  });

  it('tells of all the rest', () => {
    for (const {name} of [...fields, ...events, ...slots, ...cssParts, ...cssProperties, ...cssStates])
      assert.ok(tag.description.value.includes(`\n- \`${name || '(default)'}\``), name);
  });
});

describe('what JetBrains’ editors read', () => {
  const {name, version, contributions} = read('web-types');
  const [contributed, ...others] = contributions.html.elements;

  it('is of this version', () => {
    const about = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual([name, version, others], [about.name, about.version, []]);
  });

  it('has everything of the manifest', () => {
    const {attributes, slots: itsSlots, js, css} = contributed;
    for (const [found, expected] of [
      [attributes, element.attributes],
      [itsSlots, slots],
      [js.events, events],
      [js.properties, fields],
      [css.parts, cssParts],
      [css.properties, cssProperties],
      [css['pseudo-classes'], cssStates.map(({name}) => ({name: `state(${name})`}))],
    ]) {
      assert.ok(found.length > 3);
      assert.deepEqual(names(found), names(expected));
    }
  });
});

it('the manifest names files that there are', () => {
  const paths = Array.from(
    JSON.stringify(manifest).matchAll(/"(?:path|module)":"([^"]+)"/g),
    ([, path]) => path ?? '',
  );
  assert.ok(paths.length > 5);
  for (const path of paths) assert.ok(path.startsWith('./dist/') && existsSync(path), path);
});
