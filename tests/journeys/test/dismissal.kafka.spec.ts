import './over-kafka.js';
import '../src/dismissal.spec.js';
