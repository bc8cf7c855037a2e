import { shareSystem } from '../src/start-system.js';

/** Imported before journeys, has them share one system: to start five services for each costs more than what it does. */
shareSystem();
