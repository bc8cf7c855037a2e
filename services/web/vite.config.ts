import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { phonePages } from './phone-pages.mjs';

/** What sells, with the pictures of what is sold. Each page is a file of its own. */
const ofStall = /[\\/]src[\\/](pages[\\/]stall[\\/](?!(sell|my-market)\.)|design[\\/](crops|picture))/;
/** What most pages of a phone need, and selling too. */
const sharedOnPhones =
  /[\\/]src[\\/](offline[\\/]\w|api[\\/]ask-(file|photo)\.|hooks[\\/]use-(every-product|keep|kept|product-photo)\.|words[\\/](money|dates|day|in-order|reckon|unit-name)\.|design[\\/](amount-field|order|shown|table)\.)/;
/** The files of the pages that a phone opens, whatever their digest. */
const isOfPhone = (file: string): boolean =>
  phonePages().some((page) => basename(file).startsWith(`${basename(page, '.tsx')}-`));

export default defineConfig({
  plugins: [react()],
  // the workspace's own packages as they are written, so that only what is used is taken in
  resolve: {
    conditions: ['@ayni/source', 'module', 'browser', 'production'],
    alias: [
      // the router asks for what React has had by itself since its 18th version
      { find: 'use-sync-external-store/shim/index.js', replacement: 'react' },
      { find: '../createLucideIcon.mjs', replacement: join(import.meta.dirname, 'src/design/icon-of.tsx') },
    ],
  },
  build: {
    target: ['chrome109', 'firefox115', 'safari16.4'],
    assetsInlineLimit: 0,
    // Over a poor line each step from a file to those that it imports costs half a second: a phone asks for all of a page's at
    // once. On a laptop they are near, and lists of what each needs are more than they save.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (file, needed) =>
        isOfPhone(file) ? needed : needed.filter((other) => other.endsWith('.css')),
    },
    manifest: true,
    sourcemap: false,
    rolldownOptions: {
      checks: { ineffectiveDynamicImport: false },
      input: { index: 'index.html' },
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'] },
            // few files: many are a sixth larger once compressed
            { name: 'first', test: sharedOnPhones, includeDependenciesRecursively: false },
            { name: 'stall', test: ofStall, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
});
