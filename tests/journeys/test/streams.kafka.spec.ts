import './over-kafka.js';
import '../src/streams.spec.js';
