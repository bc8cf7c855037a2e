import './over-kafka.js';
import '../src/kills.spec.js';
