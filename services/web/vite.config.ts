import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** What sells, with the pictures of what is sold. Each page is a file of its own. */
const ofStall = /[\\/]src[\\/](pages[\\/]stall[\\/](?!(sell|my-market)\.)|design[\\/](crops|picture))/;
/** What most pages of a phone need, and selling too. */
const sharedOnPhones =
  /[\\/]src[\\/](offline[\\/]\w|hooks[\\/]use-keep\.|words[\\/](money|dates|day|reckon|unit-name)\.|design[\\/](amount-field|shown|table)\.)/;

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
    // a page's files are few and near: lists of what each needs are more than they save
    modulePreload: false,
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
