import './over-kafka-from-foreign-shell.js';
import './one-system.js';
// the first starts it, as it needs it; the last may leave it at another address
import '../src/trace.spec.js';
import '../src/dismissal.spec.js';
import '../src/closing.spec.js';
import '../src/streams.spec.js';
import '../src/running.spec.js';
