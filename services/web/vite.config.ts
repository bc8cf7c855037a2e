import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // the workspace's own packages as they are written, so that only what is used is taken in
  resolve: { conditions: ['@ayni/source', 'module', 'browser', 'production'] },
  build: {
    target: ['chrome109', 'firefox115', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    sourcemap: false,
    rolldownOptions: { input: { index: 'index.html' } },
  },
});
