import {readdirSync} from 'node:fs';
import {basename} from 'node:path';

const types = readdirSync('src/types').map((file) => `./types/${basename(file, '.ts')}`);

/** What may be imported, by the side that it runs on; one locale stands for all. */
export const BROWSER = ['.', './element', './react', './locales/de', ...types];
export const SERVER = ['./api', './proxy', './sandbox'];
export const DATA = ['./custom-elements.json', './package.json'];
