import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { phonePages } from './phone-pages.mjs';

/** Has what sells begin with the program, in one file with all that it needs: many are a sixth larger once compressed. */
const sellingFromTheStart: Plugin = {
  name: 'selling-from-the-start',
  transform(code, id) {
    if (!id.endsWith('/src/app/main.tsx')) return undefined;
    const sells = phonePages().filter((path) => /[\\/]pages[\\/]sales[\\/]/.test(path));
    return [...sells.map((path) => `import ${JSON.stringify(path)};`), code].join('\n');
  },
};

export default defineConfig({
  plugins: [react(), sellingFromTheStart],
  // the workspace's own packages as they are written, so that only what is used is taken in
  resolve: {
    conditions: ['@ayni/source', 'module', 'browser', 'production'],
    // the router asks for what React has had by itself since its 18th version
    alias: { 'use-sync-external-store/shim/index.js': 'react' },
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
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
});
