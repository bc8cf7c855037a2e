import './over-kafka.js';
import '../src/trace.spec.js';
