import './over-kafka.js';
import '../src/running.spec.js';
