import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../design/design.css';
import { Problem } from '../api/problem.js';
import type { Who } from '../api/who.js';
import { listenForInstall } from '../hooks/use-install.js';
import { startSending } from '../offline/sending.js';
import { startWorker } from '../offline/worker-client.js';
import { language } from '../words/language.js';
import { App } from './app.js';
import { opening } from './opening.js';

const TRIES = 2;

document.documentElement.lang = language();

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'offlineFirst',
      staleTime: 5_000,
      // a refusal is an answer: asked again it is the same
      retry: (tries, error) => tries < TRIES && error instanceof Problem && error.passes && navigator.onLine,
    },
  },
});

function show(who: Who | undefined): void {
  const root = document.getElementById('page');
  if (root)
    createRoot(root).render(
      <StrictMode>
        <QueryClientProvider client={queries}>
          <App who={who} />
        </QueryClientProvider>
      </StrictMode>,
    );
}

startSending();
listenForInstall();
// not awaited here: pages that are fetched meanwhile import from this file, and would wait for its end
void opening(queries).then((who) => {
  show(who);
  // what is kept for later takes nothing from a slow line before the first page is there
  startWorker().catch(() => {
    // without it the pages need a line, and the frame says so
  });
});
