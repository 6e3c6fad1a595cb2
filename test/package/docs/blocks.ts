import {readdirSync, readFileSync} from 'node:fs';
import {basename} from 'node:path';

/** A fenced block of a document. */
export interface Block {
  /** Path of the document. */
  readonly file: string;
  /** Of the block's first line, from 1. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

export const DOCUMENTS: readonly string[] = [
  ...['README.md', 'SECURITY.md', 'CONTRIBUTING.md'],
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const FENCE = /^(?<indent> *)```(?<language>\S*)[^\n]*\n(?<text>.*?)^\k<indent>```$/gms;

export const blocksOf = (file: string): Block[] => {
  const document = readFileSync(file, 'utf8');
  return Array.from(document.matchAll(FENCE), ({groups = {}, index}) => ({
    file,
    line: document.slice(0, index).split('\n').length + 1,
    language: groups['language'] ?? '',
    text: (groups['text'] ?? '').replaceAll(`\n${groups['indent'] ?? ''}`, '\n'),
  }));
};

export const BLOCKS: readonly Block[] = DOCUMENTS.flatMap(blocksOf);

/** Where somebody finds it. */
export const placeOf = ({file, line}: Block): string => `${file}:${line}`;

/** The file that a block is meant to be, by its first line: `// app/route.js`. */
export const fileNameOf = ({text}: Block): string | undefined =>
  /^(?:\/\/|#|<!--) (?<name>[\w./[\]-]+\.\w+)(?: -->)?$/m.exec(text.split('\n', 1)[0] ?? '')?.groups?.[
    'name'
  ];

/** The lines of a document that are no block. */
export const proseOf = (file: string): string => readFileSync(file, 'utf8').replace(FENCE, '');

/** A document's name as a folder's. */
export const folderOf = ({file}: Block): string => basename(file, '.md').toLowerCase();
