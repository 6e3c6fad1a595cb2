import {brotliCompressSync, constants} from 'node:zlib';
import type {Plugin} from 'vite';

/** Says what each file costs a payer's phone, and fails the build over the budget of the first one. */
export const sizeBudget = (entry: string, budget: number): Plugin => ({
  name: 'size-budget',
  writeBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const {length} = brotliCompressSync(file.code, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}});
      console.log(`dist/${file.fileName}: ${file.code.length} B, brotli ${length} B`);
      if (file.fileName === entry && length > budget)
        this.error(`${entry} is ${length - budget} B over its budget of ${budget} B, brotli`);
    }
  },
});
