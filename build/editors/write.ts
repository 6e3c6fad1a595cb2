// What editors read of the element, made from the manifest of the build.
import {readFileSync, writeFileSync} from 'node:fs';
import {htmlData} from './html-data.js';
import type {Manifest} from './manifest.js';
import {webTypes} from './web-types.js';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const write = (path: string, data: unknown) => writeFileSync(path, `${JSON.stringify(data, null, 2)}\n`);

const manifest = read('dist/custom-elements.json') as Manifest;
const about = read('package.json') as {name: string; version: string};
write('dist/html-data.json', htmlData(manifest));
write('dist/web-types.json', webTypes(manifest, about));
