import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../design/design.css';
import { Problem } from '../api/problem.js';
import { listenForInstall } from '../hooks/use-install.js';
import { startSending } from '../offline/sending.js';
import { startWorker } from '../offline/worker-client.js';
import { language } from '../words/language.js';
import { fetchWords } from '../words/say.js';
import { App } from './app.js';

const TRIES = 2;

document.documentElement.lang = language();
await fetchWords();

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

const root = document.getElementById('page');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );

startSending();
listenForInstall();
startWorker().catch(() => {
  // without it the pages need a line, and the frame says so
});
